import { goesOnFrom, newestOf } from '@/charts/indicator/newest';
import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import type { Bilingual } from '@/domain/bilingual';
import { observedRange } from '@/domain/observed';
import { dateSpan } from '@/domain/partial-date';
import { noTheme } from '@/i18n/indicators';
import { indicatorThemeNames } from '@/records/indicator/book';
import { type IndicatorTheme, indicatorThemes } from '@/records/indicator/schema';

/** A value with what is needed to compare it with others. */
export type Seen = ObservationOnRecord & {
  key: string;
  floor: number | null;
  ceiling: number | null;
  doubted: boolean;
};

/** An indicator with the newest value that was observed of it, the one before, and the series that they belong to. */
export interface IndicatorInBrief {
  indicator: IndicatorWithObservations;
  newest: { row: Seen; before: Seen | null } | null;
  /** Values of the subject of the newest one, in its unit, by time. */
  series: Seen[];
}

export interface IndicatorsOfTheme {
  key: IndicatorTheme | 'other';
  name: Bilingual;
  indicators: IndicatorInBrief[];
}

function inBrief(indicator: IndicatorWithObservations): IndicatorInBrief {
  const seen = indicator.observations.map((each): Seen => {
    const { min, max } = observedRange(each);
    return {
      ...each,
      key: `${each.subject.en} ${each.subject.zh}`,
      floor: min,
      ceiling: max,
      doubted: each.evidence.some(({ doubt }) => doubt !== null),
    };
  });
  const newest = newestOf(seen.filter(({ floor, ceiling }) => floor !== null || ceiling !== null));
  const series =
    newest === null ? [] : seen.filter((each) => goesOnFrom(newest.row, each) && !each.projection);
  return {
    indicator,
    newest,
    series: series.toSorted((a, b) => dateSpan(a.date).to.localeCompare(dateSpan(b.date).to)),
  };
}

/** Indicators by theme, in the order of `indicatorThemes`; empty themes are left out. */
export function byTheme(indicators: readonly IndicatorWithObservations[]): IndicatorsOfTheme[] {
  const themes = [
    ...indicatorThemes.map((key) => ({ key, name: indicatorThemeNames[key] })),
    { key: 'other' as const, name: noTheme },
  ];
  return themes
    .map(({ key, name }) => ({
      key,
      name,
      indicators: indicators
        .filter((each) => (each.theme ?? 'other') === key)
        .sort((a, b) => b.observations.length - a.observations.length || (a.slug < b.slug ? -1 : 1))
        .map(inBrief),
    }))
    .filter((theme) => theme.indicators.length > 0);
}
