import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { optional, slug } from '../field-schemas';

/** An organization is said to serve an industry, whether or not a model of it for that industry is known. */
export const coverage = z.strictObject({
  slug,
  organization: slug,
  industry: slug,
  note: optional(bilingual),
  citations,
});
export type Coverage = z.infer<typeof coverage>;
