import type { Bilingual } from '@/domain/bilingual';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Organization, OrganizationKind, OrganizationRole } from './schema';

export const organizationKindNames = {
  cloud: { zh: '云厂商', en: 'Cloud vendor' },
  internet: { zh: '互联网公司', en: 'Internet company' },
  'ai-company': { zh: '人工智能公司', en: 'AI company' },
  startup: { zh: '创业公司', en: 'Start-up' },
  software: { zh: '软件公司', en: 'Software company' },
  hardware: { zh: '硬件公司', en: 'Hardware company' },
  chipmaker: { zh: '芯片公司', en: 'Chip maker' },
  company: { zh: '企业', en: 'Company' },
  lab: { zh: '研究机构', en: 'Lab' },
  academia: { zh: '高校与科研院所', en: 'Academia' },
  fund: { zh: '基金', en: 'Fund' },
  person: { zh: '个人', en: 'Person' },
  'research-firm': { zh: '研究公司', en: 'Research firm' },
  broker: { zh: '券商', en: 'Broker' },
  government: { zh: '政府机构', en: 'Government' },
} as const satisfies Record<OrganizationKind, Bilingual>;

/** What an organization does in this industry. */
export const organizationRoleNames = {
  vendor: { zh: '厂商', en: 'Vendor' },
  investor: { zh: '投资方', en: 'Investor' },
  user: { zh: '用户', en: 'User' },
  research: { zh: '研究', en: 'Research' },
  distributor: { zh: '分销', en: 'Distributor' },
  'public-body': { zh: '公共机构', en: 'Public body' },
  employer: { zh: '用人单位', en: 'Employer' },
} as const satisfies Record<OrganizationRole, Bilingual>;

/** The fields of an organization. */
export const organizationBook = {
  slug: shared.slug,
  name: {
    ...shared.name,
    heads: ['organization', 'company', '机构', '机构名称', '公司', '公司名称', '企业', '厂商'],
  },
  aliases: shared.aliases,
  country: { as: 'line', label: { zh: '国家', en: 'Country' }, heads: ['国别'] },
  place: {
    as: 'line',
    label: { zh: '城市', en: 'Place' },
    heads: ['city', 'region', '所在地', '地区', '总部'],
  },
  kind: {
    as: 'choice',
    names: organizationKindNames,
    label: { zh: '类型', en: 'Kind' },
    heads: ['type', '机构类型'],
    guessed: true,
  },
  roles: { as: 'choices', names: organizationRoleNames, label: { zh: '角色', en: 'Roles' }, heads: ['role'] },
  business: { as: 'bilingual', label: { zh: '业务', en: 'Business' }, heads: ['主营业务', '简介'] },
  homepage: {
    as: 'address',
    label: { zh: '主页', en: 'Homepage' },
    heads: ['website', 'url', '网站', '官网'],
  },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Organization>;
