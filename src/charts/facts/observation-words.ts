import type { Bilingual, Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import type { ObservationBound } from '@/domain/records/observation';
import { observationWords } from '@/i18n/observation-charts';
import { observedText } from '@/i18n/observed-value';

/** One value of an indicator, as it was stated. Shares are fractions of one; money is in units of the currency. */
export type ObservationRow = {
  slug: string;
  indicator: string;
  indicatorName: Bilingual;
  subject: Bilingual;
  date: string;
  /** What is surely reached; null where only a ceiling is stated. */
  floor: number | null;
  /** What is not exceeded; null where only a floor is stated. */
  ceiling: number | null;
  bound: ObservationBound;
  unit: string;
  /** The words that follow a figure; pictures pinned before there were any have none. */
  unitName?: Bilingual | null;
  /** A forecast. */
  projection: boolean;
  by: Bilingual | null;
};

/** The value in words, as its source bounds it. */
export function valueInWords(row: ObservationRow, lang: Lang): string {
  const { floor: min, ceiling: max, bound, unit, unitName } = row;
  const text = observedText({ value: null, min, max, bound, unit, unitName }, lang);
  return row.projection ? `${text}${observationWords[lang].projected}` : text;
}

/** '英伟达 A100，2020 年' */
export function subjectInWords(row: ObservationRow, lang: Lang): string {
  return `${row.subject[lang]}${lang === 'zh' ? '，' : ', '}${formatPartialDate(row.date, lang)}`;
}
