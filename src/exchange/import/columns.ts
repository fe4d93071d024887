import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';

/** Kinds of records that a table may hold. */
export const importKinds = ['funding-event', 'organization', 'model', 'source', 'indicator'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column may hold, by the kind of record; the words by which it is recognized. */
const known: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  'funding-event': {
    slug: ['slug', '代号', 'id'],
    organization: [
      'organization',
      'company',
      'companyname',
      'startup',
      '公司',
      '公司名称',
      '机构',
      '企业',
      '企业名称',
      '融资方',
      '融资公司',
      '被投企业',
      '项目',
      '项目名称',
    ],
    round: ['round', 'stage', 'series', '轮次', '融资轮次', '轮', '阶段'],
    type: ['type', '性质', '融资性质'],
    amount: ['amount', 'raised', 'fundingamount', '金额', '融资金额', '融资额', '投资金额', '融资规模'],
    currency: ['currency', '币种', '货币'],
    valuation: ['valuation', '估值', '投后估值'],
    announced: [
      'announced',
      'date',
      'announceddate',
      'time',
      '公布日期',
      '公布时间',
      '日期',
      '时间',
      '融资时间',
      '融资日期',
      '披露时间',
      '披露日期',
    ],
    investors: ['investors', 'investor', '投资方', '投资机构', '投资人', '参投方', '参投机构'],
    leads: ['lead', 'leads', 'leadinvestor', 'leadinvestors', '领投', '领投方', '领投机构'],
    advisers: ['adviser', 'advisor', 'fa', '财务顾问'],
    note: ['note', 'notes', 'remark', '备注', '说明'],
  },
  organization: {
    slug: ['slug', '代号', 'id'],
    'name.zh': ['namezh', 'name.zh', '中文名', '中文名称', '中文'],
    'name.en': ['nameen', 'name.en', 'english', 'englishname', '英文名', '英文名称', '英文'],
    name: ['name', 'organization', 'company', '名称', '机构', '机构名称', '公司', '公司名称', '企业', '厂商'],
    aliases: ['aliases', 'alias', 'alsoknownas', '别名', '曾用名', '又名', '简称'],
    country: ['country', '国家', '国别'],
    place: ['place', 'city', 'region', '城市', '所在地', '地区', '总部'],
    kind: ['kind', 'type', '类型', '机构类型'],
    roles: ['roles', 'role', '角色'],
    business: ['business', '业务', '主营业务', '简介'],
    homepage: ['homepage', 'website', 'url', '网站', '官网', '主页'],
    note: ['note', 'notes', 'remark', '备注', '说明'],
  },
  model: {
    slug: ['slug', '代号', 'id'],
    'name.zh': ['namezh', 'name.zh', '中文名', '中文名称'],
    'name.en': ['nameen', 'name.en', 'englishname', '英文名', '英文名称'],
    name: ['name', 'model', 'models', 'modelname', '模型', '模型名称', '大模型', '大模型名称', '名称'],
    aliases: ['aliases', 'alias', '别名'],
    vendor: [
      'vendor',
      'organization',
      'company',
      'developer',
      '厂商',
      '机构',
      '公司',
      '研发机构',
      '单位',
      '企业',
      '开发者',
    ],
    tier: ['tier', '层级'],
    category: ['category', '类别', '分类', '领域', '类型'],
    modalities: ['modalities', 'modality', '模态'],
    parameters: ['parameters', 'params', 'size', '参数', '参数量', '参数规模'],
    access: ['access', 'licence', 'license', '开放方式', '开源'],
    industries: ['industries', 'industry', '行业', '应用行业'],
    released: ['released', 'releasedate', 'date', '发布日期', '发布时间', '时间', '日期'],
    urls: ['urls', 'url', 'link', 'links', '链接', '网址'],
    place: ['place', 'city', 'region', '省市', '地区', '城市', '所在地'],
    note: ['note', 'notes', 'remark', '备注', '说明'],
  },
  source: {
    slug: ['slug', '代号', 'id'],
    title: ['title', 'name', '标题', '题名', '来源', '名称'],
    author: ['author', '作者'],
    publisher: ['publisher', 'site', 'media', '发布者', '媒体', '出处', '网站'],
    url: ['url', 'link', '链接', '网址'],
    via: ['via', 'readvia', 'whatwasread', '读的是什么', '转载', '来路'],
    carrier: ['carrier', 'republishedby', 'republishedorsummarisedby', '转载方', '转载或摘编方', '摘编方'],
    published: ['published', 'date', '发布日期', '日期', '时间', '发布时间'],
    language: ['language', 'lang', '语言'],
    licence: ['licence', 'license', '许可'],
    note: ['note', 'notes', '备注', '说明'],
  },
  indicator: {
    slug: ['slug', '代号', 'id'],
    'name.zh': ['namezh', 'name.zh', '中文名', '中文名称'],
    'name.en': ['nameen', 'name.en', '英文名', '英文名称'],
    name: ['name', 'indicator', '名称', '指标', '指标名称'],
    theme: ['theme', '主题'],
    unit: ['unit', '单位'],
    'unitName.zh': ['unitnamezh', 'unitname.zh', '单位中文', '中文单位'],
    'unitName.en': ['unitnameen', 'unitname.en', '单位英文', '英文单位'],
    note: ['note', 'notes', '备注', '说明'],
  },
};

