import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { aliases, optional, slug } from '../field-schemas';

/** What models are trained, tuned and served on. */
export const platform = z.strictObject({
  slug,
  name: bilingual,
  aliases,
  vendor: slug,
  kind: optional(bilingual),
  note: optional(bilingual),
  citations,
});
export type Platform = z.infer<typeof platform>;
