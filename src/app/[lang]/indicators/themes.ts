import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Bilingual } from '@/domain/bilingual';
import { indicatorThemes } from '@/i18n/indicators';

type Theme = (typeof indicatorThemes)[number]['key'];

// A theme is how this page is ordered, not a fact: it is decided by words of the slug, so a new indicator finds its place.
const belongs: readonly [Theme, RegExp][] = [
  ['data', /data-|quality/],
  ['cost', /cost|investment|spending/],
  ['compute', /bandwidth|chip|gpu|accelerator|server|flops/],
  ['market', /funding|revenue|share-price|models-|ranking/],
  ['adoption', /users|visitors|use|joining|applicants|adoption/],
];

export interface IndicatorTheme {
  key: Theme | 'other';
  name: Bilingual;
  indicators: IndicatorWithObservations[];
}

/** Indicators by theme, in the order of `indicatorThemes`; empty themes are left out. */
export function byTheme(indicators: readonly IndicatorWithObservations[]): IndicatorTheme[] {
  const themeOf = ({ slug }: IndicatorWithObservations) =>
    belongs.find(([, words]) => words.test(slug))?.[0] ?? 'other';
  const themes = [...indicatorThemes, { key: 'other' as const, name: { zh: '其他', en: 'Other' } }];
  return themes
    .map(({ key, name }) => ({ key, name, indicators: indicators.filter((each) => themeOf(each) === key) }))
    .filter((theme) => theme.indicators.length > 0);
}
