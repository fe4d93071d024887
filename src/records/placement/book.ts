import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Placement } from './schema';

/** The fields of a placement. */
export const placementBook = {
  slug: shared.slug,
  organization: { as: 'reference', of: 'organization', label: { zh: '机构', en: 'Organization' } },
  layer: { as: 'reference', of: 'layer', label: { zh: '产业链层', en: 'Layer' } },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Placement>;
