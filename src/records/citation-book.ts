import type { Bilingual } from '@/domain/bilingual';
import type { EvidenceKind } from '@/domain/evidence';
import { type Book, shared } from './book';
import type { Citation } from './citation';

/** How a source knows, in a word. */
const evidenceKindNames = {
  measured: { zh: '实测', en: 'measured' },
  claimed: { zh: '声称', en: 'claimed' },
  estimated: { zh: '估计', en: 'estimated' },
} as const satisfies Record<EvidenceKind, Bilingual>;

/** What every statement of a source says beside its figures. */
export const statementFields = {
  source: { as: 'reference', of: 'source', label: { zh: '来源', en: 'Source' } },
  locator: { as: 'line', label: { zh: '位置', en: 'Place in the source' } },
  kind: { as: 'choice', label: { zh: '如何得知', en: 'How it knows' }, names: evidenceKindNames },
  seen: { as: 'flag', label: { zh: '核对过原文', en: 'Checked by us' } },
  doubt: { as: 'bilingual', label: { zh: '疑点', en: 'Doubt' } },
  note: shared.note,
} as const;

/** The fields of a citation. */
const citationBook = {
  fields: {
    as: 'lines',
    label: { zh: '支持的字段', en: 'Fields it supports' },
    hint: {
      zh: '支持哪些字段（用英文字段名，一行一个）；空着就是整条记录',
      en: 'Which fields it supports, one a line; empty: the whole record',
    },
  },
  ...statementFields,
  stated: { as: 'paragraph', label: { zh: '来源原话', en: 'As stated' } },
} as const satisfies Book<Citation>;

/** The citations of a record. */
export const citationsField = {
  as: 'parts',
  label: { zh: '出处', en: 'Citations' },
  fields: citationBook,
} as const;
