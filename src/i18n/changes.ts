import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the page of changes and of its feed. */
export const changeWords = messages({
  zh: {
    title: '更改记录',
    description: '每一次发布、更正和撤回，按版次和记录列出。更正从不当作新事件。',
    action: '更改',
    kind: '记录',
    vendor: '厂商',
    industry: '行业',
    filter: '筛选',
    anyVendor: '全部厂商',
    anyIndustry: '全部行业',
    none: '没有符合条件的更改。',
    clear: '清除筛选',
    edition: (number: number) => `第 ${number} 版`,
    only: (number: number) => `只看第 ${number} 版`,
    earlier: '更早的更改',
    newest: '回到最新',
    fields: (count: number) => `${count} 个字段`,
    more: (count: number) => `另有 ${count} 个字段`,
    feed: '订阅这份清单',
    feedNote: '不用注册；筛选条件就在地址里。',
    was: '原为',
    now: '改为',
  },
  en: {
    title: 'Changes',
    description:
      'Every publication, correction and retraction, by edition and record. A correction never looks like a new event.',
    action: 'What',
    kind: 'Records',
    vendor: 'Vendor',
    industry: 'Industry',
    filter: 'Filter',
    anyVendor: 'All vendors',
    anyIndustry: 'All industries',
    none: 'Nothing has changed that fits.',
    clear: 'Clear the filters',
    edition: (number) => `Edition ${number}`,
    only: (number) => `Only edition ${number}`,
    earlier: 'Earlier changes',
    newest: 'Back to the newest',
    fields: (count) => (count === 1 ? '1 field' : `${count} fields`),
    more: (count) => (count === 1 ? '1 more field' : `${count} more fields`),
    feed: 'Follow this list',
    feedNote: 'No account needed; the filter is in the address.',
    was: 'was',
    now: 'is now',
  },
});

/** What an edition did to a record. */
export const actionNames = {
  added: { zh: '新增', en: 'New' },
  corrected: { zh: '更正', en: 'Correction' },
  retracted: { zh: '撤回', en: 'Retracted' },
  restored: { zh: '恢复', en: 'Restored' },
} as const satisfies Record<string, Bilingual>;
