import { cellOf } from '@/i18n/record-fields';
import type { Field } from '@/records/book';
import type { ListColumn } from './definition';

/** A column that a field book describes; `read` where the row keeps its value under another key. */
export function fieldColumn<Row>(key: string, field: Field, read: (row: Row) => unknown): ListColumn<Row> {
  const number = field.as === 'number';
  return {
    key,
    label: field.label,
    kind: number ? 'number' : 'text',
    unit: number ? field.unit : null,
    value: (row, lang) => cellOf(field, read(row) ?? null, lang),
  };
}
