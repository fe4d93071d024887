import type { Bilingual, Lang } from '@/domain/bilingual';
import { fundingTypeNames } from '@/records/funding-event/book';
import { indicatorThemeNames } from '@/records/indicator/book';
import { accessNames, modalityNames, tierNames } from '@/records/model/book';
import { organizationKindNames } from '@/records/organization/book';
import { moveKindNames } from '@/records/people-move/book';
import { productCategoryNames } from '@/records/product/book';
import { viaNames } from '@/records/source/book';
import { formatNumber } from './numbers';

/** What the fields of records are called: in forms, differences, histories and imports. */
export const fieldNames = {
  slug: { zh: '代号', en: 'Slug' },
  name: { zh: '名称', en: 'Name' },
  aliases: { zh: '别名', en: 'Aliases' },
  country: { zh: '国家', en: 'Country' },
  place: { zh: '城市', en: 'Place' },
  kind: { zh: '类型', en: 'Kind' },
  roles: { zh: '角色', en: 'Roles' },
  business: { zh: '业务', en: 'Business' },
  homepage: { zh: '主页', en: 'Homepage' },
  note: { zh: '说明', en: 'Note' },
  citations: { zh: '出处', en: 'Citations' },
  vendor: { zh: '厂商', en: 'Vendor' },
  partners: { zh: '合作方', en: 'Partners' },
  tier: { zh: '层级', en: 'Tier' },
  category: { zh: '类别', en: 'Category' },
  family: { zh: '是系列', en: 'A family' },
  modalities: { zh: '模态', en: 'Modalities' },
  parameters: { zh: '参数', en: 'Parameters' },
  access: { zh: '开放方式', en: 'Access' },
  memberOf: { zh: '所属系列', en: 'Member of' },
  derivesFrom: { zh: '派生自', en: 'Derives from' },
  platform: { zh: '平台', en: 'Platform' },
  industries: { zh: '行业', en: 'Industries' },
  released: { zh: '发布日期', en: 'Released' },
  urls: { zh: '链接', en: 'Links' },
  model: { zh: '模型', en: 'Model' },
  status: { zh: '状态', en: 'Status' },
  organization: { zh: '机构', en: 'Organization' },
  type: { zh: '性质', en: 'Type' },
  round: { zh: '轮次', en: 'Round' },
  announced: { zh: '公布日期', en: 'Announced' },
  closed: { zh: '交割日期', en: 'Closed' },
  registered: { zh: '工商变更日期', en: 'Registered' },
  greenshoeIncluded: { zh: '含超额配售', en: 'Greenshoe included' },
  partOf: { zh: '属于', en: 'Part of' },
  spans: { zh: '合计涵盖的轮次', en: 'Rounds that the sum spans' },
  spansFrom: { zh: '合计从何时起', en: 'The sum begins' },
  spansTo: { zh: '合计到何时止', en: 'The sum ends' },
  ofSomeInvestors: { zh: '只算部分投资方', en: 'Of some investors only' },
  statements: { zh: '各来源的说法', en: 'What sources state' },
  participations: { zh: '投资方', en: 'Investors' },
  title: { zh: '标题', en: 'Title' },
  author: { zh: '作者', en: 'Author' },
  publisher: { zh: '发布者', en: 'Publisher' },
  url: { zh: '链接', en: 'Link' },
  via: { zh: '读的是什么', en: 'What was read' },
  carrier: { zh: '转载或摘编方', en: 'Republished or summarised by' },
  language: { zh: '语言', en: 'Language' },
  published: { zh: '发布日期', en: 'Published' },
  publishedBasis: { zh: '日期依据', en: 'How the date is known' },
  retrieved: { zh: '查阅日期', en: 'Retrieved' },
  licence: { zh: '许可', en: 'Licence' },
  seen: { zh: '核对过原文', en: 'Checked by us' },
  layer: { zh: '产业链层', en: 'Layer' },
  industry: { zh: '行业', en: 'Industry' },
  order: { zh: '次序', en: 'Order' },
  who: { zh: '有谁', en: 'Who' },
  strengths: { zh: '优势', en: 'Strengths' },
  bottlenecks: { zh: '瓶颈', en: 'Bottlenecks' },
  text: { zh: '正文', en: 'Text' },
  currency: { zh: '币种', en: 'Currency' },
  period: { zh: '时期', en: 'Period' },
  perUsd: { zh: '每美元', en: 'Per US dollar' },
  source: { zh: '来源', en: 'Source' },
  theme: { zh: '主题', en: 'Theme' },
  unit: { zh: '单位', en: 'Unit' },
  unitName: { zh: '单位的写法', en: 'Unit in words' },
  indicator: { zh: '指标', en: 'Indicator' },
  subject: { zh: '对象', en: 'Subject' },
  about: { zh: '关于', en: 'About' },
  date: { zh: '日期', en: 'Date' },
  value: { zh: '数值', en: 'Value' },
  min: { zh: '下限', en: 'Floor' },
  max: { zh: '上限', en: 'Ceiling' },
  bound: { zh: '精确程度', en: 'Exactness' },
  projection: { zh: '是预测', en: 'A forecast' },
  byOrganization: { zh: '统计机构', en: 'Counted by' },
  byText: { zh: '统计者', en: 'Counted by (words)' },
  person: { zh: '人物', en: 'Person' },
  was: { zh: '此前', en: 'Was' },
  did: { zh: '去向', en: 'Did' },
  joined: { zh: '加入或创办', en: 'Joined or founded' },
  locator: { zh: '位置', en: 'Place in the source' },
  standing: { zh: '效力', en: 'Standing' },
  amount: { zh: '金额', en: 'Amount' },
  valuation: { zh: '估值', en: 'Valuation' },
  doubt: { zh: '疑点', en: 'Doubt' },
  investor: { zh: '投资方', en: 'Investor' },
  role: { zh: '角色', en: 'Role' },
  fields: { zh: '支持的字段', en: 'Fields it supports' },
  stated: { zh: '来源原话', en: 'As stated' },
} as const satisfies Record<string, Bilingual>;

