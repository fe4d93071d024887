import { keptWith } from '@/database/kept-with';
import {
  boundsIn,
  type FundingFilter,
  type FundingMatches,
} from '@/database/queries/funding-events-matching';
import type { Bilingual } from '@/domain/bilingual';
import { sumOf, type Total } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';

/** The filter that every event matches, newest first, in CNY. */
export const everyEvent: FundingFilter = {
  text: '',
  organizations: [],
  families: [],
  types: [],
  vias: [],
  from: null,
  to: null,
  currency: 'CNY',
  min: null,
  order: 'newest',
};

const notConverted: Bilingual = { zh: fundingPage.zh.notConverted, en: fundingPage.en.notConverted };
const notMoney: Bilingual = { zh: '不属于融资额', en: 'not money raised' };

/**
 * What these events raised together, as `totalOf` adds them up. A known amount without a rate is left out and counted
 * as such; taking it for undisclosed would say something false.
 */
export const totalOfEvents = keptWith(({ columns, rows, currency }: FundingMatches): Total => {
  const { min, max } = boundsIn(columns, currency);
  const reasons = new Map<string, { why: Bilingual; count: number }>();
  const leave = (why: Bilingual) => {
    const group = reasons.get(why.en) ?? { why, count: 0 };
    group.count += 1;
    reasons.set(why.en, group);
  };
  const floors = new Float64Array(rows.length);
  const ceilings = new Float64Array(rows.length);
  let [counted, closed, undisclosed, open] = [0, 0, 0, false];
  for (const row of rows) {
    const { raised, leftOut } = columns.sorts[columns.sort[row] as number] ?? {
      raised: false,
      leftOut: null,
    };
    const [low, high] = [min(row), max(row)];
    const known = !Number.isNaN(low) || !Number.isNaN(high);
    if (!raised) leave(leftOut ?? notMoney);
    else if (known) {
      floors[counted++] = Number.isNaN(low) ? 0 : low;
      if (Number.isNaN(high)) open = true;
      else ceilings[closed++] = high;
    } else if (Number.isNaN(columns.min[row]) && Number.isNaN(columns.max[row])) undisclosed += 1;
    else leave(notConverted);
  }
  return {
    atLeast: sumOf(floors.subarray(0, counted)),
    atMost: open ? null : sumOf(ceilings.subarray(0, closed)),
    counted,
    undisclosed,
    leftOut: [...reasons.values()].sort((a, b) => b.count - a.count || a.why.en.localeCompare(b.why.en)),
  };
});
