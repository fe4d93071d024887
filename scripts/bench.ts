import type { Bench, BenchResult } from '../bench/result';
import { build, buildIsFresh } from './build';
import { endPrograms } from './program';
import { keepResult, type Measured, measuredHere, type ResultsPage, resultSection } from './results-page';

const benches: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  reading: () => import('../bench/reading'),
  cold: () => import('../bench/cold'),
  pictures: () => import('../bench/pictures'),
  live: () => import('../bench/live'),
  newswire: () => import('../bench/newswire'),
  exploration: () => import('../bench/exploration'),
  import: () => import('../bench/import'),
  readers: () => import('../bench/readers'),
  processes: () => import('../bench/processes'),
  growth: () => import('../bench/growth'),
};
type Kept = BenchResult & Measured;

const page: ResultsPage<Kept> = {
  file: 'docs/benchmarks.md',
  intro:
    '# Benchmarks\n\nEvery figure here comes from the command above its table; anyone can run it. Machines differ and are noisy: compare the ratios, which were taken in one run.\n',
  names: Object.keys(benches),
  section: (name, kept) => resultSection(`npm run bench -- ${name}`, kept, kept.reached),
};

async function run(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    process.stderr.write(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  if (!(await buildIsFresh())) await build();
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    const load = benches[name];
    if (!load) continue;
    process.stdout.write(`${name} …\n`);
    const result = { ...(await (await load()).default()), ...measuredHere() };
    process.stdout.write(`${page.section(name, result)}\n`);
    await keepResult(page, name, result);
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
