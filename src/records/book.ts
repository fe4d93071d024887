import type { Bilingual } from '@/domain/bilingual';
import type { Currency } from '@/domain/currency';
import type { RecordKind } from './record';

/** What the comparison puts a field under, in the order of its groups. */
export type Topic =
  | 'identity'
  | 'chain'
  | 'models'
  | 'modalities'
  | 'industries'
  | 'platform'
  | 'funding'
  | 'openness'
  | 'positioning'
  | 'compute'
  | 'evidence';

/** What a field says of itself, whatever it holds. */
interface Said {
  label: Bilingual;
  /** How it is filled in, where label and type do not say it. */
  hint?: Bilingual;
  /** Heads by which a column of a table is known to hold it, besides key and label: lower case, without blanks. */
  heads?: readonly string[];
  /** A reader expects it: where nothing is known, the record's page says so. */
  expected?: true;
  /** It is a column of the list of its kind, and of the list's files. */
  column?: true;
  /** Its list can be sorted by it, the most or newest first; what that order is called. */
  order?: Bilingual;
  /** It is a row of the comparison, under this topic. */
  compared?: Topic;
  /** Values are guessed where a table does not say them: a guess never replaces what stands. */
  guessed?: true;
}

/** A text. `slug`: the record's own name in addresses; `address`: a web address. */
type TextField = Said & { as: 'slug' | 'line' | 'paragraph' | 'address' };
type DateField = Said & { as: 'date' };
/** Texts, in an order that says nothing. */
type TextsField = Said & { as: 'lines' | 'addresses' };
type FlagField = Said & { as: 'flag' };
/** `unit`: its key in machine formats, null for a bare number; `short`: printed as 1750亿, 175B. */
export type NumberField = Said & { as: 'number'; unit: string | null; short?: true };
type BilingualField = Said & { as: 'bilingual'; long?: true; heads?: readonly string[] };
type MoneyField = Said & { as: 'amount' | 'valuation' };
/** A word, or several, of a vocabulary with its names. */
type Names<Word extends string = string> = Readonly<Record<Word, Bilingual>>;
type ChoiceField<Word extends string = string> = Said & { as: 'choice' | 'choices'; names: Names<Word> };
/** Slugs of other records; `any`: written `kind/slug`. */
type ReferenceField = Said & { as: 'reference' | 'references'; of: RecordKind | 'any' };
/** Parts of the record, in order, with fields of their own. */
type PartsField = Said & { as: 'parts'; fields: Readonly<Record<string, Field>> };

/** One field of a record: what it is called, and what reads, prints, compares and exports it. */
export type Field =
  | TextField
  | DateField
  | TextsField
  | FlagField
  | NumberField
  | BilingualField
  | MoneyField
  | ChoiceField
  | ReferenceField
  | PartsField;

/** The fields that can hold a value of this type. */
type FieldFor<Value> = [Value] extends [boolean]
  ? FlagField
  : [Value] extends [number]
    ? NumberField
    : [Value] extends [string]
      ? string extends Value
        ? TextField | DateField | (ReferenceField & { as: 'reference' })
        : ChoiceField<Value> & { as: 'choice' }
      : [Value] extends [readonly (infer Item)[]]
        ? [Item] extends [string]
          ? string extends Item
            ? TextsField | (ReferenceField & { as: 'references' })
            : ChoiceField<Item> & { as: 'choices' }
          : PartsField & { fields: Book<Item> }
        : [Value] extends [Bilingual]
          ? BilingualField
          : [Value] extends [{ currency: Currency | null }]
            ? MoneyField
            : never;

/** The field book of a record: one entry for each field of its schema; the compiler names one that is missing. */
export type Book<Payload> = { readonly [Name in keyof Payload]-?: FieldFor<NonNullable<Payload[Name]>> };

/** A book whose record is not known. */
export type AnyBook = Readonly<Record<string, Field>>;

/** Fields that records of many kinds have. */
export const shared = {
  slug: {
    as: 'slug',
    label: { zh: '代号', en: 'Slug' },
    hint: {
      zh: '网址里的英文代号；留空会按名称生成',
      en: 'Its name in addresses; left empty, it is made from the name',
    },
  },
  name: { as: 'bilingual', label: { zh: '名称', en: 'Name' } },
  aliases: {
    as: 'lines',
    label: { zh: '别名', en: 'Aliases' },
    heads: ['alias', 'alsoknownas', '曾用名', '又名', '简称'],
  },
  note: {
    as: 'bilingual',
    long: true,
    label: { zh: '说明', en: 'Note' },
    heads: ['notes', 'remark', '备注'],
  },
} as const satisfies Record<string, Field>;

/** A key as addresses and machine formats write it: contextLength is context-length. */
export function kebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