/** Columns that every kind but sources may have: the source of the row. */
const ofSource: Readonly<Record<string, readonly string[]>> = {
  source: ['source', 'sourcetitle', '来源', '来源标题', '出处', '信息来源', '新闻标题', '标题'],
  sourceUrl: [
    'sourceurl',
    'sourcelink',
    '来源链接',
    '链接',
    'url',
    'link',
    '新闻链接',
    '原文链接',
    '来源网址',
  ],
  publisher: ['publisher', 'media', '发布者', '媒体', '来源媒体'],
};

/** A column of a table and what it holds; `field` null: nothing that is known. */
export interface Column {
  at: number;
  header: string;
  field: string | null;
  /** A unit that the head names for its figures: 亿元 of '金额（亿元）'. */
  unit: string | null;
}

const anyBracket = linear(/[（(［[].*?[）)］\]]/g);

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(anyBracket, '')
    .toLowerCase()
    .replace(/[\s_\-/*：:#]+/g, '');
}

/** Every word that names a column of a kind, the record's own before those of its source. */
function wordsOf(kind: ImportKind): Map<string, string> {
  const words = new Map<string, string>();
  const groups = kind === 'source' ? [known[kind]] : [known[kind], ofSource];
  for (const group of groups)
    for (const [field, names] of Object.entries(group))
      for (const name of [field.toLowerCase(), ...names]) if (!words.has(name)) words.set(name, field);
  return words;
}

/** Every field that a column of a kind may hold. */
export function fieldsOf(kind: ImportKind): string[] {
  return [...new Set(wordsOf(kind).values())];
}

const unitInBrackets = linear(
  /[（(［[]\s*((?:百|千)?(?:万|亿)?(?:美元|港元|欧元|元|人民币)?|million|billion|usd|cny)\s*[）)］\]]/i,
);

/** What the columns of a table hold. `chosen` names fields for heads that are called otherwise. */
export function columnsOf(
  headers: readonly string[],
  kind: ImportKind,
  chosen: Readonly<Record<string, string>> = {},
): Column[] {
  const words = wordsOf(kind);
  const taken = new Set<string>();
  return headers.map((header, at) => {
    const named = Object.hasOwn(chosen, header) ? chosen[header] : words.get(plain(header));
    const field = named === undefined || named === '' || taken.has(named) ? null : named;
    if (field !== null) taken.add(field);
    const [, unit = null] = unitInBrackets.exec(header) ?? [];
    return { at, header, field, unit: unit === '' ? null : unit };
  });
}

/** The kind whose words name most columns; what a row of funding has is in no other table. */
export function kindOfTable(headers: readonly string[]): ImportKind {
  const scores = importKinds.map((kind) => {
    const found = new Set(columnsOf(headers, kind).flatMap(({ field }) => field ?? []));
    const telling = {
      'funding-event': ['round', 'amount', 'investors', 'leads'],
      model: ['vendor', 'parameters', 'modalities', 'tier'],
      organization: ['aliases', 'homepage', 'roles', 'business'],
      source: ['title', 'publisher', 'author'],
      indicator: ['unit'],
    }[kind];
    return { kind, score: found.size + 2 * telling.filter((field) => found.has(field)).length };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.kind ?? 'organization';
}

/** Fields without which a row is nothing. */
export const needed: Readonly<Record<ImportKind, { fields: readonly string[]; reason: Bilingual }>> = {
  'funding-event': {
    fields: ['organization'],
    reason: { zh: '没有公司一列', en: 'There is no column with the company.' },
  },
  organization: {
    fields: ['name', 'name.zh', 'name.en'],
    reason: { zh: '没有名称一列', en: 'There is no column with the name.' },
  },
  model: {
    fields: ['name', 'name.zh', 'name.en'],
    reason: { zh: '没有模型名称一列', en: 'There is no column with the name of the model.' },
  },
  source: { fields: ['title'], reason: { zh: '没有标题一列', en: 'There is no column with the title.' } },
  indicator: {
    fields: ['name', 'name.zh', 'name.en'],
    reason: { zh: '没有名称一列', en: 'There is no column with the name.' },
  },
};
