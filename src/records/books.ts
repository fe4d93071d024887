import type { Bilingual, Lang } from '@/domain/bilingual';
import type { AnyBook, Field } from './book';
import { coverageBook } from './coverage/book';
import { exchangeRateBook } from './exchange-rate/book';
import { fundingEventBook } from './funding-event/book';
import { indicatorBook } from './indicator/book';
import { industryBook } from './industry/book';
import { layerBook } from './layer/book';
import { modelBook } from './model/book';
import { observationBook } from './observation/book';
import { organizationBook } from './organization/book';
import { peopleMoveBook } from './people-move/book';
import { placementBook } from './placement/book';
import { platformBook } from './platform/book';
import { positionBook } from './position/book';
import { productBook } from './product/book';
import type { RecordKind } from './record';
import { sourceBook } from './source/book';
import { thesisBook } from './thesis/book';

/** The field book of every kind of record. */
export const books: Readonly<Record<RecordKind, AnyBook>> = {
  source: sourceBook,
  industry: industryBook,
  organization: organizationBook,
  layer: layerBook,
  platform: platformBook,
  model: modelBook,
  product: productBook,
  placement: placementBook,
  coverage: coverageBook,
  position: positionBook,
  'exchange-rate': exchangeRateBook,
  'funding-event': fundingEventBook,
  indicator: indicatorBook,
  observation: observationBook,
  'people-move': peopleMoveBook,
  thesis: thesisBook,
};

/** A field by its key: the record's own, or one of its parts (`amount` of a funding event's statements). */
export function findField(kind: RecordKind, key: string): Field | undefined {
  const book = books[kind];
  if (Object.hasOwn(book, key)) return book[key];
  for (const field of Object.values(book))
    if (field.as === 'parts' && Object.hasOwn(field.fields, key)) return field.fields[key];
  return undefined;
}

/** What a field is called; its key where the kind has no such field any more. */
export function fieldName(kind: RecordKind, key: string, lang: Lang): string {
  return findField(kind, key)?.label[lang] ?? key;
}

/** The label of a field in both languages. */
export function labelOf(kind: RecordKind, key: string): Bilingual {
  return findField(kind, key)?.label ?? { zh: key, en: key };
}
