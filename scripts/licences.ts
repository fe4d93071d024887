import { writeFile } from 'node:fs/promises';
import { StartProblem } from '@/database/start-problem';
import { installedPackages, isAllowed } from './installed-packages';
import { licenceList } from './licence-list';
import { giveUp } from './progress';

try {
  const packages = installedPackages();
  await writeFile('docs/licences.md', licenceList(packages));
  process.stdout.write(`docs/licences.md: ${packages.length} packages\n`);
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0)
    throw new StartProblem(
      `Not allowed:\n${refused.map(({ name, version, licence }) => `  ${name} ${version}: ${licence ?? 'not stated'}`).join('\n')}`,
    );
} catch (error) {
  giveUp(error);
}
