import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import type { AnyBook } from '@/records/book';
import { books } from '@/records/books';
import { fundingEventBook } from '@/records/funding-event/book';

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
    amount: headsIn(fundingEventBook.statements.fields, 'amount'),
    currency: ['currency', '币种', '货币'],
    valuation: headsIn(fundingEventBook.statements.fields, 'valuation'),
    investors: ['investors', 'investor', '投资方', '投资机构', '投资人', '参投方', '参投机构'],
    leads: ['lead', 'leads', 'leadinvestor', 'leadinvestors', '领投', '领投方', '领投机构'],
    advisers: ['adviser', 'advisor', 'fa', '财务顾问'],
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
  /** A unit that the head names for its figures: 亿元 of '金额（亿元）'. */
  unit: string | null;
}

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
      'people-move': ['person', 'was', 'did', 'joined'],
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
  'people-move': {
    fields: ['person', 'person.zh', 'person.en'],
    reason: { zh: '没有人物一列', en: 'There is no column with the person.' },
  },
};
