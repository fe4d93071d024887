import type { Bilingual } from './bilingual';

/** What a sum over several rounds says that it spans. Events by their keys; days as numbers. */
export interface SumSpan {
  /** Events that are surely in it. */
  events: readonly number[];
  /** The time whose rounds are in it; null where that end is not said. */
  from: number | null;
  to: number | null;
  /** Only the money of some investors: never added to anything. */
  ofSomeInvestors: boolean;
}

/** One event of one organization. NaN: a bound, or a day, that is not known. */
export interface MoneyEvent {
  key: number;
  min: number;
  max: number;
  /** First and last day of the announcement. */
  from: number;
  to: number;
  /** Why it is no round that brought money; null where it is one. Of no account where it is a sum. */
  leftOut: Bilingual | null;
  /** What it spans, of a sum over several rounds. */
  sum: SumSpan | null;
  /** An amount is stated, but there is no rate to convert it with. */
  lacksRate: boolean;
}

/** A time that a sum spans; `sure`: what lies in it is in the sum. */
interface Time {
  from: number;
  to: number;
  sure: boolean;
}

/** A sum with what it holds, also by way of other sums that it names. */
export interface Sum {
  event: MoneyEvent;
  /** Keys of rounds and of sums. */
  names: ReadonlySet<number>;
  times: readonly Time[];
  /** It says what it spans. Where not, it may hold anything up to its announcement, and surely holds nothing. */
  stated: boolean;
}

/** The sums among these events, in their order. */
export function sumsOf(events: readonly MoneyEvent[], all: ReadonlyMap<number, MoneyEvent>): Sum[] {
  return events.map((event) => {
    const names = new Set<number>();
    const times: Time[] = [];
    const take = (each: MoneyEvent) => {
      // Of a round only some of whose investors are counted, the rest may lie outside.
      if (each.sum === null || (each !== event && each.sum.ofSomeInvestors)) return;
      const time = timeOf(each, each.sum);
      if (time) times.push(time);
      for (const key of each.sum.events) {
        if (names.has(key) || key === event.key) continue;
        names.add(key);
        const named = all.get(key);
        if (named) take(named);
      }
    };
    take(event);
    return { event, names, times, stated: names.size > 0 || times.some(({ sure }) => sure) };
  });
}

function timeOf({ to: announced }: MoneyEvent, { events, from, to }: SumSpan): Time | null {
  const sure = from !== null || to !== null;
  if (!sure && events.length > 0) return null;
  return { from: from ?? -Infinity, to: to ?? (Number.isNaN(announced) ? Infinity : announced), sure };
}

/** Is money in a sum? `may`: it cannot be told, or only a part of it is. */
export type Held = 'surely' | 'may' | 'not';

/** Is a round in a sum? */
export function holds({ names, times }: Sum, { key, from, to }: MoneyEvent): Held {
  if (names.has(key)) return 'surely';
  if (times.length === 0) return 'not';
  if (Number.isNaN(from)) return 'may';
  if (times.some((time) => time.sure && from >= time.from && to <= time.to)) return 'surely';
  return times.some((time) => to >= time.from && from <= time.to) ? 'may' : 'not';
}

/** Is the money of one sum in another? `all` are the events that are looked at, by key. */
export function holdsSum(outer: Sum, inner: Sum, all: ReadonlyMap<number, MoneyEvent>): Held {
  if (outer.names.has(inner.event.key)) return 'surely';
  const parts = [...roundsNamed(inner, outer, all), ...inner.times.map((time) => timeIn(outer, time))];
  if (parts.length > 0 && parts.every((each) => each === 'surely')) return 'surely';
  const touches =
    inner.names.has(outer.event.key) ||
    parts.some((each) => each !== 'not') ||
    roundsNamed(outer, inner, all).some((each) => each !== 'not');
  return touches ? 'may' : 'not';
}

/** Where the rounds that one sum names stand to another. A sum that it names stands there with its own rounds and times. */
function roundsNamed(sum: Sum, other: Sum, all: ReadonlyMap<number, MoneyEvent>): Held[] {
  return [...sum.names].flatMap((key): Held[] => {
    if (other.names.has(key)) return ['surely'];
    const event = all.get(key);
    // Nobody can tell where an event lies that is not looked at.
    if (!event) return [other.times.length === 0 ? 'not' : 'may'];
    return event.sum ? [] : [holds(other, event)];
  });
}

function timeIn({ times }: Sum, { from, to, sure }: Time): Held {
  if (sure && times.some((time) => time.sure && from >= time.from && to <= time.to)) return 'surely';
  return times.some((time) => to >= time.from && from <= time.to) ? 'may' : 'not';
}
