import type { z } from 'zod';
import type { AnyBook, Field } from '@/records/book';
import { books } from '@/records/books';
import { type RecordKind, recordSchemas } from '@/records/record';

/** How a field is filled in: as its book says; parts have inputs of their own. */
export type FieldForm =
  | Exclude<Field, { as: 'parts' }>
  | (Extract<Field, { as: 'parts' }> & { inner: readonly FormField[] });

/** One field of a record's form. */
export interface FormField {
  name: string;
  required: boolean;
  form: FieldForm;
}

type Schema = z.core.$ZodType;
type Def = {
  type: string;
  innerType?: Schema;
  in?: Schema;
  element?: Schema;
  shape?: Record<string, Schema>;
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

function fieldsIn(schema: Schema, book: AnyBook): FormField[] {
  const { shape = {} } = defOf(schema);
  return Object.entries(book).map(([name, field]) => {
    const { schema: inner, required } = unwrapped(shape[name] as Schema);
    if (field.as !== 'parts') return { name, required, form: field };
    const { schema: part } = unwrapped(defOf(inner).element as Schema);
    return { name, required, form: { ...field, inner: fieldsIn(part, field.fields) } };
  });
}

/** The fields of a kind's form, in the order of its book. */
export function formFieldsOf(kind: RecordKind): FormField[] {
  return fieldsIn(recordSchemas[kind], books[kind]);
}
