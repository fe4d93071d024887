import type { Bilingual } from '@/domain/bilingual';
import type { SourceVia } from '@/domain/source-via';
import { type Book, shared } from '../book';
import type { Source } from './schema';

/** What was read of a source, as a choice. */
export const viaNames = {
  publisher: { zh: '发布者的原页', en: 'the publisher’s own page' },
  republication: { zh: '转载页', en: 'a republished copy' },
  digest: { zh: '摘编', en: 'a digest or summary' },
} as const satisfies Record<SourceVia, Bilingual>;

export const languageNames = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<Source['language'], Bilingual>;

/** The fields of a source. */
export const sourceBook = {
  slug: shared.slug,
  title: { as: 'line', label: { zh: '标题', en: 'Title' }, heads: ['name', '题名', '来源', '名称'] },
  author: { as: 'line', label: { zh: '作者', en: 'Author' } },
  publisher: {
    as: 'line',
    label: { zh: '发布者', en: 'Publisher' },
    heads: ['site', 'media', '媒体', '出处', '网站'],
  },
  url: { as: 'address', label: { zh: '链接', en: 'Link' }, heads: ['网址'] },
  via: {
    as: 'choice',
    names: viaNames,
    label: { zh: '读的是什么', en: 'What was read' },
    heads: ['readvia', '转载', '来路'],
  },
  carrier: {
    as: 'line',
    label: { zh: '转载或摘编方', en: 'Republished or summarised by' },
    heads: ['republishedby', '转载方', '摘编方'],
  },
  language: {
    as: 'choice',
    names: languageNames,
    label: { zh: '语言', en: 'Language' },
    heads: ['lang'],
    guessed: true,
  },
  published: {
    as: 'date',
    label: { zh: '发布日期', en: 'Published' },
    heads: ['date', '日期', '时间', '发布时间'],
  },
  publishedBasis: { as: 'paragraph', label: { zh: '日期依据', en: 'How the date is known' } },
  retrieved: { as: 'date', label: { zh: '查阅日期', en: 'Retrieved' } },
  licence: { as: 'line', label: { zh: '许可', en: 'Licence' }, heads: ['license'] },
  note: shared.note,
  seen: { as: 'flag', label: { zh: '核对过原文', en: 'Checked by us' }, guessed: true },
} as const satisfies Book<Source>;
