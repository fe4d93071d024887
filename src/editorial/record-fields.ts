import type { z } from 'zod';
import { storage } from '@/database/record-storage';
import { amount } from '@/domain/amount';
import { bilingual } from '@/domain/bilingual';
import { partialDate } from '@/domain/partial-date-schema';
import { valuation } from '@/records/funding-event/schema';
import { type RecordKind, recordSchemas } from '@/records/record';

/** How a field is filled in. */
export type FieldForm =
  | { as: 'line' | 'paragraph' | 'lines' | 'number' | 'flag' | 'date' | 'bilingual' | 'amount' | 'valuation' }
  | { as: 'choice' | 'choices'; options: readonly string[] }
  | { as: 'reference' | 'references'; kind: RecordKind | 'any' }
  | { as: 'parts'; fields: readonly FormField[] };

/** One field of a record's form, read out of the record's schema. */
export interface FormField {
  name: string;
  required: boolean;
  form: FieldForm;
}

interface References {
  refs: Readonly<Record<string, RecordKind | 'any'>>;
  lists: Readonly<Record<string, { kind: RecordKind }>>;
  children: Readonly<Record<string, References>>;
}

type Schema = z.core.$ZodType;
type Def = {
  type: string;
  innerType?: Schema;
  in?: Schema;
  element?: Schema;
  entries?: Record<string, string>;
  shape?: Record<string, Schema>;
  checks?: unknown[];
};
const defOf = (schema: Schema) => schema._zod.def as unknown as Def;

/** The schema under what makes it optional, and whether a value has to be given. */
function unwrapped(schema: Schema): { schema: Schema; required: boolean } {
  let required = true;
  let inner = schema;
  for (;;) {
    const def = defOf(inner);
    if (def.type === 'default' || def.type === 'nullable' || def.type === 'optional') {
      required = false;
      inner = def.innerType as Schema;
    } else if (def.type === 'pipe') inner = def.in as Schema;
    else return { schema: inner, required };
  }
}

function formOf(name: string, schema: Schema, references: References): FieldForm {
  const reference = references.refs[name];
  if (reference) return { as: 'reference', kind: reference };
  const list = references.lists[name];
  if (list) return { as: 'references', kind: list.kind };
  if (schema === bilingual) return { as: 'bilingual' };
  if (schema === partialDate) return { as: 'date' };
  if (schema === amount) return { as: 'amount' };
  if (schema === valuation) return { as: 'valuation' };
  const def = defOf(schema);
  if (def.type === 'boolean') return { as: 'flag' };
  if (def.type === 'number' || def.type === 'int') return { as: 'number' };
  if (def.type === 'enum') return { as: 'choice', options: Object.values(def.entries ?? {}) };
  if (def.type === 'array') {
    const { schema: element } = unwrapped(def.element as Schema);
    const inner = defOf(element);
    if (inner.type === 'enum') return { as: 'choices', options: Object.values(inner.entries ?? {}) };
    if (inner.type === 'object') {
      const of = references.children[name] ?? { refs: {}, lists: {}, children: {} };
      return { as: 'parts', fields: fieldsIn(element, of) };
    }
    return { as: 'lines' };
  }
  return ['note', 'text', 'publishedBasis', 'stated'].includes(name) ? { as: 'paragraph' } : { as: 'line' };
}

function fieldsIn(schema: Schema, references: References): FormField[] {
  return Object.entries(defOf(schema).shape ?? {}).map(([name, field]) => {
    const { schema: inner, required } = unwrapped(field);
    return { name, required, form: formOf(name, inner, references) };
  });
}

/** The fields of a kind's form, in the order of its schema. A field that is added there is in the form. */
export function formFieldsOf(kind: RecordKind): FormField[] {
  return fieldsIn(recordSchemas[kind], storage[kind]);
}
