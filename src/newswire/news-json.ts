import { type FundingOutcome, tookPlace } from '@/domain/funding-outcome';
import type { Found, NewsAmount, NewsEvent, NewsValuation } from './news-event';

interface AmountJson {
  text: string;
  currency: string | null;
  min: number | null;
  max: number | null;
}

/** An event as `npm run newswire` and the API tell it. Amounts in units of the currency; null where nothing is stated. */
export interface NewsEventJson {
  company: string;
  round: string | null;
  amount: AmountJson | null;
  valuation: (AmountJson & { when: NewsValuation['when'] }) | null;
  investors: { name: string; role: string | null }[];
  date: { value: string; precision: string } | null;
  outcome: FundingOutcome;
}

function amountJson(amount: Found<NewsAmount> | null): AmountJson | null {
  if (!amount) return null;
  const { text, reading } = amount.value;
  return { text, currency: reading.currency, min: reading.range.min, max: reading.range.max };
}

/** The plain form of an event, without the places in the text. */
export function newsEventJson(event: NewsEvent): NewsEventJson {
  const valuation = amountJson(event.valuation);
  return {
    company: event.company.value,
    round: event.round?.value ?? null,
    amount: amountJson(event.amount),
    valuation: valuation && { ...valuation, when: event.valuation?.value.when ?? null },
    investors: event.investors.map(({ value: { name, role } }) => ({ name, role })),
    date: event.date ? event.date.value : null,
    outcome: event.outcome,
  };
}

/** What a text tells of: rounds that took place, and what it only says of others (talks, denials, cancellations). */
export interface NewsJson {
  events: NewsEventJson[];
  notRounds: NewsEventJson[];
}

/** The plain form of what was read of one text. */
export function newsJson(events: readonly NewsEvent[]): NewsJson {
  const all = events.map(newsEventJson);
  return {
    events: all.filter(({ outcome }) => tookPlace(outcome)),
    notRounds: all.filter(({ outcome }) => !tookPlace(outcome)),
  };
}
