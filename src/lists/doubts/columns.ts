import type { Bilingual, Lang } from '@/domain/bilingual';
import { doubtNames, doubtWords } from '@/i18n/doubts';
import { joinList } from '@/i18n/list';
import { recordKindNames, sourceWords } from '@/i18n/sources';
import { fieldName } from '@/records/books';
import type { ListColumn } from '../engine/definition';
import type { Doubt } from './doubts-on-record';

const both = (key: 'doubt' | 'kind' | 'record' | 'vendor' | 'indicator' | 'fields' | 'said' | 'source') => ({
  zh: doubtWords.zh[key],
  en: doubtWords.en[key],
});

type Value = (doubt: Doubt, lang: Lang) => string | null;
const columns: readonly { key: string; label: Bilingual; value: Value }[] = [
  { key: 'doubt', label: both('doubt'), value: ({ doubt }, lang) => doubtNames[doubt][lang] },
  { key: 'kind', label: both('kind'), value: ({ kind }, lang) => recordKindNames[kind]?.[lang] ?? kind },
  { key: 'slug', label: { zh: '代号', en: 'slug' }, value: ({ record }) => record },
  { key: 'record', label: both('record'), value: ({ name }, lang) => name[lang] },
  { key: 'vendor', label: both('vendor'), value: ({ vendor }, lang) => vendor?.name[lang] ?? null },
  {
    key: 'indicator',
    label: both('indicator'),
    value: ({ indicator }, lang) => indicator?.name[lang] ?? null,
  },
  { key: 'fields', label: both('fields'), value: (doubt, lang) => fieldsInWords(doubt, lang) },
  { key: 'said', label: both('said'), value: ({ said }, lang) => said?.[lang] ?? null },
  {
    key: 'stated',
    label: { zh: sourceWords.zh.stated, en: sourceWords.en.stated },
    value: ({ stated }) => stated,
  },
  { key: 'source', label: both('source'), value: ({ source }) => source?.title ?? null },
  {
    key: 'locator',
    label: { zh: sourceWords.zh.where, en: sourceWords.en.where },
    value: ({ locator }) => locator,
  },
];

/** Fields of a record as a reader knows them. */
export function fieldsInWords({ kind, fields }: Pick<Doubt, 'kind' | 'fields'>, lang: Lang): string {
  if (fields.length === 0) return doubtWords[lang].whole;
  return joinList(
    lang,
    fields.map((field) => fieldName(kind, field, lang)),
  );
}

/** The columns of the files of the list of doubts. */
export const doubtColumns: readonly ListColumn<Doubt>[] = columns.map((column) => ({
  ...column,
  kind: 'text',
  unit: null,
}));
