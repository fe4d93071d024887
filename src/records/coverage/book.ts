import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Coverage } from './schema';

/** The fields of a coverage. */
export const coverageBook = {
  slug: shared.slug,
  organization: { as: 'reference', of: 'organization', label: { zh: '机构', en: 'Organization' } },
  industry: { as: 'reference', of: 'industry', label: { zh: '行业', en: 'Industry' } },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Coverage>;
