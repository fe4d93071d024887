import type { Bilingual } from '@/domain/bilingual';
<<<<<<< HEAD
import { linear } from '@/domain/expression/linear';
import type { AnyBook } from '@/records/book';
import { books } from '@/records/books';
import { fundingEventBook } from '@/records/funding-event/book';
=======
import { simplified } from './company-name';
import { type HeadUnit, headWithoutUnit, unitNamed } from './unit-of-head';
>>>>>>> 72f1dbc (Import in parts: reading of cells and tables (in progress))

/** Kinds of records that a table may hold. */
export const importKinds = [
  'funding-event',
  'organization',
  'model',
  'source',
  'indicator',
  'people-move',
] as const;
export type ImportKind = (typeof importKinds)[number];

const anyBracket = linear(/[（(［[].*?[）)］\]]/g);

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .replace(anyBracket, '')
    .toLowerCase()
    .replace(/[\s_\-/*：:#]+/g, '');
}

/** What columns hold beside fields of the record itself: parts of it, and the words of one language. */
const besides: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  'funding-event': {
<<<<<<< HEAD
    amount: headsIn(fundingEventBook.statements.fields, 'amount'),
    currency: ['currency', '币种', '货币'],
    valuation: headsIn(fundingEventBook.statements.fields, 'valuation'),
    investors: ['investors', 'investor', '投资方', '投资机构', '投资人', '参投方', '参投机构'],
    leads: ['lead', 'leads', 'leadinvestor', 'leadinvestors', '领投', '领投方', '领投机构'],
    advisers: ['adviser', 'advisor', 'fa', '财务顾问'],
=======
    slug: ['slug', '代号'],
    organization: [
      'organization',
      'company',
      'companyname',
      'organizationname',
      'portfoliocompany',
      'issuer',
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
      '公司简称',
      '企业简称',
      '品牌',
    ],
    round: [
      'round',
      'stage',
      'series',
      'fundinground',
      'fundingroundtype',
      'fundingtype',
      'fundingstage',
      'roundname',
      'investmentstage',
      '轮次',
      '融资轮次',
      '最新轮次',
      '投资轮次',
      '轮',
      '阶段',
    ],
    type: ['type', 'eventtype', '性质', '融资性质', '事件类型'],
    amount: [
      'amount',
      'amountraised',
      'raised',
      'raisedamount',
      'moneyraised',
      'funding',
      'fundingamount',
      'dealsize',
      'dealvalue',
      'roundsize',
      'investment',
      'investmentamount',
      '金额',
      '融资金额',
      '融资额',
      '投资金额',
      '投资额',
      '融资规模',
      '交易金额',
      '获投金额',
    ],
    currency: [
      'currency',
      'currencycode',
      'amountcurrency',
      'moneyraisedcurrency',
      'raisedcurrency',
      'raisedcurrencycode',
      '币种',
      '货币',
      '币别',
      '货币单位',
    ],
    valuation: [
      'valuation',
      'postmoneyvaluation',
      'postvaluation',
      'postmoney',
      '估值',
      '投后估值',
      '公司估值',
    ],
    announced: [
      'announced',
      'date',
      'announceddate',
      'announcedon',
      'announcementdate',
      'funddate',
      'fundedat',
      'fundingdate',
      'dealdate',
      'rounddate',
      'time',
      '公布日期',
      '公布时间',
      '日期',
      '时间',
      '融资时间',
      '融资日期',
      '披露时间',
      '披露日期',
      '投资时间',
      '投资日期',
      '交易时间',
      '宣布日期',
    ],
    investors: [
      'investors',
      'investor',
      'investornames',
      'allinvestors',
      'participants',
      '投资方',
      '投资机构',
      '投资人',
      '投资者',
      '参投方',
      '参投机构',
      '资方',
    ],
    leads: ['lead', 'leads', 'leadinvestor', 'leadinvestors', '领投', '领投方', '领投机构'],
    advisers: ['adviser', 'advisor', 'fa', '财务顾问'],
    note: ['note', 'notes', 'remark', '备注', '说明'],
  },
  organization: {
    slug: ['slug', '代号'],
    'name.zh': ['namezh', 'name.zh', '中文名', '中文名称', '中文'],
    'name.en': ['nameen', 'name.en', 'english', 'englishname', '英文名', '英文名称', '英文'],
    name: ['name', 'organization', 'company', '名称', '机构', '机构名称', '公司', '公司名称', '企业', '厂商'],
    aliases: ['aliases', 'alias', 'alsoknownas', '别名', '曾用名', '又名', '简称'],
    country: ['country', 'countrycode', '国家', '国别', '国家地区', '所属国家'],
    place: [
      'place',
      'city',
      'headquarters',
      'hq',
      'location',
      'region',
      '城市',
      '所在地',
      '所在城市',
      '地区',
      '省市',
      '总部',
      '总部所在地',
    ],
    kind: ['kind', 'type', '类型', '机构类型'],
    roles: ['roles', 'role', '角色', '身份'],
    business: ['business', '业务', '主营业务', '简介'],
    homepage: ['homepage', 'homepageurl', 'website', 'websiteurl', 'url', '网站', '官网', '官方网站', '网址', '主页'],
    note: ['note', 'notes', 'remark', '备注', '说明'],
  },
  model: {
    slug: ['slug', '代号'],
    'name.zh': ['namezh', 'name.zh', '中文名', '中文名称'],
    'name.en': ['nameen', 'name.en', 'englishname', '英文名', '英文名称'],
    name: ['name', 'model', 'models', 'modelname', 'system', '模型', '模型名', '模型名称', '大模型', '大模型名称', '名称'],
    aliases: ['aliases', 'alias', '别名'],
    vendor: [
      'vendor',
      'organization',
      'company',
      'developer',
      'developers',
      'organizations',
      'maker',
      'creator',
      '厂商',
      '研发单位',
      '所属机构',
      '所属公司',
      '机构',
      '公司',
      '研发机构',
      '单位',
      '企业',
      '开发者',
    ],
    tier: ['tier', '层级'],
    category: ['category', '类别', '分类', '领域', '类型'],
    modalities: ['modalities', 'modality', 'domain', '模态', '模态类型'],
    parameters: ['parameters', 'params', 'paramcount', 'parametercount', 'numberofparameters', 'numparams', 'size', 'modelsize', '参数', '参数量', '参数规模', '参数数量', '模型规模'],
    access: ['access', 'licence', 'license', 'modelaccessibility', 'accessibility', 'openness', '开放方式', '是否开源', '开源', '开源协议', '许可', '许可证'],
    industries: ['industries', 'industry', '行业', '应用行业'],
    released: ['released', 'releasedate', 'publicationdate', 'launchdate', 'announced', 'date', '发布日期', '发布时间', '上线时间', '时间', '日期'],
    urls: ['urls', 'url', 'link', 'links', '链接', '网址'],
    note: ['note', 'notes', 'remark', '备注', '说明'],
  },
  source: {
    slug: ['slug', '代号'],
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
    slug: ['slug', '代号'],
    'name.zh': ['namezh', 'name.zh', '中文名', '中文名称'],
    'name.en': ['nameen', 'name.en', '英文名', '英文名称'],
    name: ['name', 'indicator', '名称', '指标', '指标名称'],
    theme: ['theme', '主题'],
    unit: ['unit', '单位'],
    'unitName.zh': ['unitnamezh', 'unitname.zh', '单位中文', '中文单位'],
    'unitName.en': ['unitnameen', 'unitname.en', '单位英文', '英文单位'],
    note: ['note', 'notes', '备注', '说明'],
>>>>>>> 72f1dbc (Import in parts: reading of cells and tables (in progress))
  },
  organization: {},
  model: { place: ['place', 'city', 'region', '省市', '地区', '城市', '所在地'] },
  source: {},
  indicator: { 'unitName.zh': ['单位中文', '中文单位'], 'unitName.en': ['单位英文', '英文单位'] },
  'people-move': {},
};

/** Heads of names in one language. */
const nameIn = {
  zh: ['中文名', '中文名称', '中文'],
  en: ['english', 'englishname', '英文名', '英文名称', '英文'],
} as const;

/** Every head of a field: its key, its label in both languages, and what else its book names. */
function headsIn(book: AnyBook, key: string): string[] {
  const field = book[key];
  if (field === undefined) return [];
  return [key.toLowerCase(), plain(field.label.zh), plain(field.label.en), ...(field.heads ?? [])];
}

/** What the columns of a kind may hold, with their heads, in the order of its book. */
function headsOf(kind: ImportKind): Readonly<Record<string, readonly string[]>> {
  const heads: Record<string, readonly string[]> = {};
  for (const [key, field] of Object.entries(books[kind])) {
    if (field.as === 'parts') continue;
    if (field.as === 'bilingual')
      for (const lang of ['zh', 'en'] as const)
        heads[`${key}.${lang}`] = [
          `${key}.${lang}`.toLowerCase(),
          `${key}${lang}`.toLowerCase(),
          ...(key === 'name' ? nameIn[lang] : []),
        ];
    heads[key] = headsIn(books[kind], key);
  }
  return { ...heads, ...besides[kind] };
}

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
  /** A unit that the head names for its figures, or somebody: 亿元 of '金额（亿元）'. */
  unit: HeadUnit | null;
}

