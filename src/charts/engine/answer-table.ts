import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { marks } from '@/i18n/marks';
import { formatNumber } from '@/i18n/numbers';
import type { Table } from '@/tables/table';
import type { Answer } from './answer';
import { findingOf } from './finding';

/** The chart's table: what the page shows and what CSV and JSON hold. */
export function tableOf({ chart, state, data }: Pick<Answer, 'chart' | 'state' | 'data'>, lang: Lang): Table {
  const columns = chart.columns(state);
  return {
    columns: columns.map(({ key, label, kind, unit }) => ({ key, label, kind, unit })),
    rows: data.rows.map((row) =>
      columns.map((column) => {
        const value = column.value(row, lang);
        const text =
          column.text?.(row, lang) ??
          (typeof value === 'number' ? formatNumber(lang, value) : (value ?? '—'));
        return { value, text, path: column.path?.(row) ?? null };
      }),
    ),
  };
}

/** Rows of the alternative text that are read out before it points to the table. */
const spoken = 40;

/** The alternative text: the question, what the data shows, and the data itself. */
export function descriptionOf(
  { chart, state, data, faded }: Pick<Answer, 'chart' | 'state' | 'data' | 'faded'>,
  lang: Lang,
): string {
  const rows = data.rows.slice(0, spoken).map((row) => chart.rowInWords(row, state, lang));
  const more = data.rows.length > spoken ? chartWords[lang].moreRows(data.rows.length - spoken) : '';
  const raised = faded.length === 0 ? [] : data.rows.filter((_, at) => !faded.includes(at));
  const first =
    raised.length === 0
      ? ''
      : chartWords[lang].highlighted(
          raised
            .slice(0, spoken)
            .map((row) => chart.rowInWords(row, state, lang))
            .join(marks[lang].semicolon),
        );
  const stop = marks[lang].stop;
  const list = rows.length === 0 ? '' : rows.join(marks[lang].semicolon) + more + stop;
  return `${chart.question(state)[lang]}${marks[lang].gap}${findingOf({ chart, state, data }, lang)}${marks[lang].gap}${first}${list}`.trim();
}
