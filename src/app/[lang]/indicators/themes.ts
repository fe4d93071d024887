import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Bilingual } from '@/domain/bilingual';
import { type IndicatorThemeKey, indicatorThemeOf } from '@/domain/indicator-theme';
import { indicatorThemes } from '@/i18n/indicators';

export interface IndicatorTheme {
  key: IndicatorThemeKey;
  name: Bilingual;
  indicators: IndicatorWithObservations[];
}

/** Indicators by theme, in the order of `indicatorThemes`; empty themes are left out. */
export function byTheme(indicators: readonly IndicatorWithObservations[]): IndicatorTheme[] {
  const themes = [...indicatorThemes, { key: 'other' as const, name: { zh: '其他', en: 'Other' } }];
  return themes
    .map(({ key, name }) => ({
      key,
      name,
      indicators: indicators.filter((each) => indicatorThemeOf(each.slug) === key),
    }))
    .filter((theme) => theme.indicators.length > 0);
}
