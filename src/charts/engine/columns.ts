import type { Bilingual } from '@/domain/bilingual';
import type { Column } from './definition';

type More<Row> = Partial<Pick<Column<Row>, 'unit' | 'text' | 'path'>>;

/** A column of texts. */
export function textColumn<Row>(
  key: string,
  label: Bilingual,
  value: Column<Row>['value'],
  more?: More<Row>,
): Column<Row> {
  return { key, label, kind: 'text', unit: null, value, ...more };
}

/** A column of numbers, bare counts where no unit is given. */
export function numberColumn<Row>(
  key: string,
  label: Bilingual,
  value: Column<Row>['value'],
  more?: More<Row>,
): Column<Row> {
  return { key, label, kind: 'number', unit: null, value, ...more };
}
