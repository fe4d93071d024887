import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Position } from './schema';

/** The fields of a position. */
export const positionBook = {
  slug: shared.slug,
  organization: { as: 'reference', of: 'organization', label: { zh: '机构', en: 'Organization' } },
  text: { as: 'bilingual', long: true, label: { zh: '正文', en: 'Text' } },
  citations: citationsField,
} as const satisfies Book<Position>;
