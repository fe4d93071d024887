import type { NewsEvent } from './news-event';

/** What one place in a text adds to an event: a field that is there already stays. */
export function addTo(event: NewsEvent, more: Partial<NewsEvent>): void {
  event.round ??= more.round ?? null;
  event.amount ??= more.amount ?? null;
  event.valuation ??= more.valuation ?? null;
  event.date ??= more.date ?? null;
  for (const investor of more.investors ?? []) {
    const known = event.investors.find(({ value }) => value.name === investor.value.name);
    if (!known) event.investors.push(investor);
    else if (known.value.role === null) known.value.role = investor.value.role;
  }
  for (const doubt of more.doubts ?? []) if (!event.doubts.includes(doubt)) event.doubts.push(doubt);
}

const plainName = (name: string) => name.toLowerCase().replace(/[\s·]/g, '');

function sameCompany(a: string, b: string): boolean {
  // Applied for Applied Intuition, further down in the same text.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    plainName(a) === plainName(b) ||
    (/[a-z]$/i.test(short) && short.length > 3 && long.startsWith(`${short} `))
  );
}

function sameAmount(a: NewsEvent, b: NewsEvent): boolean {
  const [one, other] = [a.amount?.value.reading.range, b.amount?.value.reading.range];
  return one?.min === other?.min && one?.max === other?.max;
}

/** Events that one sentence tells apart by their dates: never one and the same. */
const apart = new WeakMap<NewsEvent, object>();

/** Remembers that these are different events, whatever they have in common. */
export function tellApart(events: readonly NewsEvent[]): void {
  const token = {};
  for (const event of events) apart.set(event, token);
}

function areApart(a: NewsEvent, b: NewsEvent): boolean {
  const token = apart.get(a);
  return token !== undefined && token === apart.get(b);
}

/** A headline and the paragraph below it tell of the same event: the fuller one stays, with what only the other had. */
export function withoutRepeats(events: readonly NewsEvent[]): NewsEvent[] {
  const kept: NewsEvent[] = [];
  for (const event of events) {
    const same = kept.find(
      (each) =>
        sameCompany(each.company.value, event.company.value) &&
        each.outcome === event.outcome &&
        !areApart(each, event) &&
        (each.round === null ||
          event.round === null ||
          each.round.value.toLowerCase() === event.round.value.toLowerCase()) &&
        (each.date === null || event.date === null || each.date.value.value === event.date.value.value) &&
        (each.amount === null || event.amount === null || sameAmount(each, event)),
    );
    if (same) addTo(same, event);
    else kept.push(event);
  }
  return kept;
}
