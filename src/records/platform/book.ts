import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Platform } from './schema';

/** The fields of a platform. */
export const platformBook = {
  slug: shared.slug,
  name: { ...shared.name, heads: ['platform', '平台', '平台名称'] },
  aliases: shared.aliases,
  vendor: {
    as: 'reference',
    of: 'organization',
    label: { zh: '厂商', en: 'Vendor' },
    heads: ['公司', '机构', 'company'],
  },
  kind: { as: 'bilingual', label: { zh: '类型', en: 'Kind' } },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Platform>;
