import type { Lang } from '@/domain/bilingual';
import type { RateBasis } from '@/domain/exchange';
import { messages } from '@/i18n/messages';
import { formatNumber, formatShare } from '@/i18n/numbers';

const bases: Readonly<Record<Lang, Readonly<Record<RateBasis, string>>>> = {
  zh: { day: '当日', month: '当月平均', 'period-average': '期内各月平均', latest: '最近一个已知月份' },
  en: {
    day: 'that day',
    month: 'average of the month',
    'period-average': 'average of the months',
    latest: 'last known month',
  },
};

/** The words of the chart of one indicator. Dates and values come formatted. */
export const indicatorChartWords = {
  noRate: { zh: '没有当时的汇率，无法换算', en: 'in another currency, and there is no rate of that time' },
  single: { zh: '只有一个数值的对象', en: 'Subjects with one value' },
  projection: { zh: '来源的预测', en: 'Forecast of a source' },
  noteTime: {
    zh: '每个点是来源给出的一个数值，线只连同一对象、时间长短相同、没有存疑的数值；竖线是范围，配箭头的点只说了下限或上限，空心点和虚线是来源自己的预测。没有任何推算。',
    en: 'Each dot is a value that a source gives; lines join values of one subject and of times as long that nobody doubts. A vertical line is a range, an arrow means that only a floor or a ceiling is stated, hollow dots and dashed lines are forecasts of the sources. Nothing is extrapolated.',
  },
  ...messages({
    zh: {
      name: '单项指标',
      title: (name: string, series: boolean) => `${name}：${series ? '怎样变化？' : '各是多少？'}`,
      finding: (values: number, subjects: number, from: string, to: string) =>
        `${values} 个数值、${subjects} 个对象，${from === to ? from : `${from}至${to}`}。`,
      newest: (subject: string, value: string, date: string) => `最新：${subject} ${value}（${date}）`,
      change: (change: string, before: string, date: string) => `，比${date}的 ${before} ${change}`,
      up: (share: string) => `高 ${share}`,
      down: (share: string) => `低 ${share}`,
      points: (count: string) => `${count} 个百分点`,
      same: '持平',
      end: '。',
      projections: (count: number) => (count === 0 ? '' : `${count} 个是来源的预测。`),
      doubted: (count: number) => (count === 0 ? '' : `${count} 个存疑。`),
      beyond: (subjects: number) => `另外 ${subjects} 个对象的数值`,
      rate: (
        from: string,
        rate: string,
        to: string,
        period: string,
        basis: RateBasis,
        source: string | null,
      ) =>
        `1 ${from} = ${rate} ${to}（${period}，${bases.zh[basis]}${source === null ? '' : `；${source}`}）`,
      converted: (count: number, unit: string, source: string) =>
        `${count} 个数值以别的币种表述，按当时汇率折成${unit}；汇率和时期见表中“汇率”，出自 ${source}；来源所说的金额见“来源所说”。`,
    },
    en: {
      name: 'One indicator',
      title: (name, series) => `${name}: ${series ? 'how has it changed?' : 'what is on record?'}`,
      finding: (values, subjects, from, to) =>
        `${values} ${values === 1 ? 'value' : 'values'} of ${subjects} ${subjects === 1 ? 'subject' : 'subjects'}, ${from === to ? from : `${from} to ${to}`}.`,
      newest: (subject, value, date) => ` Newest: ${subject}, ${value} (${date})`,
      change: (change, before, date) => `, ${change} ${before} in ${date}`,
      up: (share) => `${share} more than`,
      down: (share) => `${share} less than`,
      points: (count) => `${count} ${count === '1' ? 'percentage point' : 'percentage points'}`,
      same: 'as much as',
      end: '.',
      projections: (count) =>
        count === 0 ? '' : ` ${count} ${count === 1 ? 'is a forecast' : 'are forecasts'} of the sources.`,
      doubted: (count) => (count === 0 ? '' : ` ${count} ${count === 1 ? 'is' : 'are'} doubted.`),
      beyond: (subjects) => `values of ${subjects} more ${subjects === 1 ? 'subject' : 'subjects'}`,
      // Currencies are named as what amounts are counted in: of one there is no plural.
      rate: (from, rate, to, period, basis, source) =>
        `1 ${from.endsWith('s') ? from.slice(0, -1) : from} = ${rate} ${to} (${period}, ${bases.en[basis]}${source === null ? '' : `; ${source}`})`,
      converted: (count, unit, source) =>
        `${count} ${count === 1 ? 'value is' : 'values are'} stated in another currency and converted into ${unit} at the rate of the time: see “Rate” for rate and time (${source}), “As stated” for what the source says.`,
    },
  }),
} as const;

/** A change with its sign: +41%, −5 个百分点. */
export function changeAsSign(change: { by: number; in: 'itself' | 'points' }, lang: Lang): string {
  const sign = change.by > 0 ? '+' : change.by < 0 ? '−' : '±';
  const size = Math.abs(change.by);
  const amount =
    change.in === 'points'
      ? indicatorChartWords[lang].points(formatNumber(lang, Number((size * 100).toPrecision(6)), 1))
      : formatShare(lang, size, size < 0.1 ? 1 : 0);
  return sign + amount;
}
