import type { Bilingual } from '@/domain/bilingual';
import type { FundingType } from '@/domain/funding-type';
import { type Book, shared } from '../book';
import { citationsField, statementFields } from '../citation-book';
import type { FundingEvent, FundingStatement, ParticipationRole } from './schema';

/** What an event is. */
export const fundingTypeNames = {
  round: { zh: '融资轮', en: 'Round' },
  'in-kind': { zh: '实物出资', en: 'In kind' },
  cornerstone: { zh: '基石投资', en: 'Cornerstone' },
  ipo: { zh: 'IPO', en: 'IPO' },
  reported: { zh: '传闻', en: 'Reported' },
  cumulative: { zh: '累计', en: 'Cumulative' },
  merger: { zh: '并购', en: 'Merger' },
  transfer: { zh: '老股转让', en: 'Transfer' },
  debt: { zh: '债权', en: 'Debt' },
} as const satisfies Record<FundingType, Bilingual>;

/** What an investor did. */
export const participationRoleNames = {
  lead: { zh: '领投', en: 'lead' },
  'co-lead': { zh: '联合领投', en: 'co-lead' },
  follow: { zh: '跟投', en: 'follow' },
  adviser: { zh: '财务顾问', en: 'adviser' },
  acquirer: { zh: '收购方', en: 'acquirer' },
} as const satisfies Record<ParticipationRole, Bilingual>;

const standingNames = {
  stands: { zh: '有效', en: 'stands' },
  superseded: { zh: '已被取代', en: 'superseded' },
} as const satisfies Record<FundingStatement['standing'], Bilingual>;

const round = {
  as: 'line',
  label: { zh: '轮次', en: 'Round' },
  heads: ['stage', 'series', '融资轮次', '轮', '阶段'],
  hint: {
    zh: '照原文写，如 天使轮、Pre-A+轮、B6轮、战略融资',
    en: 'As stated: Angel, Pre-A+, B6轮, Strategic',
  },
} as const;

const announced = {
  as: 'date',
  label: { zh: '公布日期', en: 'Announced' },
  heads: [
    'date',
    'announceddate',
    'time',
    '公布时间',
    '日期',
    '时间',
    '融资时间',
    '融资日期',
    '披露时间',
    '披露日期',
  ],
} as const;

/** The fields of a funding event. */
export const fundingEventBook = {
  slug: shared.slug,
  organization: {
    as: 'reference',
    of: 'organization',
    label: { zh: '机构', en: 'Organization' },
    heads: [
      'company',
      'companyname',
      'startup',
      '公司',
      '公司名称',
      '企业',
      '企业名称',
      '融资方',
      '融资公司',
      '被投企业',
      '项目',
      '项目名称',
    ],
  },
  type: {
    as: 'choice',
    names: fundingTypeNames,
    label: { zh: '性质', en: 'Type' },
    heads: ['融资性质'],
    guessed: true,
  },
  round,
  announced,
  closed: { as: 'date', label: { zh: '交割日期', en: 'Closed' }, heads: ['closeddate', '交割时间'] },
  registered: { as: 'date', label: { zh: '工商变更日期', en: 'Registered' }, heads: ['工商变更'] },
  greenshoeIncluded: { as: 'flag', label: { zh: '含超额配售', en: 'Greenshoe included' } },
  partOf: { as: 'reference', of: 'funding-event', label: { zh: '属于', en: 'Part of' } },
  spans: {
    as: 'references',
    of: 'funding-event',
    label: { zh: '合计涵盖的轮次', en: 'Rounds that the sum spans' },
  },
  spansFrom: { as: 'date', label: { zh: '合计从何时起', en: 'The sum begins' } },
  spansTo: { as: 'date', label: { zh: '合计到何时止', en: 'The sum ends' } },
  ofSomeInvestors: { as: 'flag', label: { zh: '只算部分投资方', en: 'Of some investors only' } },
  statements: {
    as: 'parts',
    label: { zh: '各来源的说法', en: 'What sources state' },
    fields: {
      ...statementFields,
      standing: { as: 'choice', names: standingNames, label: { zh: '效力', en: 'Standing' } },
      round,
      announced,
      amount: {
        as: 'amount',
        label: { zh: '金额', en: 'Amount' },
        heads: ['raised', 'fundingamount', '融资金额', '融资额', '投资金额', '融资规模'],
      },
      valuation: { as: 'valuation', label: { zh: '估值', en: 'Valuation' }, heads: ['投后估值'] },
    },
  },
  participations: {
    as: 'parts',
    label: { zh: '投资方', en: 'Investors' },
    fields: {
      investor: { as: 'reference', of: 'organization', label: { zh: '投资方', en: 'Investor' } },
      role: {
        as: 'choice',
        names: participationRoleNames,
        label: { zh: '角色', en: 'Role' },
        hint: {
          zh: '没写就留空',
          en: 'Empty where not stated',
        },
      },
      note: shared.note,
    },
  },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<FundingEvent>;
