import type { Bilingual } from './bilingual';
import { type Held, holds, holdsSum, type MoneyEvent, type Sum, sumsOf } from './sum-spans';
import { sumOf } from './totals';

/**
 * What an event does in the money that its organization raised. What is counted adds `floor` to the least that it can be
 * and `ceiling` to the most; NaN for both is an undisclosed amount, NaN for the ceiling alone an open one. A sum may add to
 * the ceiling only, and a round in it to the floor only. `holders`: the events that hold its money too.
 */
export type Standing =
  | { as: 'counted'; floor: number; ceiling: number; holders: readonly number[] }
  | { as: 'contained'; why: Bilingual; holders: readonly number[] }
  | { as: 'left-out'; why: Bilingual };

/** Why an event is not counted, where its own type does not say. */
export const moneyReasons = {
  inSum: { zh: '已含在合计里', en: 'contained in a sum over several rounds' },
  belowParts: {
    zh: '合计不大于所涵盖的各笔，以各笔为准',
    en: 'a sum that is no more than what it spans, which counts instead',
  },
  overlaps: { zh: '与另一笔合计重叠，不重复计', en: 'a sum that overlaps with another one' },
  someInvestors: { zh: '只是部分投资方的合计', en: 'a sum of some investors only' },
  silentSum: { zh: '没有金额的合计', en: 'a sum without an amount' },
  sumInPart: {
    zh: '合计不属于某个时段或轮次，这里只计各轮',
    en: 'a sum belongs to no single time or round; only rounds count here',
  },
  noRate: { zh: '缺少汇率，无法换算', en: 'no exchange rate to convert it with' },
} as const satisfies Record<string, Bilingual>;

const known = ({ min, max }: MoneyEvent) => !Number.isNaN(min) || !Number.isNaN(max);
const floorOf = ({ min }: MoneyEvent) => (Number.isNaN(min) ? 0 : min);

/** Selections that are tried; beyond it the best one found so far is taken, which is still no more than was raised. */
const mostTried = 20_000;

/** Rounds and sums of one organization, and where the money of each lies. Rounds and sums are named by their places. */
class Containment {
  readonly rounds: readonly MoneyEvent[];
  readonly sums: readonly Sum[];
  private readonly rows: readonly Held[][];
  private readonly between: readonly Held[][];

  constructor(rounds: readonly MoneyEvent[], sums: readonly MoneyEvent[], all: readonly MoneyEvent[]) {
    const byKey = new Map(all.map((event) => [event.key, event]));
    this.rounds = rounds;
    this.sums = sumsOf(sums, byKey);
    this.rows = this.sums.map((sum) => rounds.map((round) => holds(sum, round)));
    this.between = this.sums.map((outer) =>
      this.sums.map((inner) => (outer === inner ? 'not' : holdsSum(outer, inner, byKey))),
    );
  }

  round(sum: number, round: number): Held {
    return this.rows[sum]?.[round] ?? 'not';
  }

  inner(outer: number, inner: number): Held {
    return this.between[outer]?.[inner] ?? 'not';
  }

  /** Can no money be in both? */
  apart(a: number, b: number): boolean {
    return this.inner(a, b) === 'not' && this.inner(b, a) === 'not';
  }

  /** What these sums come to, with those of the rounds that cannot be in any of them. */
  worth(sums: readonly number[], rounds: readonly number[]): number {
    return sumOf([
      ...sums.map((at) => floorOf(this.event(at))),
      ...rounds.flatMap((place) =>
        sums.some((at) => this.round(at, place) !== 'not') ? [] : [floorOf(this.rounds[place] as MoneyEvent)],
      ),
    ]);
  }

  event(sum: number): MoneyEvent {
    return (this.sums[sum] as Sum).event;
  }

  /**
   * Those of the sums, no two of which may hold the same money, that with the rounds outside of them come to most; where
   * several choices do, the one with fewest sums, since rounds say more.
   */
  largest(sums: readonly number[], rounds: readonly number[]): { sums: readonly number[]; worth: number } {
    let best = { sums: [] as readonly number[], worth: this.worth([], rounds) };
    let tried = 0;
    const add = (chosen: readonly number[], next: number): void => {
      for (let at = next; at < sums.length && tried < mostTried; at++) {
        const sum = sums[at] as number;
        if (!chosen.every((other) => this.apart(sum, other))) continue;
        tried += 1;
        const more = [...chosen, sum];
        const worth = this.worth(more, rounds);
        if (worth > best.worth) best = { sums: more, worth };
        add(more, at + 1);
      }
    };
    add([], 0);
    return best;
  }

  /** The least that comes together of what is surely in a sum. */
  leastIn(sum: number): { least: number; rounds: number[] } {
    const rounds = [...this.rounds.keys()].filter((place) => this.round(sum, place) === 'surely');
    const inner = [...this.sums.keys()].filter(
      (other) => this.inner(sum, other) === 'surely' && this.inner(other, sum) !== 'surely',
    );
    return { least: this.largest(inner, rounds).worth, rounds };
  }

  /** Is a sum less than what is surely in it? Then it is false, or they are. */
  falls(sum: number): boolean {
    return this.leastIn(sum).least > this.event(sum).max;
  }
}

