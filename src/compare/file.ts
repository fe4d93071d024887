import type { Facts } from '@/database/reading';
import { type Problem, parseState } from '@/linking/state';
import { compareVendors } from './comparison';
import { csvOf } from './csv';
import { jsonOf } from './json';
import { markdownOf } from './markdown';
import { formatParameters } from './state';

/** The files that a comparison can be had as. */
export const compareFormats = ['csv', 'json', 'md'] as const;
export type CompareFormat = (typeof compareFormats)[number];

export function isCompareFormat(text: string): text is CompareFormat {
  return compareFormats.some((format) => format === text);
}

export const compareContentTypes: Readonly<Record<CompareFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

export type CompareFile = { body: string; edition: number; name: string };

/** A comparison as a file, or what is wrong with the query: machines get no defaults for what they got wrong. */
export async function compareFile(
  format: CompareFormat,
  search: URLSearchParams,
  ask: <T>(question: (facts: Facts) => Promise<T>) => Promise<T>,
  site: string,
): Promise<{ file: CompareFile } | { problems: Problem[] }> {
  const names = Object.keys(formatParameters);
  const own = new URLSearchParams([...search].filter(([name]) => names.includes(name)));
  const { state: how, problems } = parseState(formatParameters, own);
  if (problems.length > 0) return { problems };
  const comparison = await ask((facts) => compareVendors(facts, search));
  if (comparison.problems.length > 0) return { problems: comparison.problems };
  const { edition } = comparison;
  const name = `compare-edition-${edition}.${format}`;
  if (format === 'csv') return { file: { body: csvOf(comparison, how.lang, how.bom), edition, name } };
  if (format === 'md') return { file: { body: markdownOf(comparison, how.lang, site), edition, name } };
  return { file: { body: JSON.stringify(jsonOf(comparison, how.lang, site), null, 1), edition, name } };
}
