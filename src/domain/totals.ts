import { formatMoney } from './amount';
import type { Bilingual, Lang } from './bilingual';
import type { Currency } from './currency';
import type { FundingType } from './funding-type';
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
  cumulative: {
    zh: '多轮合计，不与所涵盖的各轮相加',
    en: 'a sum over several rounds, never added to those that it spans',
  },
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

/** "At least X, at most Y, n undisclosed"; `atMost` is null where some amount has no ceiling, or is undisclosed. */
export interface Total {
  atLeast: number;
  atMost: number | null;
  /** Events whose amounts are in it. */
  counted: number;
  /** Events whose money is in it by way of a sum over several rounds that holds them. */
  contained: number;
  /** Events that would count, with no amount known. Never zero money: simply not known. */
  undisclosed: number;
  leftOut: readonly { why: Bilingual; count: number }[];
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

/** How an event is in a total: by its amount, by a sum over several rounds that holds it, or only as the ceiling of others. */
export type Way = 'counted' | 'contained' | 'bound';

/** Amounts that are added up to a total (rule 2 of the funding conventions). The order in which they come does not matter. */
export class Adding {
  private readonly floors: number[] = [];
  private readonly ceilings: number[] = [];
  private readonly reasons = new Map<string, { why: Bilingual; count: number }>();
  private counted = 0;
  private contained = 0;
  private undisclosed = 0;
  private open = false;

  /** What an event adds; NaN for both is an undisclosed amount, NaN for the ceiling an open one. */
  add(floor: number, ceiling: number, way: Way = 'counted'): void {
    if (Number.isNaN(floor) && Number.isNaN(ceiling)) {
      // Nobody knows how much more it may be.
      this.undisclosed += 1;
      this.open = true;
      return;
    }
    if (way !== 'bound') this[way] += 1;
    this.floors.push(Number.isNaN(floor) ? 0 : floor);
    if (Number.isNaN(ceiling)) this.open = true;
    else this.ceilings.push(ceiling);
  }

  leave(why: Bilingual): void {
    const group = this.reasons.get(why.en) ?? { why, count: 0 };
    group.count += 1;
    this.reasons.set(why.en, group);
  }

  total(): Total {
    return {
      atLeast: sumOf(this.floors),
      atMost: this.open ? null : sumOf(this.ceilings),
      counted: this.counted,
      contained: this.contained,
      undisclosed: this.undisclosed,
      leftOut: [...this.reasons.values()].sort(
        (a, b) => b.count - a.count || a.why.en.localeCompare(b.why.en),
      ),
    };
  }
}

/** Nothing on record is something else than records none of which counts. */
function nothingRaised(leftOut: Total['leftOut'], zh: boolean): string {
  const count = leftOut.reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return zh ? '没有融资记录' : 'no funding on record';
  if (count === 1)
    return zh ? '收录 1 笔，不计入融资额' : '1 event on record, which does not count as money raised';
  return zh
    ? `收录 ${count} 笔，都不计入融资额`
    : `${count} events on record, none of which counts as money raised`;
}

/** The bounds as data: both null where no amount that counts is known. Nothing known, and nothing raised, is no zero. */
export function knownBounds({ atLeast, atMost, counted }: Pick<Total, 'atLeast' | 'atMost' | 'counted'>): {
  floor: number | null;
  ceiling: number | null;
} {
  return counted === 0 ? { floor: null, ceiling: null } : { floor: atLeast, ceiling: atMost };
}

/** 至少 12.3亿元，至多 20亿元，另有 3 笔未披露 / at least …, at most …, 3 undisclosed. */
export function formatTotal(
  total: Pick<Total, 'atLeast' | 'atMost' | 'counted' | 'undisclosed'> & Partial<Pick<Total, 'leftOut'>>,
  currency: Currency,
  lang: Lang,
): string {
  const { atLeast, atMost, counted, undisclosed, leftOut = [] } = total;
  const zh = lang === 'zh';
  const rest =
    undisclosed === 0
      ? []
      : [zh ? `${counted > 0 ? '另有 ' : ''}${undisclosed} 笔未披露` : `${undisclosed} undisclosed`];
  if (counted === 0) return rest[0] ?? nothingRaised(leftOut, zh);
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
