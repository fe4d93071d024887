import type { Payload } from '@/database/record-rows';
import { dateSpan } from '@/domain/partial-date';
import { partialDate } from '@/domain/partial-date-schema';
import { books } from '@/records/books';
import type { RecordKind } from '@/records/record';

/** The field in which a record says that something happened in days to come; null where none does, or it is a forecast. */
export function futureField(kind: RecordKind, payload: Payload): string | null {
  if (payload.projection === true) return null;
  // Clocks differ by a day around the world.
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const dates = Object.entries(books[kind]).flatMap(([name, field]) => (field.as === 'date' ? [name] : []));
  return (
    dates.find((field) => {
      const date = partialDate.safeParse(payload[field]);
      return date.success && dateSpan(date.data).from > tomorrow;
    }) ?? null
  );
}
