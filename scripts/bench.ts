import type { Bench, BenchResult } from '../bench/result';
import { build, buildIsFresh } from './build';
import { endPrograms } from './program';
import { keptResults, type Measured, measuredHere, resultSection, writeResults } from './results-page';

const benches: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  reading: () => import('../bench/reading'),
  pictures: () => import('../bench/pictures'),
  newswire: () => import('../bench/newswire'),
  exploration: () => import('../bench/exploration'),
  import: () => import('../bench/import'),
  readers: () => import('../bench/readers'),
  processes: () => import('../bench/processes'),
  growth: () => import('../bench/growth'),
};
const page = 'docs/benchmarks.md';
const intro =
  '# Benchmarks\n\nEvery figure here comes from the command above its table; anyone can run it. Machines differ and are noisy: compare the ratios, which were taken in one run.\n';

type Kept = BenchResult & Measured;

const section = (name: string, kept: Kept) => resultSection(`npm run bench -- ${name}`, kept, kept.reached);

async function run(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    process.stderr.write(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  if (!(await buildIsFresh())) await build();
  const kept = await keptResults<Kept>('docs/benchmarks.json');
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    const load = benches[name];
    if (!load) continue;
    process.stdout.write(`${name} …\n`);
    const result = await (await load()).default();
    kept[name] = { ...result, ...measuredHere() };
    process.stdout.write(`${section(name, kept[name])}\n`);
    // After each: what took an hour to measure is not lost to the bench after it.
    const sections = Object.keys(benches).flatMap((each) => {
      const measured = kept[each];
      return measured ? [section(each, measured)] : [];
    });
    await writeResults(page, intro, sections, kept);
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endPrograms();
    process.exit(130);
  });
}
await run(process.argv.slice(2));
process.exit();
