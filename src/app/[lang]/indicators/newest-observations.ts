import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';

/** Indicators with a part of their values, and how many values there are in all. */
export interface Shortened {
  indicators: IndicatorWithObservations[];
  shown: number;
  all: number;
}

/**
 * Of each subject the newest value of each indicator, forecasts beside what is known; of these at most so many, the
 * newest. A page of a company is no place for all that was ever counted of it: the page of the indicator has that.
 */
export function newestObservations(
  indicators: readonly IndicatorWithObservations[],
  most: number,
): Shortened {
  const all = indicators.reduce((sum, { observations }) => sum + observations.length, 0);
  const newest = indicators.flatMap(({ observations }) => newestOfSubjects(observations));
  const kept = new Set(
    newest.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id - b.id)).slice(0, most),
  );
  const left = indicators.flatMap((indicator) => {
    const observations = indicator.observations.filter((each) => kept.has(each));
    return observations.length === 0 ? [] : [{ ...indicator, observations }];
  });
  return { indicators: left, shown: kept.size, all };
}

/** Observations stand by date: the last of each subject is the newest. */
function newestOfSubjects(observations: readonly ObservationOnRecord[]): ObservationOnRecord[] {
  return [
    ...new Map(
      observations.map((each) => [[each.subject.zh, each.unit, each.projection].join('\n'), each]),
    ).values(),
  ];
}
