import type { Bilingual } from '@/domain/bilingual';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { MoveKind, PeopleMove } from './schema';

export const moveKindNames = {
  founded: { zh: '创办', en: 'Founded' },
  joined: { zh: '加入', en: 'Joined' },
  left: { zh: '离开', en: 'Left' },
  promoted: { zh: '履新', en: 'New post' },
} as const satisfies Record<MoveKind, Bilingual>;

/** The fields of a move of a person. */
export const peopleMoveBook = {
  slug: shared.slug,
  person: { as: 'bilingual', label: { zh: '人物', en: 'Person' }, heads: ['name', '姓名', '名字'] },
  kind: {
    as: 'choice',
    names: moveKindNames,
    label: { zh: '类型', en: 'Kind' },
    heads: ['move', 'type', '变动', '变动类型', '流动类型'],
  },
  was: { as: 'bilingual', label: { zh: '此前', en: 'Was' }, heads: ['formerpost', '原职', '原职务'] },
  organization: {
    as: 'reference',
    of: 'organization',
    label: { zh: '机构', en: 'Organization' },
    heads: ['from', '原机构', '原公司'],
  },
  did: { as: 'bilingual', label: { zh: '去向', en: 'Did' }, heads: ['newpost', '新职', '新职务'] },
  joined: {
    as: 'reference',
    of: 'organization',
    label: { zh: '加入或创办', en: 'Joined or founded' },
    heads: ['to', '新机构', '新公司'],
  },
  date: { as: 'date', label: { zh: '日期', en: 'Date' }, heads: ['时间', 'time'] },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<PeopleMove>;
