import { linear } from '@/domain/expression/linear';
import { simplified } from './company-name';

/** How countries are called beside their names in CLDR, which `Intl.DisplayNames` has in both languages. */
const otherNames: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  britain: 'GB',
  'great britain': 'GB',
  england: 'GB',
  'korea (republic of)': 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  南韩: 'KR',
  'people’s republic of china': 'CN',
  "people's republic of china": 'CN',
  prc: 'CN',
  中国大陆: 'CN',
  'mainland china': 'CN',
  'china (mainland)': 'CN',
  内地: 'CN',
  'russian federation': 'RU',
  'czech republic': 'CZ',
  holland: 'NL',
  uae: 'AE',
  阿联酋: 'AE',
  'hong kong': 'HK',
  'hong kong sar': 'HK',
  香港: 'HK',
  中国香港: 'HK',
  macau: 'MO',
  macao: 'MO',
  澳门: 'MO',
  中国澳门: 'MO',
  taiwan: 'TW',
  台湾: 'TW',
  中国台湾: 'TW',
  'viet nam': 'VN',
  turkey: 'TR',
  沙特: 'SA',
};

let byName: Map<string, string> | null = null;

/** Every country of ISO 3166-1 by its code and its names in both languages. */
function countries(): Map<string, string> {
  if (byName) return byName;
  const map = new Map<string, string>();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const names = ['zh-Hans', 'en'].flatMap((language) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
    ),
  );
  for (const first of letters)
    for (const second of letters) {
      const code = first + second;
      // Not countries, but in the same table; and codes of countries that are called by another one since.
      const isOther = ['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'].includes(code);
      if (isOther || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      for (const each of names) {
        const name = each.of(code);
        if (name === undefined) continue;
        map.set(code.toLowerCase(), code);
        map.set(name.toLowerCase(), code);
      }
    }
  for (const [name, code] of Object.entries(otherNames)) map.set(name, code);
  byName = map;
  return map;
}

/** Regions that the facts keep as places of China. */
const regions: Readonly<Record<string, string>> = { HK: 'hong-kong', MO: 'macau', TW: 'taiwan' };

const flag = linear(/^[\u{1F1E6}-\u{1F1FF}]{2}/u);
const article = /^the\s+/i;

/** The country that a cell names, as ISO 3166-1 alpha-2, and the place where it is kept as one; null where it is none. */
export function countryIn(cell: string): { country: string; place: string | null } | null {
  const bare = simplified(cell.normalize('NFKC')).trim();
  const sign = flag.exec(bare)?.[0];
  const text = sign && sign.length === bare.length ? letters(sign) : bare.replace(flag, '').trim();
  const code =
    countries().get(text.toLowerCase()) ?? countries().get(text.replace(article, '').toLowerCase()) ?? null;
  if (code === null) return null;
  const place = regions[code] ?? null;
  return { country: place === null ? code : 'CN', place };
}

function letters(sign: string): string {
  return [...sign].map((each) => String.fromCharCode((each.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join('');
}
