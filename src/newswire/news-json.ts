import type { Found, NewsAmount, NewsEvent } from './news-event';

/** An event as `npm run newswire` and the API tell it. Amounts in units of the currency; null where nothing is stated. */
export interface NewsEventJson {
  company: string;
  round: string | null;
  amount: { text: string; currency: string | null; min: number | null; max: number | null } | null;
  valuation: { text: string; currency: string | null; min: number | null; max: number | null } | null;
  investors: { name: string; role: string | null }[];
  date: { value: string; precision: string } | null;
}

function amountJson(amount: Found<NewsAmount> | null): NewsEventJson['amount'] {
  if (!amount) return null;
  const { text, reading } = amount.value;
  return { text, currency: reading.currency, min: reading.range.min, max: reading.range.max };
}

/** The plain form of an event, without the places in the text. */
export function newsEventJson(event: NewsEvent): NewsEventJson {
  return {
    company: event.company.value,
    round: event.round?.value ?? null,
    amount: amountJson(event.amount),
    valuation: amountJson(event.valuation),
    investors: event.investors.map(({ value: { name, role } }) => ({ name, role })),
    date: event.date ? event.date.value : null,
  };
}
