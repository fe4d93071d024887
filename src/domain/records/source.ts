import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { label, optional, optionalDate, slug, text, webAddress } from './field';

/** A document that facts are cited from. */
export const source = z.strictObject({
  slug,
  title: text,
  author: optional(label),
  publisher: optional(label),
  url: optional(webAddress),
  language: z.enum(['zh', 'en', 'other']),
  published: optionalDate,
  /** How the date was worked out, where the document carries none. */
  publishedBasis: optional(text),
  /** When a copy was read. */
  retrieved: optionalDate,
  licence: optional(label),
  note: optional(bilingual),
  /** Did one of us read it? */
  seen: z.boolean().default(true),
});
export type Source = z.infer<typeof source>;
