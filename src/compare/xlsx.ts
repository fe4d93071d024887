import writeExcelFile from 'write-excel-file/node';
import type { Lang } from '@/domain/bilingual';
import { unitNames } from '@/i18n/charts';
import { compareWords, groupNames } from '@/i18n/compare';
import { evidenceWords } from '@/i18n/evidence';
import { sourceByline } from '@/i18n/source-byline';
import type { Comparison } from './comparison';
import type { Cell, ComparisonRow } from './subject-kind';
import { exportedValue, missingText, valueText } from './text';

type SheetCell = string | number | null | { value: string; fontWeight: 'bold' };

/** Characters that a spreadsheet takes in one cell. */
const longestCell = 32_000;

/** The comparison as a spreadsheet: typed cells on the first sheet, the source of each cell on the second. */
export async function xlsxOf(comparison: Comparison, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  const words = compareWords[lang];
  const { subjects, groups } = comparison;
  const table: SheetCell[][] = [
    [words.group, words.dimension, words.unit, ...subjects.map(({ name }) => name[lang])].map(head),
    ...groups.flatMap(({ key, rows }) =>
      rows.flatMap((row) => linesOf(row, lang).map((line) => [text(groupNames[key][lang]), ...line])),
    ),
  ];
  const sources: SheetCell[][] = [
    [
      words.dimension,
      words.subject,
      words.value,
      words.source,
      words.publisher,
      words.link,
      words.date,
      words.evidence,
      words.stated,
      words.doubt,
    ].map(head),
    ...groups.flatMap(({ rows }) => rows.flatMap((row) => sourceLines(row, comparison, lang))),
  ];
  const file = writeExcelFile([
    {
      data: table,
      sheet: words.titles[0] ?? '',
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      columns: [{ width: 14 }, { width: 24 }, { width: 12 }, ...subjects.map(() => ({ width: 28 }))],
    },
    {
      data: sources,
      sheet: words.sources,
      stickyRowsCount: 1,
      columns: [24, 16, 30, 40, 20, 40, 12, 12, 30, 30].map((width) => ({ width })),
    },
  ]);
  return new Uint8Array(await file.toBuffer());
}

function head(value: string): SheetCell {
  return { value, fontWeight: 'bold' };
}

function text(value: string): SheetCell {
  return value === '' ? null : value.slice(0, longestCell);
}

/** The lines of a row: figures that are known between bounds stand as a floor and a ceiling, so that both are numbers. */
function linesOf({ dimension, cells }: ComparisonRow, lang: Lang): SheetCell[][] {
  const words = compareWords[lang];
  const { label, unit, kind } = dimension;
  const named = unit === null ? '' : (unitNames[unit]?.[lang] ?? words.unitName(unit));
  const line = (part: string, value: (cell: Cell) => string | number | null) => [
    text(part === '' ? label[lang] : `${label[lang]} · ${part}`),
    text(named),
    ...cells.map((cell) => {
      if (cell.value === null) return text(missingText(cell.missing, lang));
      const found = value(cell);
      return typeof found === 'string' ? text(found) : found;
    }),
  ];
  if (kind === 'money') {
    const money = (cell: Cell) => (cell.value?.kind === 'money' ? cell.value.of : null);
    return [
      line(words.floor, (cell) => money(cell)?.atLeast ?? null),
      line(words.ceiling, (cell) => money(cell)?.atMost ?? null),
      line(words.undisclosedCount, (cell) => money(cell)?.undisclosed ?? null),
    ];
  }
  if (kind === 'range') {
    const range = (cell: Cell) => (cell.value?.kind === 'range' ? cell.value.of : null);
    const exact = cells.every((cell) => range(cell)?.min === range(cell)?.max);
    if (exact) return [line('', (cell) => range(cell)?.min ?? null)];
    return [
      line(words.floor, (cell) => range(cell)?.min ?? null),
      line(words.ceiling, (cell) => range(cell)?.max ?? null),
    ];
  }
  return [line('', (cell) => exportedValue(cell, lang))];
}

function sourceLines(
  { dimension, cells }: ComparisonRow,
  { subjects }: Comparison,
  lang: Lang,
): SheetCell[][] {
  return cells.flatMap((cell, at) => {
    if (cell.value === null) return [];
    const value = valueText(cell.value, lang);
    return cell.evidence.map(({ source, kind, stated, doubt }) =>
      [
        dimension.label[lang],
        subjects[at]?.name[lang] ?? '',
        value,
        source.title,
        sourceByline(source, lang) ?? '',
        source.url ?? '',
        source.published ?? '',
        evidenceWords[lang][kind],
        stated ?? '',
        doubt?.[lang] ?? '',
      ].map(text),
    );
  });
}
