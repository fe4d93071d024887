import { dateSpan, type PartialDate } from './partial-date';

/** A funding event as far as it takes to tell whether another is the same. */
export interface ComparableEvent {
  organization: string;
  announced: PartialDate | null;
  /** In one currency; both null: undisclosed. */
  min: number | null;
  max: number | null;
  round: string | null;
  investors: readonly string[];
}

/** Why two events may be one. */
export type LikenessReason = 'round' | 'amount' | 'date' | 'investors';

const day = 86_400_000;
/** Two reports of one round appear within this time. */
const window = 60 * day;

/**
 * Why two events of one organization may be the same: overlapping amounts, dates within two months, shared investors,
 * the same round. One reason alone is none: second closings exist (funding conventions, rule 6).
 */
export function likenessOf(a: ComparableEvent, b: ComparableEvent): LikenessReason[] {
  if (a.organization !== b.organization) return [];
  const reasons: LikenessReason[] = [];
  if (a.round !== null && a.round === b.round) reasons.push('round');
  if (overlap([a.min, a.max], [b.min, b.max])) reasons.push('amount');
  if (a.announced !== null && b.announced !== null) {
    const [one, other] = [dateSpan(a.announced), dateSpan(b.announced)];
    const apart = Math.max(
      Date.parse(one.from) - Date.parse(other.to),
      Date.parse(other.from) - Date.parse(one.to),
    );
    if (apart <= window) reasons.push('date');
  }
  if (a.investors.some((investor) => b.investors.includes(investor))) reasons.push('investors');
  return reasons.length > 1 ? reasons : [];
}

function overlap(
  [aMin, aMax]: readonly (number | null)[],
  [bMin, bMax]: readonly (number | null)[],
): boolean {
  const known = (min: number | null | undefined, max: number | null | undefined) =>
    (min ?? max ?? null) !== null;
  if (!known(aMin, aMax) || !known(bMin, bMax)) return false;
  return (
    (aMin ?? 0) <= (bMax ?? Number.POSITIVE_INFINITY) && (bMin ?? 0) <= (aMax ?? Number.POSITIVE_INFINITY)
  );
}
