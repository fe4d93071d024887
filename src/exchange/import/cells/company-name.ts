import * as OpenCC from 'opencc-js/t2cn';
import { folded } from '@/database/name-forms';
import { linear } from '@/domain/expression/linear';

const simplify = OpenCC.Converter({ from: 't', to: 'cn' });

/** A text in simplified characters: 輪次 is 轮次, 華為 华为. */
export function simplified(text: string): string {
  return /\p{Script=Han}/u.test(text) ? simplify(text) : text;
}

const ticker = linear(
  /^(?:(?:NASDAQ|NYSE|AMEX|HKEX|HKSE|SEHK|SSE|SZSE|SH|SZ|HK|BJ|LSE|TSE|KRX|TYO|股票代码|美股|港股|A股|纳斯达克|纽交所|港交所|上交所|深交所|科创板|创业板)\s*[:：.]?\s*[A-Z0-9.]{1,8}|\d{4,6}\.(?:HK|SH|SZ|BJ|SS|TW|T)|[A-Z]{1,5}\.(?:US|O|N))$/i,
);
const bracketBehind = linear(/^(.+?)\s*[（(]\s*([^（()）]{1,60}?)\s*[)）]$/);

/** How a company's name ends by law; the name means the same without it. */
const legalEnding = linear(
  /(?:股份有限公司|有限责任公司|集团有限公司|股份公司|有限公司|公司|[\s,，]+(?:incorporated|inc|llc|l\.l\.c|llp|ltd|limited|corporation|corp|company|co|plc|gmbh|ag|s\.a|n\.v|b\.v|pte|pty|k\.k)\.?)$/i,
);

/** A name as a cell writes it, taken apart: what it calls the company, and what else it calls it. */
export interface CompanyName {
  /** Without a ticker. */
  name: string;
  /** A translation in brackets; null where there is none. */
  other: string | null;
}

/** Takes a ticker off a name, and a translation out of its brackets: 月之暗面 (Moonshot AI), 百度（NASDAQ:BIDU）. */
export function companyName(cell: string): CompanyName {
  const text = cell.trim();
  const [, before, inside] = bracketBehind.exec(text) ?? [];
  if (before === undefined || inside === undefined) return { name: text, other: null };
  if (ticker.test(inside)) return companyName(before);
  // Two scripts say the same name twice; (中国) or (China) say which branch it is.
  const isHan = (name: string) => /\p{Script=Han}/u.test(name);
  return isHan(before) !== isHan(inside) && !/^(?:china|中国|us|美国|hk|香港)$/i.test(inside)
    ? { name: before, other: inside }
    : { name: text, other: null };
}

/** A name without the words that the law adds to it; several of them go one by one. */
export function withoutLegalEnding(name: string): string {
  let text = name.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(legalEnding, '').trim();
  }
  return text === '' ? name : text;
}

/** A name as it is compared: simplified characters, one case and width, letters and digits. */
export function nameKey(name: string): string {
  return folded(simplified(name));
}
