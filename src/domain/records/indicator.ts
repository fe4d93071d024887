import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from './citation';
import { label, optional, slug } from './field';

/** A quantity of the industry that somebody counts or estimates over time. Shares are fractions. */
export const indicator = z.strictObject({
  slug,
  name: bilingual,
  /** users, visitors, share, companies, GB/s, chips, USD, CNY, … */
  unit: label,
  note: optional(bilingual),
  citations,
});
export type Indicator = z.infer<typeof indicator>;
