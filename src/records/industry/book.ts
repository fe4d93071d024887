import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Industry } from './schema';

/** The fields of an industry. */
export const industryBook = {
  slug: shared.slug,
  name: shared.name,
  aliases: shared.aliases,
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Industry>;
