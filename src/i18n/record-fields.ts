import type { Lang } from '@/domain/bilingual';
import type { PartialDate } from '@/domain/partial-date';
import type { AnyBook, Field } from '@/records/book';
import { books, findField } from '@/records/books';
import type { RecordKind } from '@/records/record';
import { joinList } from './list';
import { marks } from './marks';
import { formatNumber, formatParameters } from './numbers';

const nothing = '—';
const words = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;

/** A value of a field in one line, as a person reads it; '—' where there is none. What a reference names stays its slug. */
export function printed(field: Field | undefined, value: unknown, lang: Lang): string {
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][lang];
  if (typeof value === 'number')
    return field?.as === 'number' && field.short ? formatParameters(lang, value) : formatNumber(lang, value);
  if (typeof value === 'string') {
    const names = field?.as === 'choice' || field?.as === 'choices' ? field.names : null;
    return names && Object.hasOwn(names, value) ? (names[value]?.[lang] ?? value) : value;
  }
  if (Array.isArray(value)) {
    const all = value.map((each) => printed(field, each, lang));
    if (all.length === 0) return nothing;
    return field?.as === 'choices' ? joinList(lang, all) : all.join(marks[lang].semicolon);
  }
  return partText(field?.as === 'parts' ? field.fields : {}, value as Record<string, unknown>, lang);
}

/** A value of a field of this kind in one line; see `printed`. */
export function fieldText(kind: RecordKind, key: string, value: unknown, lang: Lang): string {
  return printed(findField(kind, key), value, lang);
}

/** What tells parts of a record apart, in the order in which it is printed. */
const tellingParts = ['investor', 'role', 'amount', 'round', 'source', 'locator'];

/** A part of a record: what a source states, an investor, a citation, an amount, a text in two languages. */
function partText(fields: AnyBook, part: Record<string, unknown>, lang: Lang): string {
  if (typeof part.zh === 'string' && typeof part.en === 'string') return part[lang] as string;
  const telling = tellingParts.filter((key) => key in fields);
  if (telling.length === 0 && 'currency' in part) return amountWords(part);
  const said =
    telling.length === 0
      ? Object.values(part).filter((each) => typeof each === 'string')
      : telling.map((key) => printed(fields[key], part[key] ?? null, lang));
  return said.filter((each) => each !== '' && each !== nothing).join(' · ');
}

function amountWords({ text, currency, min, max }: Record<string, unknown>): string {
  if (typeof text === 'string') return text;
  return min === undefined ? '' : `${currency ?? ''} ${min ?? ''}–${max ?? ''}`.trim();
}

/** The value of a field as a cell of a file: numbers in full, dates as they are written, everything else in words. */
export function cellOf(field: Field, value: unknown, lang: Lang): string | number | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === 'number') return value;
  if (field.as === 'date') return value as PartialDate;
  if (field.as === 'reference' || field.as === 'references') {
    const named = (Array.isArray(value) ? value : [value]) as { name: Record<Lang, string> }[];
    return joinList(
      lang,
      named.map(({ name }) => name[lang]),
    );
  }
  return printed(field, value, lang);
}

/** The fields of a kind that a predicate takes, with their keys, in the order of the book. */
export function fieldsWith(kind: RecordKind, takes: (field: Field) => boolean): [string, Field][] {
  return Object.entries(books[kind]).filter(([, field]) => takes(field));
}
