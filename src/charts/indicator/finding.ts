import type { Lang } from '@/domain/bilingual';
import { dateSpan, formatPartialDate } from '@/domain/partial-date';
import type { ChartData } from '../engine/definition';
import { observationWords, valueInWords } from '../facts/observation-words';
import { changeOf, newestOf } from './newest';
import type { IndicatorRow, State } from './rows';
import { changeAsSign, indicatorChartWords } from './words';

/** How much is on record, from when to when, and the newest value with its change. */
export function finding({ rows }: ChartData<IndicatorRow>, _state: State, lang: Lang): string {
  const words = indicatorChartWords[lang];
  if (rows.length === 0) return observationWords[lang].none;
  const byDate = rows.toSorted((a, b) => (dateSpan(a.date).to < dateSpan(b.date).to ? -1 : 1));
  const [from, to] = [byDate[0]?.date ?? '', byDate.at(-1)?.date ?? ''].map((date) =>
    formatPartialDate(date, lang),
  );
  return [
    words.finding(rows.length, new Set(rows.map(({ key }) => key)).size, from ?? '', to ?? ''),
    newestInWords(rows, lang),
    words.projections(rows.filter(({ projection }) => projection).length),
    words.doubted(rows.filter(({ doubted }) => doubted).length),
  ].join('');
}

function newestInWords(rows: readonly IndicatorRow[], lang: Lang): string {
  const words = indicatorChartWords[lang];
  const newest = newestOf(rows);
  if (newest === null) return '';
  const { row, before } = newest;
  const said = words.newest(row.subject[lang], valueInWords(row, lang), formatPartialDate(row.date, lang));
  const change = before === null ? null : changeInWords(row, before, lang);
  if (change === null || before === null) return said + words.end;
  return (
    said + words.change(change, valueInWords(before, lang), formatPartialDate(before.date, lang)) + words.end
  );
}

/** 高 41%, 低 5 个百分点; null where the two cannot be compared. */
function changeInWords(row: IndicatorRow, before: IndicatorRow, lang: Lang): string | null {
  const words = indicatorChartWords[lang];
  const change = changeOf(row, before);
  if (change === null) return null;
  if (change.by === 0) return words.same;
  const amount = changeAsSign(change, lang).slice(1);
  return change.by > 0 ? words.up(amount) : words.down(amount);
}
