import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { aliases, optional, slug } from '../field-schemas';

/** An industry that models serve; the words that sources use for it are its aliases. */
export const industry = z.strictObject({
  slug,
  name: bilingual,
  aliases,
  note: optional(bilingual),
  citations,
});
export type Industry = z.infer<typeof industry>;
