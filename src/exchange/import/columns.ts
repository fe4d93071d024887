import type { Bilingual } from '@/domain/bilingual';
import type { AnyBook } from '@/records/book';
import { books } from '@/records/books';
import { fundingEventBook } from '@/records/funding-event/book';
import { simplified } from './cells/company-name';
import { type HeadUnit, headWithoutUnit, unitNamed } from './cells/unit-of-head';

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

/** A head as its word is looked up: without unit and brackets, in simplified characters, letters and digits only. */
function plain(header: string): string {
  return simplified(headWithoutUnit(header).bare)
    .toLowerCase()
    .replace(/[\s_\-/*：:#'’"]+/g, '');
}

/** What columns hold beside fields of the record itself: parts of it, and the words of one language. */
const besides: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  'funding-event': {
    amount: headsIn(fundingEventBook.statements.fields, 'amount'),
    currency: ['currency', '币种', '货币'],
    valuation: headsIn(fundingEventBook.statements.fields, 'valuation'),
    investors: ['investors', 'investor', '投资方', '投资机构', '投资人', '参投方', '参投机构'],
    leads: ['lead', 'leads', 'leadinvestor', 'leadinvestors', '领投', '领投方', '领投机构'],
    advisers: ['adviser', 'advisor', 'fa', '财务顾问'],
  },
  organization: {},
  model: {},
  source: {},
  indicator: { 'unitName.zh': ['单位中文', '中文单位'], 'unitName.en': ['单位英文', '英文单位'] },
  'people-move': {},
};

/** How tables of others call what the books call otherwise: Crunchbase, IT桔子, Epoch, lists on GitHub. */
const elsewhere: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  'funding-event': {
    organization: 'organizationname portfoliocompany issuer 公司简称 企业简称 品牌',
    round:
      'fundinground fundingroundtype fundingtype fundingstage roundname investmentstage 最新轮次 投资轮次',
    type: 'eventtype 性质 事件类型',
    amount:
      'amountraised raisedamount moneyraised funding dealsize dealvalue roundsize investment investmentamount 投资额 交易金额 获投金额',
    currency:
      'currencycode amountcurrency moneyraisedcurrency raisedcurrency raisedcurrencycode 币别 货币单位',
    valuation: 'postmoneyvaluation postvaluation postmoney premoneyvaluation 公司估值 投前估值',
    announced:
      'announcedon announcementdate funddate fundedat fundingdate dealdate rounddate 投资时间 投资日期 交易时间 宣布日期',
    investors: 'investornames allinvestors participants 投资者 资方',
  },
  organization: {
    country: 'countrycode 国家地区 所属国家',
    place: 'headquarters hq location 所在城市 省市 总部所在地',
    roles: '身份',
    homepage: 'homepageurl websiteurl 官方网站 网址',
  },
  model: {
    name: 'system 模型名',
    vendor: 'developers organizations maker creator 研发单位 所属机构 所属公司',
    modalities: 'domain 模态类型',
    parameters: 'paramcount parametercount numberofparameters numparams modelsize 参数数量 模型规模',
    access: 'modelaccessibility accessibility openness 是否开源 开源',
    licence: '许可证',
    released: 'publicationdate launchdate announced 上线时间',
  },
  source: {},
  indicator: {},
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
  const all: Record<string, readonly string[]> = { ...heads, ...besides[kind] };
  for (const [key, words] of Object.entries(elsewhere[kind]))
    all[key] = [...(all[key] ?? []), ...words.split(' ')];
  return all;
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

const wordsByKind = new Map<ImportKind, Map<string, string>>();

/** Every word that names a column of a kind, the record's own before those of its source. */
function wordsOf(kind: ImportKind): Map<string, string> {
  const kept = wordsByKind.get(kind);
  if (kept) return kept;
  const words = new Map<string, string>();
  wordsByKind.set(kind, words);
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
const counted = ['amount', 'valuation', 'parameters', 'activeParameters', 'contextLength'];

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
    const unit = own ?? (field === 'amount' || field === 'valuation' ? tableUnit : null);
    return { at, header, field, unit };
  });
}

const telling: Readonly<Record<ImportKind, readonly string[]>> = {
  'funding-event': ['round', 'amount', 'investors', 'leads'],
  model: ['vendor', 'parameters', 'modalities', 'tier'],
  organization: ['aliases', 'country', 'homepage', 'roles', 'business'],
  source: ['title', 'publisher', 'author'],
  indicator: ['unit'],
  'people-move': ['person', 'was', 'did', 'joined'],
};

/** Heads that tables of every kind have say nothing of the kind. */
const general = ['name', '名称', 'url', 'link', '链接', '网址', 'type', '类型', '标题', 'unit'];

/**
 * The kind whose words name most columns; what a row of funding has is in no other table. `isSure`: it has what a record
 * of that kind needs, and says something that only that kind has.
 */
export function kindOfTable(headers: readonly string[]): { kind: ImportKind; isSure: boolean } {
  const scores = importKinds.map((kind) => {
    const columns = columnsOf(headers, kind);
    const found = new Set(columns.flatMap(({ field }) => field ?? []));
    const own = columns.filter(({ header }) =>
      kind === 'source' || kind === 'indicator'
        ? !general.slice(0, 2).includes(plain(header))
        : !general.includes(plain(header)),
    );
    const told = telling[kind].filter((each) => own.some(({ field }) => field === each)).length;
    const isWhole = needed[kind].fields.some((field) => found.has(field));
    return { kind, score: found.size + 2 * told, isSure: isWhole && told > 0 };
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
