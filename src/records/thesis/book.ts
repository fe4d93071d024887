import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Thesis } from './schema';

/** The fields of a thesis. */
export const thesisBook = {
  slug: shared.slug,
  title: { as: 'bilingual', label: { zh: '标题', en: 'Title' } },
  text: { as: 'bilingual', long: true, label: { zh: '正文', en: 'Text' } },
  citations: citationsField,
} as const satisfies Book<Thesis>;
