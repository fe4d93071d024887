import type { Bilingual, Lang } from './bilingual';

/** What kind of round it is. Only seed to IPO are stages; the others are types without a stage. */
export const roundFamilies = [
  'seed',
  'angel',
  'series',
  'pre-ipo',
  'cornerstone',
  'ipo',
  'strategic',
  'equity',
  'transfer',
  'debt',
  'placement',
  'merger',
  'unknown',
] as const;
export type RoundFamily = (typeof roundFamilies)[number];

/** A funding round, read from its label. */
export interface Round {
  /** The label as stated. */
  label: string;
  family: RoundFamily;
  /** A to Z for a series; beyond H only where the label says 轮, round or Series. */
  letter: string | null;
  isPre: boolean;
  /** Number of plus signs: A+++ has 3. */
  plusCount: number;
  /** The number in B1, B6, C2. */
  ordinal: number | null;
}

/** A round, or why the text is none. */
export type RoundReading = { ok: true; round: Round } | { ok: false; reason: Bilingual };

/** Labels that name a type without letters, most specific first. */
const families: readonly [RegExp, RoundFamily][] = [
  [/^(?:pre-?)?(?:种子|seed)/i, 'seed'],
  [/^(?:pre-?)?(?:天使|angel)/i, 'angel'],
  [/^pre-?ipo|^上市前(?!\d)/i, 'pre-ipo'],
  // Money after the listing is a placement or a loan, never the IPO itself.
  [/^post-?ipo.*(?:debt|债)/i, 'debt'],
  [/^post-?ipo|^上市后./i, 'placement'],
  [/基石|cornerstone/i, 'cornerstone'],
  [/ipo|首次公开|公开发行|新三板|转板|退市|上市$/i, 'ipo'],
  [/战略(?!合作)|strategic/i, 'strategic'],
  [/老股|股权转让|股份转让|secondary|transfer/i, 'transfer'],
  [/债|贷款|debt|loan|convertible/i, 'debt'],
  [/定增|定向增发|private placement|placement/i, 'placement'],
  [/并购|收购|合并|私有化|m&a|merger|acqui|buyout/i, 'merger'],
  [/股权|(?<!non-)equity|增资/i, 'equity'],
];

/** How names of investors end: 股权投资基金 and Seedling Ventures hold the word of a round and are none. */
const investorEnding =
  /(?:基金|资本|创投|投资部|风投|合伙(?:企业)?|公司|集团|控股|银行|证券|信托|capital|ventures|partners?|fund|holdings?|group|inc\.?|ltd\.?|llc)$/i;

/** 未透露 and the like: the label says that the round is not known. */
const notStated = /未透露|未披露|不明确|未知|undisclosed|unknown/i;

/** Labels that are about a round and name no stage. */
const unnamed =
  /首轮|启动资金|追加|融资|合计|累计|过桥|众筹|轮$|round$|funding|extension|\b(?:bridge|safe|growth|spac|mezzanine|pipe|venture|early[- ]stage|late[- ]stage|private equity|rights issue)\b/i;

