import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { optional, slug } from '../field-schemas';

/** An organization stands on a layer of the value chain. */
export const placement = z.strictObject({
  slug,
  organization: slug,
  layer: slug,
  note: optional(bilingual),
  citations,
});
export type Placement = z.infer<typeof placement>;
