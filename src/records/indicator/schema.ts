import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { label, optional, slug } from '../field-schemas';

/** What an indicator is about, in the order in which pages list themes. */
export const indicatorThemes = [
  'usage',
  'adoption',
  'supply',
  'prices',
  'revenue',
  'spending',
  'funding',
  'market',
  'training',
  'benchmarks',
  'chips',
  'capacity',
  'data',
] as const;
export type IndicatorTheme = (typeof indicatorThemes)[number];

/** A quantity of the industry that somebody counts or estimates over time. Shares are fractions. */
export const indicator = z.strictObject({
  slug,
  name: bilingual,
  /** Records from before there were themes have none. */
  theme: optional(z.enum(indicatorThemes)),
  /** What is calculated with: a currency, `share`, `rank`, or a word (users, GB/s, chips). */
  unit: label,
  /** The words that follow a figure, in both languages: 人, users. */
  unitName: optional(bilingual),
  note: optional(bilingual),
  citations,
});
export type Indicator = z.infer<typeof indicator>;
