import { linear } from '@/domain/expression/linear';
import type { Currency } from './currency';

/** Words for a currency, longest first; null is a currency that the product does not keep (won, Taiwan dollars). */
const words: readonly [string, Currency | null][] = [
  [
    '新台币|台币|韩元|韩圆|韩币|加元|加币|澳元|澳币|卢布|卢比|泰铢|林吉特|[瑞法]郎|瑞士法郎|[印越]\\S{0,2}盾',
    null,
  ],
  ['(?:AU|CA|NT|NZ|MX|[ACR])\\$|[₩₹]|(?:TWD|KRW|CAD|AUD|INR|CHF|RUB|SEK|NOK|DKK|BRL|NZD)(?![a-z])', null],
  [
    '(?:Canadian|Australian|Taiwan|New Zealand|NT) dollars?|(?:won|rupees?|roubles?|rubles?|francs?)(?![a-z])',
    null,
  ],
  ['港元|港币|港幣|HK ?\\$|HKD(?![a-z])|Hong Kong dollars?', 'HKD'],
  ['新加坡元|新加坡币|新元|坡币|SG?\\$|SGD(?![a-z])|Singapore dollars?', 'SGD'],
  ['日元|日圆|日币|円|JP¥|JPY(?![a-z])|(?:Japanese )?yen(?![a-z])', 'JPY'],
  ['欧元|€|EUR(?![a-z])|euros?(?![a-z])', 'EUR'],
  ['英镑|£|GBP(?![a-z])|pounds?(?: sterling)?(?![a-z])', 'GBP'],
  ['元?人民币|RMB¥?|CNY(?![a-z])|CN¥|(?:Chinese )?yuan(?![a-z])|ren?min?bi(?![a-z])', 'CNY'],
  ['美元|美金|美刀|US\\$|USD?(?![a-z])|(?:US |U\\.S\\. )?dollars?(?![a-z])|\\$', 'USD'],
];
/** A bare 元 (and ¥, which Chinese texts use for it) is CNY; only where it stands beside a number. */
const bare = '元|¥';

/** Source of a regular expression for any currency word, for use beside a number. */
export const currencyPattern = `(?<![a-z])(?:${words.map(([pattern]) => pattern).join('|')})|${bare}`;

const readers = words.map(
  ([pattern, code]) => [linear(new RegExp(`(?<![a-z])(?:${pattern})`, 'i')), code] as const,
);

const bareYuan = new RegExp(bare);

/**
 * The currency that a text names. Undefined where it names none; null for one that the product does not keep, so that
 * 5亿韩元 never passes for yuan.
 */
export function currencyNamed(text: string, beside: 'number' | 'anything'): Currency | null | undefined {
  const named = readers.find(([pattern]) => pattern.test(text));
  if (named) return named[1];
  return beside === 'number' && bareYuan.test(text) ? 'CNY' : undefined;
}
