import type { Payload } from '@/database/record-rows';
import { books } from '@/records/books';
import { readText } from '@/records/reading';
import type { RecordKind } from '@/records/record';
import { nameKey } from '../cells/company-name';
import { namesIn } from '../cells/names-cell';
import { plainCell } from '../cells/plain-cell';
import type { ImportKind } from '../columns';
import type { NeededRecords } from './needed-records';
import type { RowReader } from './row-reader';

/** What the columns say of fields that the planner of a kind leaves to its book: they are read as forms read them. */
export function otherFields(
  kind: ImportKind,
  reader: RowReader,
  { known }: NeededRecords,
  said: Payload,
): Payload {
  const others: Payload = {};
  const named = (key: string, of: RecordKind | 'any', cell: string): string => {
    if (known.records.has(`${of}/${cell}`)) return cell;
    // The vendor's own before others.
    const own = kind === 'model' ? known.models.get(`${said.vendor} ${nameKey(cell)}`) : undefined;
    const found = own ?? known.named.get(`${of} ${nameKey(cell)}`);
    if (found === '')
      reader.refuse(key, cell, {
        zh: '有几条记录都叫这个名称；请写代号',
        en: 'Several records have this name; write the slug.',
      });
    return (
      found ??
      reader.refuse(key, cell, {
        zh: '没有收录这个名称或代号；请先录入它',
        en: 'Nothing on record has this name or slug; enter it first.',
      })
    );
  };
  for (const [key, field] of Object.entries(books[kind])) {
    if (key === 'slug' || key in said || field.as === 'parts') continue;
    const cell = reader.text(key);
    if (cell === '') continue;
    if (field.as === 'reference') others[key] = named(key, field.of, cell);
    else if (field.as === 'references')
      others[key] = namesIn(reader.at(key)).map(({ name }) => named(key, field.of, plainCell(name)));
    else if (field.as === 'date') others[key] = reader.date(key);
    else if (field.as === 'number') others[key] = reader.count(key);
    else {
      const read = readText(field, cell);
      if ('reason' in read) reader.refuse(key, cell, read.reason);
      others[key] = read.value;
    }
  }
  return others;
}
