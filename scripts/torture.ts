import { parseArgs } from 'node:util';
import type { Ordeal, Torment, Wishes } from '../torture/torment';
import { build, buildIsFresh } from './build';
import { keepResult, type Measured, measuredHere, type ResultsPage, resultSection } from './results-page';

const torments: Readonly<Record<string, () => Promise<{ default: Torment }>>> = {
  kill: () => import('../torture/kill'),
  postgres: () => import('../torture/postgres'),
  disk: () => import('../torture/disk'),
  clock: () => import('../torture/clock'),
  outage: () => import('../torture/outage'),
  overload: () => import('../torture/overload'),
  slow: () => import('../torture/slow'),
  shutdown: () => import('../torture/shutdown'),
  soak: () => import('../torture/soak'),
  hostile: () => import('../torture/hostile'),
};
type Kept = Ordeal & Measured & { seed: number; seconds: number };

const outcomesOf = ({ broken }: Ordeal) =>
  broken.length === 0 ? ['held'] : broken.map((each) => `BROKEN: ${each}`);

function section(name: string, kept: Kept): string {
  const took = `Seed ${kept.seed}; took ${Math.round(kept.seconds)} s.`;
  return resultSection(
    `npm run torture -- ${name}`,
    { ...kept, how: `${kept.how} ${took}` },
    outcomesOf(kept),
  );
}

const page: ResultsPage<Kept> = {
  file: 'docs/torture.md',
  intro:
    '# Torture\n\nWhat the product was put through, and whether it held. Everything here comes from the command above its table; anyone can run it.\n',
  names: Object.keys(torments),
  section,
};

async function run(wanted: readonly string[], wishes: Wishes): Promise<boolean> {
  if (!(await buildIsFresh())) await build();
  let held = true;
  for (const name of wanted.length > 0 ? wanted : Object.keys(torments)) {
    const load = torments[name];
    if (!load) continue;
    process.stdout.write(`${name}, seed ${wishes.seed} …\n`);
    const start = performance.now();
    const say = (line: string) => process.stdout.write(`  ${line}\n`);
    const ordeal = await (await load()).default(wishes, say);
    held &&= ordeal.broken.length === 0;
    const seconds = (performance.now() - start) / 1000;
    const result = { ...ordeal, ...measuredHere(), seed: wishes.seed, seconds };
    process.stdout.write(`${section(name, result)}\n`);
    await keepResult(page, name, result);
  }
  return held;
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, times: { type: 'string' }, minutes: { type: 'string' } },
});
const wishes = {
  seed: number(values.seed) ?? Math.floor(Math.random() * 1_000_000),
  times: number(values.times),
  minutes: number(values.minutes),
};
const unknown = positionals.filter((name) => !Object.hasOwn(torments, name));
if (unknown.length > 0 || Object.values(wishes).some((each) => each !== undefined && !(each >= 0))) {
  process.stderr.write(
    `npm run torture -- [${Object.keys(torments).join(' | ')}] [--seed N] [--times N] [--minutes N]\n`,
  );
  process.exit(2);
}
process.exit((await run(positionals, wishes)) ? 0 : 1);
