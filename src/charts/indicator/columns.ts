import type { Bilingual, Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { formatNumber } from '@/i18n/numbers';
import { observedText, unitInWords } from '@/i18n/observed-value';
import type { Column } from '../engine/definition';
import { valueInWords } from '../facts/observation-words';
import { observationColumns } from '../facts/observations';
import type { IndicatorRow } from './rows';
import { indicatorChartWords } from './words';

/** As the source states it, in its own currency. */
function stated(row: IndicatorRow, lang: Lang): string {
  const { converted } = row;
  if (converted === null) return valueInWords(row, lang);
  const { floor: min, ceiling: max, bound, unit } = converted;
  return observedText({ value: null, min, max, bound, unit }, lang);
}

/** The rate and its time; in files, where no note stands beside the table, with its source. */
function rateInWords({ converted, unit }: IndicatorRow, lang: Lang, sourced = true): string | null {
  if (converted === null) return null;
  const { rate, period, basis, source, unit: from } = converted;
  // Rates have five digits; the smaller currency would show none of them after two decimals.
  const digits = formatNumber(lang, Number(rate.toPrecision(5)), 5);
  const when = period
    .split('/')
    .map((part) => formatPartialDate(part, lang))
    .join(lang === 'zh' ? '至' : ' – ');
  return indicatorChartWords[lang].rate(
    unitInWords({ unit: from }, lang),
    digits,
    unitInWords({ unit }, lang),
    when,
    basis,
    sourced ? source : null,
  );
}

/** The columns of the table and the files; with the rate where amounts are converted. */
export function columns({ converts }: { converts: boolean }): Column<IndicatorRow>[] {
  const shared = observationColumns() as Column<IndicatorRow>[];
  const named = (key: string) => shared.filter((column) => column.key === key);
  const text = (
    key: string,
    label: Bilingual,
    value: (row: IndicatorRow, lang: Lang) => string | null,
  ): Column<IndicatorRow> => ({
    key,
    label,
    kind: 'text',
    unit: null,
    value,
    text: (row, lang) => value(row, lang) ?? '—',
  });
  return [
    ...named('subject').map((column) => ({ ...column, path: (row: IndicatorRow) => row.path })),
    ...named('date'),
    ...named('floor'),
    ...named('ceiling'),
    ...named('unit'),
    text('stated', { zh: '来源所说', en: 'As stated' }, stated),
    ...(converts
      ? [
          {
            ...text('rate', { zh: '汇率', en: 'Rate' }, (row, lang) => rateInWords(row, lang)),
            text: (row: IndicatorRow, lang: Lang) => rateInWords(row, lang, false) ?? '—',
          },
        ]
      : []),
    ...named('by'),
    text('note', { zh: '说明', en: 'Note' }, (row, lang) => row.note?.[lang] ?? null),
  ];
}
