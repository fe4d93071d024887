import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { Bench, BenchResult } from '../bench/result';

const benches: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  pictures: () => import('../bench/pictures'),
  newswire: () => import('../bench/newswire'),
  exploration: () => import('../bench/exploration'),
  import: () => import('../bench/import'),
  growth: () => import('../bench/growth'),
};
const page = 'docs/benchmarks.md';
const data = 'docs/benchmarks.json';

type Kept = BenchResult & { measured: string; machine: string };

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

function written(value: string | number): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(3)));
}

function section(
  name: string,
  { title, how, columns, lines, reached, measured, machine: where }: Kept,
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    `\`npm run bench -- ${name}\`, ${measured}, ${where}.`,
    '',
    how,
    '',
    ...reached.map((each) => `- ${each}`),
    '',
    row(columns),
    row(columns.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...lines.map(({ what, values }) => row([what, ...values.map(written)])),
    '',
  ].join('\n');
}

async function run(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    process.stderr.write(`No bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const kept: Record<string, Kept> = existsSync(data) ? JSON.parse(await readFile(data, 'utf8')) : {};
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    const load = benches[name];
    if (!load) continue;
    process.stdout.write(`${name} …\n`);
    const result = await (await load()).default();
    kept[name] = { ...result, measured: new Date().toISOString().slice(0, 10), machine: machine() };
    process.stdout.write(`${section(name, kept[name])}\n`);
  }
  const sections = Object.keys(benches).flatMap((name) => {
    const result = kept[name];
    return result ? [section(name, result)] : [];
  });
  const intro =
    '# Benchmarks\n\nEvery figure here comes from the command above its table; anyone can run it. Machines differ and are noisy: compare the ratios, which were taken in one run.\n';
  await writeFile(page, [intro, ...sections].join('\n'));
  await writeFile(data, `${JSON.stringify(kept, null, 2)}\n`);
}

await run(process.argv.slice(2));
process.exit();
