import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Bilingual } from '@/domain/bilingual';
import { type IndicatorTheme, indicatorThemes } from '@/domain/records/indicator';
import { indicatorThemeNames, noTheme } from '@/i18n/indicators';

export interface IndicatorsOfTheme {
  key: IndicatorTheme | 'other';
  name: Bilingual;
  indicators: IndicatorWithObservations[];
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
      indicators: indicators.filter((each) => (each.theme ?? 'other') === key),
    }))
    .filter((theme) => theme.indicators.length > 0);
}
