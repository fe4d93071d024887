import { dateSpan, stretchOf } from '@/domain/partial-date';
import type { ObservationRow } from '../facts/observation-words';

type Seen = Pick<ObservationRow, 'date' | 'floor' | 'ceiling' | 'unit' | 'projection'> & {
  key: string;
  doubted: boolean;
};

const reach = ({ floor, ceiling }: Seen) => ceiling ?? floor ?? 0;
const later = (a: Seen, b: Seen) => {
  const [first, second] = [dateSpan(a.date), dateSpan(b.date)];
  return first.to.localeCompare(second.to) || first.from.localeCompare(second.from);
};

/** Are the two values of one series: of one subject and unit, and of times as long? */
export function goesOnFrom(row: Seen, before: Seen): boolean {
  return row.key === before.key && row.unit === before.unit && stretchOf(row.date) === stretchOf(before.date);
}

/**
 * The newest value that was observed, and the one of the same subject and unit before it. Of several of one date, that
 * of the subject with most values, then the greatest.
 */
export function newestOf<Row extends Seen>(rows: readonly Row[]): { row: Row; before: Row | null } | null {
  const observed = rows.filter(({ projection }) => !projection);
  const values = new Map<string, number>();
  for (const { key } of observed) values.set(key, (values.get(key) ?? 0) + 1);
  const [row] = observed.toSorted(
    (a, b) => later(b, a) || (values.get(b.key) ?? 0) - (values.get(a.key) ?? 0) || reach(b) - reach(a),
  );
  if (!row) return null;
  const earlier = observed
    .filter((each) => goesOnFrom(row, each) && dateSpan(each.date).to < dateSpan(row.date).from)
    .sort(later);
  return { row, before: earlier.at(-1) ?? null };
}

/**
 * How much more or less it is than before: of itself, or in points where it is a share. Null where either is a range or
 * a mere bound or is doubted, where it is a rank, or where it began at nothing.
 */
export function changeOf(row: Seen, before: Seen): { by: number; in: 'itself' | 'points' } | null {
  const exact = [row, before].every(
    ({ floor, ceiling, doubted }) => floor !== null && floor === ceiling && !doubted,
  );
  if (!exact || row.unit !== before.unit || row.unit === 'rank') return null;
  const [now, then] = [reach(row), reach(before)];
  if (row.unit === 'share') return { by: now - then, in: 'points' };
  return then === 0 ? null : { by: now / then - 1, in: 'itself' };
}
