import { settingProblems } from '@/domain/settings';

// Imported before everything else: whoever reads a setting later finds that it is one.
const problems = settingProblems();
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}
