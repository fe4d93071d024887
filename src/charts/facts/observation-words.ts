import type { Bilingual, Lang } from '@/domain/bilingual';
import type { ObservationBound } from '@/domain/observed';
import { formatPartialDate } from '@/domain/partial-date';
import { marks } from '@/i18n/marks';
import { messages } from '@/i18n/messages';
import { observedText } from '@/i18n/observed-value';

/** What charts of indicators leave out, and the words that they share. */
export const observationWords = {
  notStated: { zh: '来源没有给出数字', en: 'the source gives no figure' },
  otherUnit: { zh: '以别的单位或币种表述', en: 'stated in another unit or currency' },
  beyond: { zh: '每项里排在后面的', en: 'further down within their indicator' },
  otherIndicators: {
    zh: '其他指标的数值，见“显示全部”或各指标的页面',
    en: 'of other indicators: show all, or see the page of each',
  },
  floorLegend: { zh: '数值，或至少', en: 'Value, or at least' },
  ceilingLegend: { zh: '下限与上限之间', en: 'Between floor and ceiling' },
  projectionLegend: { zh: '预测', en: 'Projection' },
  ...messages({
    zh: {
      projected: '（预测）',
      row: (indicator: string, subject: string, value: string) => `${indicator}·${subject}：${value}`,
      doubted: (count: number) => (count === 0 ? '' : `${count} 个存疑。`),
      none: '没有符合条件、有数字的记录。',
    },
    en: {
      projected: ' (projection)',
      row: (indicator, subject, value) => `${indicator}, ${subject}: ${value}`,
      doubted: (count) => (count === 0 ? '' : `${count} ${count === 1 ? 'is' : 'are'} doubted.`),
      none: 'No record that matches has a figure.',
    },
  }),
} as const;

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
  return `${row.subject[lang]}${marks[lang].comma}${formatPartialDate(row.date, lang)}`;
}
