import type { Lang } from '@/domain/bilingual';

const locales: Record<Lang, string> = { zh: 'zh-CN', en: 'en-US' };
/** Between a number and its per cent sign in English: it never breaks the line. */
const narrowSpace = '\u202f';

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using one, and pages print thousands of numbers. */
function formatter(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[lang], options);
  formatters.set(key, made);
  return made;
}

/**
 * A number in full, grouped by thousands: 1,234.5. `digits` is the greatest number of decimals (2); what is below one
 * keeps three digits that count, for 0.0145 is not 0.01.
 */
export function formatNumber(lang: Lang, value: number, digits = 2): string {
  const size = Math.abs(value);
  const needed = size > 0 && size < 1 ? Math.min(20, 2 - Math.floor(Math.log10(size))) : 0;
  return formatter(lang, { maximumFractionDigits: Math.max(digits, needed) })
    .format(value)
    .replace('-', '−');
}

/** A fraction as a share of a hundred: 0.333 is 33% in Chinese and 33 % in English. `digits`: decimals (0). */
export function formatShare(lang: Lang, fraction: number, digits = 0): string {
  // Rounding first keeps 0.145 × 100 = 14.499999999999998 from becoming 14.
  const share = Number((fraction * 100).toPrecision(12));
  return `${formatNumber(lang, share, digits)}${lang === 'zh' ? '' : narrowSpace}%`;
}

/** A count in the short form of the language: 100000000 is 1亿 or 100M. Below ten thousand it stays in full. */
export function formatCount(lang: Lang, count: number, significant = 3): string {
  const size = Math.abs(count);
  if (size < 10_000) return formatNumber(lang, count, size < 100 ? 2 : size < 1000 ? 1 : 0);
  return formatter(lang, { notation: 'compact', maximumSignificantDigits: significant })
    .format(count)
    .replace('-', '−');
}

/** A number of parameters: 200000000000 is 2000亿 or 200B; four significant digits, for 2457亿 is not 2460亿. */
export function formatParameters(lang: Lang, parameters: number): string {
  return formatCount(lang, parameters, 4);
}
