import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { evidenceKinds } from '@/domain/evidence';
import { label, optional, slug, text } from './field-schemas';

/** How sure a figure is: somebody measured it, somebody says so, or somebody worked it out. */
export const evidenceKind = z.enum(evidenceKinds);

/** The tie from fields of one record to a place in a source. */
export const citation = z.strictObject({
  /** Fields of the record that the source supports; none means the record as a whole. */
  fields: z.array(label).max(40).default([]),
  source: slug,
  /** Where in the source: section and paragraph, page, row. */
  locator: optional(label),
  kind: evidenceKind,
  /** What the source says, in its own words, where that differs from the record. */
  stated: optional(text),
  /** Why an editor doubts it. */
  doubt: optional(bilingual),
  note: optional(bilingual),
  /** Did one of us read the source at that place? If not, the record shows as unverified. */
  seen: z.boolean().default(true),
});
export type Citation = z.infer<typeof citation>;

export const citations = z.array(citation).max(100).default([]);
