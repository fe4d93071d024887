import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { BenchLine } from '../bench/result';

/** When and where something was measured. */
export interface Measured {
  measured: string;
  machine: string;
}

/** Today, on this machine. */
export function measuredHere(): Measured {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  return { measured: new Date().toISOString().slice(0, 10), machine };
}

function written(value: string | number | null): string {
  // What is no number is written as null in JSON.
  if (value === null || Number.isNaN(value)) return '–';
  return typeof value === 'string' ? value : String(Number(value.toPrecision(3)));
}

/** A section of the page: what was run, what came of it, and its table. */
export function resultSection(
  command: string,
  {
    title,
    how,
    columns,
    lines,
    measured,
    machine,
  }: { title: string; how: string; columns: string[]; lines: BenchLine[] } & Measured,
  outcomes: readonly string[],
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    `\`${command}\`, ${measured}, ${machine}.`,
    '',
    how,
    '',
    ...outcomes.map((each) => `- ${each}`),
    '',
    row(columns),
    row(columns.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...lines.map(({ what, values }) => row([what, ...values.map(written)])),
    '',
  ].join('\n');
}

/** What was measured before and is kept as JSON beside the page. */
export async function keptResults<Result>(file: string): Promise<Record<string, Result>> {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
}

/** Writes the page and the same as JSON. */
export async function writeResults(
  page: string,
  intro: string,
  sections: readonly string[],
  kept: Record<string, unknown>,
): Promise<void> {
  await writeFile(page, [intro, ...sections].join('\n'));
  await writeFile(page.replace(/\.md$/, '.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
