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

/** Results that are kept as JSON beside a page that tells them, one section for each name that has one. */
export interface ResultsPage<Result> {
  file: string;
  intro: string;
  names: readonly string[];
  section: (name: string, result: Result) => string;
}

/**
 * Keeps one result beside those of before, and writes the page anew. After each: what took an hour to measure is not lost to
 * what comes after it, nor to another command that runs meanwhile.
 */
export async function keepResult<Result>(
  { file, intro, names, section }: ResultsPage<Result>,
  name: string,
  result: Result,
): Promise<void> {
  const json = file.replace(/\.md$/, '.json');
  const before: Record<string, Result> = existsSync(json) ? JSON.parse(await readFile(json, 'utf8')) : {};
  const kept = { ...before, [name]: result };
  const sections = names.flatMap((each) => (kept[each] ? [section(each, kept[each])] : []));
  await writeFile(file, [intro, ...sections].join('\n'));
  await writeFile(json, `${JSON.stringify(kept, null, 2)}\n`);
}
