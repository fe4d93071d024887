import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  type DatedFundingEvent,
  fundingEventsByDate,
  type MoneyRange,
} from '@/database/queries/funding-events-by-date';
import type { Facts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { BasisRecord } from './definition';
import { type Period, placeInPeriod } from './period';

/** A funding event with what its sources say. */
export type FundingEvent = DatedFundingEvent & { evidence: Evidence[] };

/** Every funding event on record with its evidence, oldest first. */
export async function readFundingEvents(facts: Facts): Promise<FundingEvent[]> {
  const events = await fundingEventsByDate(facts);
  const evidence = await evidenceOfRecords(
    facts,
    events.map((event) => event.id),
  );
  return events.map((event) => ({ ...event, evidence: evidence.get(event.id) ?? [] }));
}

/** The event as the basis of a figure. */
export function basisOfEvent(
  event: Pick<FundingEvent, 'slug' | 'company' | 'round' | 'evidence'>,
): BasisRecord {
  const name = (lang: Lang) => `${event.company.name[lang]} ${event.round ?? ''}`.trim();
  return {
    name: { zh: name('zh'), en: name('en') },
    path: `/funding/${event.slug}`,
    evidence: event.evidence,
  };
}

/** Why an event that matches is in no sum. */
export const fundingReasons = {
  undated: { zh: '没有日期', en: 'no date' },
  unclear: {
    zh: '日期不够精确，无法判断是否在所选时段内',
    en: 'the date is not precise enough to tell whether it is in the period',
  },
  noRate: { zh: '缺少汇率，无法换算', en: 'no exchange rate to convert it with' },
} as const satisfies Record<string, Bilingual>;

/**
 * Does the event count in a period and a currency? `outside`: it does not match. `why`: it matches and cannot be added.
 * An amount of null was not disclosed.
 */
export function countedAmount(
  event: FundingEvent,
  period: Period,
  currency: 'cny' | 'usd',
):
  | { outside: true }
  | { outside: false; why: Bilingual }
  | { outside: false; why: null; amount: MoneyRange | null } {
  const place = placeInPeriod(event.announced, period);
  if (place === 'outside') return { outside: true };
  if (event.leftOut) return { outside: false, why: event.leftOut };
  if (place === 'unclear') {
    return { outside: false, why: event.announced ? fundingReasons.unclear : fundingReasons.undated };
  }
  const amount = event.amount?.[currency] ?? null;
  if (event.amount !== null && amount === null) return { outside: false, why: fundingReasons.noRate };
  return { outside: false, why: null, amount };
}

/** What a reader of any sum of funding must know. */
export const fundingNote: Bilingual = {
  zh: '金额按公布日所在月份的汇率折算。“至少”是各笔下限之和，“至多”是各笔上限之和；未披露的不当作零。',
  en: 'Amounts are converted at the rate of the month of announcement. “At least” adds up the floors, “at most” the ceilings; undisclosed is never zero.',
};
