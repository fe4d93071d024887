import { type AmountRange, formatMoney } from './amount';
import type { Bilingual, Lang } from './bilingual';
import type { Currency } from './currency';
import type { FundingType } from './records/funding-event';
import type { RoundFamily } from './round';

/** Is an event money that the company raised? If not, why it is left out of totals. */
export interface Raised {
  counts: boolean;
  why: Bilingual | null;
}

const leftOut: Partial<Record<FundingType, Bilingual>> = {
  'in-kind': { zh: '以实物或知识产权出资，不是现金', en: 'paid in kind, not in money' },
  cornerstone: {
    zh: '基石投资是 IPO 募资的一部分，不重复计入',
    en: 'cornerstone money is part of the IPO proceeds',
  },
  reported: { zh: '传闻或未获公司确认', en: 'reported, not confirmed by the company' },
  cumulative: { zh: '多轮合计，不与各轮相加', en: 'a sum over several rounds' },
  merger: { zh: '并购款付给卖方，不是公司融资', en: 'an acquisition: the money goes to the sellers' },
  transfer: { zh: '老股转让，公司没有得到钱', en: 'old shares change hands; the company gets nothing' },
  debt: { zh: '债权融资，单列', en: 'debt, not equity' },
};

/**
 * Does this event count as money raised? Rounds and IPOs do (rules on rounds in the funding conventions); debt has to
 * be paid back, so it is kept apart.
 */
export function countsAsRaised(type: FundingType, family: RoundFamily): Raised {
  const byFamily: Partial<Record<RoundFamily, FundingType>> = {
    cornerstone: 'cornerstone',
    transfer: 'transfer',
    merger: 'merger',
    debt: 'debt',
  };
  const why = leftOut[type] ?? leftOut[byFamily[family] ?? type] ?? null;
  return { counts: why === null, why };
}

/** One event in a total: its range (all null: undisclosed), and why it is left out, if it is. */
export interface TotalItem {
  range: Pick<AmountRange, 'min' | 'max'>;
  counts: boolean;
  why?: Bilingual | null;
}

/** "At least X, at most Y, n undisclosed"; `atMost` is null when some amount has no ceiling. */
export interface Total {
  atLeast: number;
  atMost: number | null;
  /** Events with an amount that are in the sum. */
  counted: number;
  /** Events that would count, with no amount known. Never zero money: simply not known. */
  undisclosed: number;
  leftOut: { why: Bilingual; count: number }[];
}

/** The sum, the same in whatever order the numbers come: floating-point addition depends on it, so they are sorted first. */
export function sumOf(numbers: readonly number[] | Float64Array): number {
  // Many are sorted quicker without a comparison of ours; of few a typed array takes longer to make than to sort.
  const sorted =
    numbers instanceof Float64Array || numbers.length >= 50
      ? new Float64Array(numbers).sort()
      : numbers.toSorted((a, b) => a - b);
  let sum = 0;
  for (const each of sorted) sum += each;
  return sum;
}

/** Adds ranges (rule 2 of the funding conventions). The order of the events does not matter. */
export function totalOf(items: readonly TotalItem[]): Total {
  const total: Total = { atLeast: 0, atMost: 0, counted: 0, undisclosed: 0, leftOut: [] };
  const reasons = new Map<string, { why: Bilingual; count: number }>();
  const floors: number[] = [];
  const ceilings: number[] = [];
  for (const { range, counts, why } of items) {
    if (!counts) {
      const reason = why ?? { zh: '不属于融资额', en: 'not money raised' };
      const group = reasons.get(reason.en) ?? { why: reason, count: 0 };
      reasons.set(reason.en, { ...group, count: group.count + 1 });
    } else if (range.min === null && range.max === null) {
      total.undisclosed += 1;
    } else {
      total.counted += 1;
      floors.push(range.min ?? 0);
      if (range.max === null) total.atMost = null;
      else ceilings.push(range.max);
    }
  }
  total.atLeast = sumOf(floors);
  if (total.atMost !== null) total.atMost = sumOf(ceilings);
  total.leftOut = [...reasons.values()].sort((a, b) => b.count - a.count || a.why.en.localeCompare(b.why.en));
  return total;
}

/** 至少 12.3亿元，至多 20亿元，另有 3 笔未披露 / at least …, at most …, 3 undisclosed. */
export function formatTotal(
  total: Pick<Total, 'atLeast' | 'atMost' | 'counted' | 'undisclosed'>,
  currency: Currency,
  lang: Lang,
): string {
  const { atLeast, atMost, counted, undisclosed } = total;
  const zh = lang === 'zh';
  const rest =
    undisclosed === 0
      ? []
      : [zh ? `${counted > 0 ? '另有 ' : ''}${undisclosed} 笔未披露` : `${undisclosed} undisclosed`];
  if (counted === 0) return rest[0] ?? (zh ? '没有融资记录' : 'no funding on record');
  const floor = formatMoney(atLeast, currency, lang);
  const parts =
    atMost === atLeast
      ? [zh ? `共 ${floor}` : floor]
      : [
          zh ? `至少 ${floor}` : `at least ${floor}`,
          atMost === null
            ? zh
              ? '上限未知'
              : 'no upper bound'
            : `${zh ? '至多 ' : 'at most '}${formatMoney(atMost, currency, lang)}`,
        ];
  return [...parts, ...rest].join(zh ? '，' : ', ');
}
