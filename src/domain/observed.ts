/** What the words allow: `about` 10 % either way, `more-than` a floor, `just-under` a ceiling, `not-stated` no figure. */
export const observationBounds = [
  'exact',
  'about',
  'more-than',
  'just-under',
  'several',
  'range',
  'not-stated',
] as const;
export type ObservationBound = (typeof observationBounds)[number];

/** What an observation says, as a range: a missing bound is open, both missing is no figure. */
export interface ObservedRange {
  min: number | null;
  max: number | null;
}

/**
 * The range that the words allow. `about` stays at its value here: its ten per cent are for totals, not for reading.
 * `several` and `range` have both bounds, `more-than` a floor, `just-under` a ceiling.
 */
export function observedRange(seen: {
  value: number | null;
  min: number | null;
  max: number | null;
  bound: ObservationBound;
}): ObservedRange {
  if (seen.bound === 'more-than') return { min: seen.min ?? seen.value, max: null };
  if (seen.bound === 'just-under') return { min: null, max: seen.max ?? seen.value };
  return { min: seen.min ?? seen.value, max: seen.max ?? seen.value };
}