function normal(label: string): string {
  return label
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[－–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function seriesOf(text: string): Pick<Round, 'letter' | 'isPre' | 'plusCount' | 'ordinal'> | null {
  const match =
    /^(pre[- ]?)?(?:series |系列)?([a-h]|(?<=series )[i-z]|[i-z](?=[\d+-]*(?: ?轮| round)))[- ]?(\d{1,2})?(\++)?(\d{1,2})?(?: ?轮.*| ?系列.*| round.*| extension.*)?$/i.exec(
      text,
    );
  if (!match) return null;
  const [, pre, letter = '', before, plus = '', after] = match;
  const ordinal = before ?? after;
  return {
    letter: letter.toUpperCase(),
    isPre: pre !== undefined,
    plusCount: plus.length,
    ordinal: ordinal === undefined ? null : Number(ordinal),
  };
}

/** 天使轮及Pre-A轮, Series A and B: several stages at once, so no stage of its own. */
function namesSeveralStages(text: string): boolean {
  const parts = text.split(/[、,/&]|[及和与]| and /i).map((part) => part.trim());
  const stages = ['seed', 'angel', 'series', 'pre-ipo', 'strategic'];
  const isStage = (part: string) => {
    const read = part === '' ? null : parseRound(part);
    return read?.ok === true && stages.includes(read.round.family);
  };
  return parts.length > 1 && parts.every(isStage);
}

function plusesAtEnd(text: string): number {
  let from = text.length;
  while (text[from - 1] === '+') from--;
  return text.length - from;
}

/** Reads a round label. Total: junk (a stock code, an investor's name) comes back with the reason. */
export function parseRound(label: string): RoundReading {
  const text = normal(label);
  const base: Round = {
    label: label.trim(),
    family: 'unknown',
    letter: null,
    isPre: /^pre/i.test(text),
    plusCount: plusesAtEnd(text.endsWith('轮') ? text.slice(0, -1) : text),
    ordinal: null,
  };
  if (namesSeveralStages(text)) return { ok: true, round: { ...base, isPre: false, plusCount: 0 } };
  const series = seriesOf(text);
  if (series) return { ok: true, round: { ...base, ...series, family: 'series' } };
  const investor = investorEnding.test(text);
  const family = investor ? undefined : families.find(([words]) => words.test(text))?.[1];
  if (family) return { ok: true, round: { ...base, family, isPre: base.isPre && family !== 'pre-ipo' } };
  if (!investor && (notStated.test(text) || unnamed.test(text)))
    return { ok: true, round: { ...base, isPre: false, plusCount: 0 } };
  const stockCode = /^(?:SZ|SH|HK|BJ)?(?!(?:19|20)\d\d$)\d{4,6}(?:\.?(?:SZ|SH|HK|BJ))?$/i.test(text);
  return {
    ok: false,
    reason: stockCode
      ? { zh: `“${label}”是股票代码，不是轮次`, en: `"${label}" is a stock code, not a round.` }
      : {
          zh: `“${label}”不是轮次；请写如 天使轮、Pre-A轮、B+轮、战略融资、IPO，不清楚就留空`,
          en: `"${label}" is no round. Write for example Angel, Pre-A, B+, Strategic, IPO; leave it empty if unknown.`,
        },
  };
}

const familyNames: Record<RoundFamily, Bilingual> = {
  seed: { zh: '种子轮', en: 'Seed' },
  angel: { zh: '天使轮', en: 'Angel' },
  series: { zh: 'A–H 轮', en: 'Series A–H' },
  'pre-ipo': { zh: 'Pre-IPO', en: 'Pre-IPO' },
  cornerstone: { zh: '基石轮', en: 'Cornerstone' },
  ipo: { zh: 'IPO', en: 'IPO' },
  strategic: { zh: '战略融资', en: 'Strategic' },
  equity: { zh: '股权融资', en: 'Equity' },
  transfer: { zh: '股权转让', en: 'Share transfer' },
  debt: { zh: '债权融资', en: 'Debt' },
  placement: { zh: '定向增发', en: 'Private placement' },
  merger: { zh: '并购', en: 'M&A' },
  unknown: { zh: '轮次未明', en: 'Round not stated' },
};

/** The name of a family of rounds. */
export function roundFamilyName(family: RoundFamily, lang: Lang): string {
  return familyNames[family][lang];
}

/** The round in normal form: Pre-A轮 / Pre-A, A+轮 / Series A+, B6轮 / Series B6. */
export function formatRound(round: Round, lang: Lang): string {
  const plus = '+'.repeat(round.plusCount);
  const pre = round.isPre ? 'Pre-' : '';
  if (round.family === 'series') {
    const name = `${pre}${round.letter}${round.ordinal ?? ''}${plus}`;
    if (lang === 'zh') return `${name}轮`;
    return round.isPre ? name : `Series ${name}`;
  }
  if (round.family === 'unknown')
    return notStated.test(round.label) ? familyNames.unknown[lang] : round.label;
  const name = familyNames[round.family][lang];
  if (round.family === 'seed' || round.family === 'angel') {
    return lang === 'zh' ? `${pre}${name.replace('轮', '')}${plus}轮` : `${pre}${name}${plus}`;
  }
  return name;
}

/** Place of a stage from Pre-seed to IPO; null for types without a stage. Later is larger. */
export function roundOrder(round: Round): number | null {
  const within = (round.isPre ? -500 : 0) + round.plusCount * 20 + Math.min(round.ordinal ?? 0, 19);
  if (round.family === 'seed') return 1000 + within;
  if (round.family === 'angel') return 2000 + within;
  if (round.family === 'series') return 3000 + ((round.letter ?? 'A').charCodeAt(0) - 65) * 1000 + within;
  if (round.family === 'pre-ipo') return 40_000;
  if (round.family === 'cornerstone') return 41_000;
  if (round.family === 'ipo') return 42_000;
  return null;
}
