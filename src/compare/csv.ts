import type { Lang } from '@/domain/bilingual';
import { unitNames } from '@/i18n/charts';
import { compareWords, groupNames } from '@/i18n/compare';
import { citedTitle } from '@/i18n/source-byline';
import { csvOf as csvOfTable } from '@/tables/csv';
import type { Table, Cell as TableCell } from '@/tables/table';
import type { Comparison } from './comparison';
import type { ComparisonRow } from './subject-kind';
import { exportedValue } from './text';

/** The comparison as CSV: a row a dimension, a column a subject, and the sources of the row at its end. */
export function csvOf(comparison: Pick<Comparison, 'groups' | 'subjects'>, lang: Lang, bom: boolean): string {
  const { subjects, groups } = comparison;
  const words = compareWords;
  const head = (key: string, zh: string, en: string) =>
    ({ key, label: { zh, en }, kind: 'text', unit: null }) as const;
  const table: Table = {
    columns: [
      head('group', words.zh.group, words.en.group),
      head('dimension', words.zh.dimension, words.en.dimension),
      head('unit', words.zh.unit, words.en.unit),
      ...subjects.map(({ slug, name }) => ({ key: slug, label: name, kind: 'text' as const, unit: null })),
      head('sources', words.zh.sources, words.en.sources),
    ],
    rows: groups.flatMap(({ key, rows }) =>
      rows.map((row) => [
        plain(groupNames[key][lang]),
        plain(row.dimension.label[lang]),
        plain(unitText(row, lang)),
        ...row.cells.map((cell) => plain(exportedValue(cell, lang))),
        plain(sourceTitles(row, lang).join('; ')),
      ]),
    ),
  };
  return csvOfTable(table, lang, bom);
}

function plain(value: string | number): TableCell {
  return { value, text: String(value), path: null };
}

function unitText({ dimension: { unit } }: ComparisonRow, lang: Lang): string {
  return unit === null ? '' : (unitNames[unit]?.[lang] ?? compareWords[lang].unitName(unit));
}

function sourceTitles({ cells }: ComparisonRow, lang: Lang): string[] {
  return [
    ...new Set(cells.flatMap(({ evidence }) => evidence.map(({ source }) => citedTitle(source, lang)))),
  ];
}