/** Sorts the events into rounds and sums that count; what counts as neither goes to `leave`. */
function sorted(
  events: readonly MoneyEvent[],
  sums: boolean,
  leave: (event: MoneyEvent, why: Bilingual) => void,
): Containment {
  const [rounds, all]: [MoneyEvent[], MoneyEvent[]] = [[], []];
  for (const event of events) {
    if (event.sum?.ofSomeInvestors) leave(event, moneyReasons.someInvestors);
    else if (event.sum && !sums) leave(event, moneyReasons.sumInPart);
    else if (!event.sum && event.leftOut) leave(event, event.leftOut);
    else if (event.lacksRate) leave(event, moneyReasons.noRate);
    else if (event.sum && !known(event)) leave(event, moneyReasons.silentSum);
    else (event.sum ? all : rounds).push(event);
  }
  return new Containment(rounds, all, events);
}

const byKey = (a: MoneyEvent, b: MoneyEvent) => a.key - b.key;

/**
 * What the events of one organization come to: for each of them, what it adds, or why it adds nothing. Inside a sum, the
 * larger of it and of what it spans counts; what lies outside is added. Where it cannot be told whether a round is in a sum, the
 * floor takes it to be and the ceiling takes it not to be. The ceiling of a sum stands for all that is surely in it, so
 * that what is undisclosed there leaves nothing open. The order of the events does not matter.
 *
 * `sums` is false where only a part is asked for, of a time or of some rounds: sums belong to none.
 */
export function moneyRaised(given: readonly MoneyEvent[], sums = true): Map<number, Standing> {
  const standings = new Map<number, Standing>();
  const held = sorted([...given].sort(byKey), sums, ({ key }, why) =>
    standings.set(key, { as: 'left-out', why }),
  );
  const all = [...held.sums.keys()];
  const chosen = held.largest(all, [...held.rounds.keys()]).sums;
  const roots = rootsOf(held);
  held.rounds.forEach((round, place) => {
    standings.set(round.key, standingOfRound(held, round, place, chosen, roots));
  });
  for (const at of all) standings.set(held.event(at).key, standingOfSum(held, at, chosen, roots));
  return standings;
}

/** The sums whose ceilings stand for all that is surely in them: of those that hold each other, the outermost. */
function rootsOf(held: Containment): number[] {
  const all = [...held.sums.keys()];
  const closes = held.sums.map(({ stated }, at) => stated && !held.falls(at));
  const most = (at: number) => {
    const { max } = held.event(at);
    return Number.isNaN(max) ? Infinity : max;
  };
  const within = (inner: number, outer: number) => {
    if (!closes[outer] || held.inner(outer, inner) !== 'surely') return false;
    if (held.inner(inner, outer) !== 'surely') return true;
    // Of two that span the same, the larger one stands for both.
    return most(inner) < most(outer) || (most(inner) === most(outer) && inner > outer);
  };
  return all.filter((at) => closes[at] && !all.some((other) => other !== at && within(at, other)));
}

function standingOfRound(
  held: Containment,
  round: MoneyEvent,
  place: number,
  chosen: readonly number[],
  roots: readonly number[],
): Standing {
  const covered = roots.filter((at) => held.round(at, place) === 'surely');
  const within = chosen.filter((at) => held.round(at, place) !== 'not');
  const holders = [...new Set([...within, ...covered])].sort((a, b) => a - b).map((at) => held.event(at).key);
  if (covered.length > 0 && (within.length > 0 || !known(round)))
    return { as: 'contained', why: moneyReasons.inSum, holders };
  if (!known(round)) return { as: 'counted', floor: Number.NaN, ceiling: Number.NaN, holders };
  return {
    as: 'counted',
    floor: within.length > 0 ? 0 : floorOf(round),
    ceiling: covered.length > 0 ? 0 : round.max,
    holders,
  };
}

function standingOfSum(
  held: Containment,
  at: number,
  chosen: readonly number[],
  roots: readonly number[],
): Standing {
  const { stated, event } = held.sums[at] as Sum;
  const [adds, bounds] = [chosen.includes(at), roots.includes(at)];
  // What a sum holds that does not say so, nobody knows: it leaves the ceiling open.
  if (adds || bounds || !stated)
    return {
      as: 'counted',
      floor: adds ? floorOf(event) : 0,
      ceiling: !stated ? Number.NaN : bounds ? event.max : 0,
      holders: [],
    };
  const inFigure = new Set([...chosen, ...roots]);
  const keysOf = (places: readonly number[]) => places.map((place) => held.event(place).key);
  const outer = [...inFigure].filter((other) => held.inner(other, at) === 'surely');
  if (outer.length > 0) return { as: 'contained', why: moneyReasons.inSum, holders: keysOf(outer) };
  const beside = chosen.filter((other) => !held.apart(other, at));
  if (beside.length > 0) return { as: 'contained', why: moneyReasons.overlaps, holders: keysOf(beside) };
  const rounds = held.rounds.flatMap(({ key }, place) => (held.round(at, place) === 'not' ? [] : [key]));
  return { as: 'contained', why: moneyReasons.belowParts, holders: rounds };
}

/** A sum that is less than what is surely in it: the most that it says, the least that they do, and their keys. */
export function belowParts(
  given: readonly MoneyEvent[],
  key: number,
): { most: number; least: number; rounds: number[] } | null {
  const held = sorted([...given].sort(byKey), true, () => undefined);
  const at = held.sums.findIndex(({ event }) => event.key === key);
  if (at === -1 || !held.falls(at)) return null;
  const { least, rounds } = held.leastIn(at);
  return {
    most: held.event(at).max,
    least,
    rounds: rounds.map((place) => (held.rounds[place] as MoneyEvent).key),
  };
}
