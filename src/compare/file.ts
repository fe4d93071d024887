import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { type Problem, parseState } from '@/linking/state';
import { drawPng } from '@/pictures/png';
import type { FileEnding } from '@/tables/media-types';
import { type Comparison, compare } from './comparison';
import { csvOf } from './csv';
import { jsonOf } from './json';
import { markdownOf } from './markdown';
import { comparisonSvg } from './picture';
import { formatParameters } from './state';
import type { SubjectKey } from './subject-kind';
import { xlsxOf } from './xlsx';

/** The files that a comparison can be had as. */
export const compareFormats = ['csv', 'xlsx', 'md', 'json', 'png', 'svg'] as const satisfies FileEnding[];
export type CompareFormat = (typeof compareFormats)[number];

export type CompareFile = { body: string | Uint8Array<ArrayBuffer>; edition: number; name: string };

/** How a file is wanted. */
export interface FileWish {
  lang: Lang;
  bom: boolean;
  dark: boolean;
  preview: boolean;
}

/** A comparison as the content of a file. */
export async function compareBody(
  comparison: Comparison,
  format: CompareFormat,
  { lang, bom, dark, preview }: FileWish,
  site: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const svg = () => comparisonSvg(comparison, { lang, theme: dark ? 'dark' : 'light', site, preview });
  switch (format) {
    case 'csv':
      return csvOf(comparison, lang, bom);
    case 'xlsx':
      return xlsxOf(comparison, lang);
    case 'md':
      return markdownOf(comparison, lang, site);
    case 'json':
      return JSON.stringify(jsonOf(comparison, lang, site), null, 1);
    case 'svg':
      return svg();
    case 'png':
      return drawPng(svg(), preview ? 1 : 2);
  }
}

/** A comparison as a file, or what is wrong with the query: machines get no defaults for what they got wrong. */
export async function compareFile(
  key: SubjectKey,
  format: CompareFormat,
  search: URLSearchParams,
  ask: <T>(question: (facts: Facts) => Promise<T>) => Promise<T>,
  site: string,
): Promise<{ file: CompareFile } | { problems: Problem[] }> {
  const { state: how, problems } = parseState(formatParameters, search, { alone: true });
  if (problems.length > 0) return { problems };
  const comparison = await ask((facts) => compare(facts, key, search));
  if (comparison.problems.length > 0) return { problems: comparison.problems };
  const { edition } = comparison;
  const body = await compareBody(comparison, format, how, site);
  return { file: { body, edition, name: `compare-${key}-edition-${edition}.${format}` } };
}
