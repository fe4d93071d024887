import type { ObservationOnRecord } from '@/database/queries/indicators-with-observations';
import { formatMoney } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { currencies } from '@/domain/currency';
import { observedRange } from '@/domain/observed';
import { evidenceWords } from '@/i18n/evidence';
import { indicatorUnits, indicatorWords } from '@/i18n/indicators';
import { formatCount, formatShare } from '@/i18n/numbers';

type Observed = Pick<ObservationOnRecord, 'value' | 'min' | 'max' | 'bound' | 'unit'>;

/** How one figure in a unit is written. */
export function inUnit(unit: string, lang: Lang): (value: number) => string {
  const [base = unit, per] = unit.split(/\/(?=day$)| per (?=year$)/);
  const perWords = per === 'day' ? { zh: '每天 ', en: ' a day' } : { zh: '每年 ', en: ' a year' };
  const around = (text: string) =>
    per === undefined ? text : lang === 'zh' ? perWords.zh + text : text + perWords.en;
  const currency = currencies.find((each) => each === base);
  if (currency) return (value) => around(formatMoney(value, currency, lang));
  if (base === 'share') return (value) => around(formatShare(lang, value, 1));
  const name = indicatorUnits[base];
  if (base === 'rank') return (value) => (lang === 'zh' ? `第 ${value} 名` : `no. ${value}`);
  return (value) => `${formatCount(lang, value)}${lang === 'zh' && name ? '' : ' '}${name?.[lang] ?? base}`;
}

/** The value as the source bounds it: about, at least, at most, from–to, or that it gives none. */
export function observedText(seen: Observed, lang: Lang): string {
  const { min, max } = observedRange(seen);
  const words = evidenceWords[lang];
  const format = inUnit(seen.unit, lang);
  if (min === null && max === null) return indicatorWords[lang].notStated;
  if (min === null) return words.below(format(max ?? 0));
  if (max === null) return words.atLeast(format(min));
  if (min !== max) return `${format(min)} – ${format(max)}`;
  const about = lang === 'zh' ? '约 ' : 'about ';
  return seen.bound === 'about' ? about + format(min) : format(min);
}