<<<<<<< HEAD
=======
/** A head as its word is looked up: without unit and brackets, in simplified characters, letters and digits only. */
function plain(header: string): string {
  return simplified(headWithoutUnit(header).bare)
    .toLowerCase()
    .replace(/[\s_\-/*：:#'’"]+/g, '');
}

>>>>>>> 72f1dbc (Import in parts: reading of cells and tables (in progress))
/** Every word that names a column of a kind, the record's own before those of its source. */
function wordsOf(kind: ImportKind): Map<string, string> {
  const words = new Map<string, string>();
  const groups = kind === 'source' ? [headsOf(kind)] : [headsOf(kind), ofSource];
  for (const group of groups)
    for (const [field, names] of Object.entries(group))
      for (const name of [field.toLowerCase(), ...names]) if (!words.has(name)) words.set(name, field);
  return words;
}

/** Every field that a column of a kind may hold. */
export function fieldsOf(kind: ImportKind): string[] {
  return [...new Set(wordsOf(kind).values())];
}

let everyWord: Set<string> | null = null;

/** Does a cell name a column that some kind of table has? */
export function isKnownHead(cell: string): boolean {
  if (cell === '' || cell.length > 60) return false;
  everyWord ??= new Set(importKinds.flatMap((kind) => [...wordsOf(kind).keys()]));
  return everyWord.has(plain(cell));
}

/** What somebody says of the columns, by their heads. */
export interface ColumnWishes {
  /** Head → field; '' leaves it out. */
  mapping?: Readonly<Record<string, string>>;
  /** Head → the unit and currency of its figures: 亿元, US$M. */
  units?: Readonly<Record<string, string>>;
}

/** Columns whose figures have a unit; `tableUnit`: what a line above the table says of its amounts. */
const counted = ['amount', 'valuation', 'parameters'];

/** What the columns of a table hold. */
export function columnsOf(
  headers: readonly string[],
  kind: ImportKind,
  { mapping = {}, units = {} }: ColumnWishes = {},
  tableUnit: HeadUnit | null = null,
): Column[] {
  const words = wordsOf(kind);
  const taken = new Set(Object.values(mapping));
  return headers.map((header, at) => {
    const isChosen = Object.hasOwn(mapping, header);
    const named = isChosen ? mapping[header] : words.get(plain(header));
    const field = named === undefined || named === '' || (!isChosen && taken.has(named)) ? null : named;
    if (field !== null) taken.add(field);
    if (field === null || !counted.includes(field)) return { at, header, field, unit: null };
    const wished = units[header];
    const own = wished ? unitNamed(wished) : headWithoutUnit(header).unit;
    const unit = own ?? (field === 'parameters' ? null : tableUnit);
    return { at, header, field, unit };
  });
}

const telling: Readonly<Record<ImportKind, readonly string[]>> = {
  'funding-event': ['round', 'amount', 'investors', 'leads'],
  model: ['vendor', 'parameters', 'modalities', 'tier'],
  organization: ['aliases', 'country', 'homepage', 'roles', 'business'],
  source: ['title', 'publisher', 'author'],
  indicator: ['unit'],
};

/** Heads that tables of every kind have say nothing of the kind. */
const general = ['name', '名称', 'url', 'link', '链接', '网址', 'type', '类型', '标题', 'unit'];

/**
 * The kind whose words name most columns; what a row of funding has is in no other table. `isSure`: it has what a record
 * of that kind needs, and says something that only that kind has.
 */
export function kindOfTable(headers: readonly string[]): { kind: ImportKind; isSure: boolean } {
  const scores = importKinds.map((kind) => {
<<<<<<< HEAD
    const found = new Set(columnsOf(headers, kind).flatMap(({ field }) => field ?? []));
    const telling = {
      'funding-event': ['round', 'amount', 'investors', 'leads'],
      model: ['vendor', 'parameters', 'modalities', 'tier'],
      organization: ['aliases', 'homepage', 'roles', 'business'],
      source: ['title', 'publisher', 'author'],
      indicator: ['unit'],
      'people-move': ['person', 'was', 'did', 'joined'],
    }[kind];
    return { kind, score: found.size + 2 * telling.filter((field) => found.has(field)).length };
=======
    const columns = columnsOf(headers, kind);
    const found = new Set(columns.flatMap(({ field }) => field ?? []));
    const own = columns.filter(({ header }) => kind === 'source' || kind === 'indicator' ? !general.slice(0, 2).includes(plain(header)) : !general.includes(plain(header)));
    const told = telling[kind].filter((each) => own.some(({ field }) => field === each)).length;
    const isWhole = needed[kind].fields.some((field) => found.has(field));
    return { kind, score: found.size + 2 * told, isSure: isWhole && told > 0 };
>>>>>>> 72f1dbc (Import in parts: reading of cells and tables (in progress))
  });
  return scores.sort((a, b) => b.score - a.score)[0] ?? { kind: 'organization', isSure: false };
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
  'people-move': {
    fields: ['person', 'person.zh', 'person.en'],
    reason: { zh: '没有人物一列', en: 'There is no column with the person.' },
  },
};
