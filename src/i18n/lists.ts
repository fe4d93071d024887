import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words that all lists share: columns, files, pages, and what to drop where nothing matches. */
export const listWords = {
  ...messages({
    zh: {
      columns: '显示的列',
      download: '下载这份清单',
      dropOne: '去掉一个条件试试：',
      without: (name: string) => `去掉“${name}”`,
      previous: '上一页',
      next: '下一页',
      none: '没有符合条件的条目。',
      clear: '清除筛选',
      more: (count: number) => `其余 ${count} 个条件`,
      by: (filters: string) => `按${filters}筛选`,
      order: '排序',
      pages: '翻页',
      rows: (first: number, last: number, all: number) => `第 ${first}–${last} 条，共 ${all} 条`,
    },
    en: {
      columns: 'Columns shown',
      download: 'Download this list',
      dropOne: 'Drop one condition:',
      without: (name) => `without “${name}”`,
      previous: 'Previous',
      next: 'Next',
      none: 'Nothing matches.',
      clear: 'Clear filters',
      more: (count) => `${count} more conditions`,
      by: (filters) => `Filter by ${filters.toLowerCase()}`,
      order: 'Order',
      pages: 'Pages',
      rows: (first, last, all) => `${first}–${last} of ${all}`,
    },
  }),
  inTheList: {
    zh: '清单里的一条；从第一页看起',
    en: 'something in the list; the first page is shown',
  } satisfies Bilingual,
};