/** The name of a field; its key where it has none. */
export function fieldName(field: string, lang: Lang): string {
  const names: Readonly<Record<string, Bilingual>> = fieldNames;
  return names[field]?.[lang] ?? field;
}

/** Words of vocabularies, by the field that they stand in. */
const vocabularies: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  tier: tierNames,
  access: accessNames,
  modalities: modalityNames,
  kind: { ...organizationKindNames, ...moveKindNames },
  category: productCategoryNames,
  type: fundingTypeNames,
  theme: indicatorThemeNames,
  via: viaNames,
};

const yes: Bilingual = { zh: '是', en: 'yes' };
const no: Bilingual = { zh: '否', en: 'no' };

/** A value of a field in one line, as a person reads it; '—' where there is none. */
export function fieldText(field: string, value: unknown, lang: Lang): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return (value ? yes : no)[lang];
  if (typeof value === 'number') return formatNumber(lang, value);
  if (typeof value === 'string') {
    const words = vocabularies[field];
    return words && Object.hasOwn(words, value) ? (words[value]?.[lang] ?? value) : value;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return '—';
    return value.map((each) => fieldText(field, each, lang)).join(lang === 'zh' ? '；' : '; ');
  }
  return partText(field, value as Record<string, unknown>, lang);
}

/** A part of a record: what a source states, an investor, a citation, a text in two languages. */
function partText(field: string, part: Record<string, unknown>, lang: Lang): string {
  if (typeof part.zh === 'string' && typeof part.en === 'string') return part[lang] as string;
  const said = (key: string) => fieldText(key, part[key] ?? null, lang);
  const parts =
    field === 'participations'
      ? [said('investor'), part.role ? said('role') : '']
      : field === 'statements'
        ? [amountWords(part.amount), part.round ? said('round') : '', said('source')]
        : field === 'citations'
          ? [said('source'), part.locator ? said('locator') : '']
          : Object.values(part).filter((each) => typeof each === 'string');
  return parts.filter((each) => each !== '' && each !== '—').join(' · ');
}

function amountWords(amount: unknown): string {
  const { text, currency, min, max } = (amount ?? {}) as Record<string, unknown>;
  if (typeof text === 'string') return text;
  return min === undefined ? '' : `${currency ?? ''} ${min ?? ''}–${max ?? ''}`.trim();
}
