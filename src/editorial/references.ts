import type { PrismaClient } from '@/database/generated/client';
import { columnOf } from '@/database/record-rows';
import { storage } from '@/database/record-storage';
import { recordKinds } from '@/records/record';

/** A record that refers to another: the ids of both. */
interface Reference {
  target: number;
  owner: number;
}

/** Which records refer to one of these, in any field? By the shapes of their storage. */
export async function referencesTo(client: PrismaClient, ids: readonly number[]): Promise<Reference[]> {
  const places: { table: string; column: string; owner: string }[] = [];
  for (const kind of recordKinds) {
    const shape = storage[kind];
    const add = (table: string, fields: Iterable<string>, owner: string) => {
      for (const field of fields) places.push({ table, column: `${columnOf(field)}_id`, owner });
    };
    add(shape.table, Object.keys(shape.refs), 'id');
    for (const { table, column } of Object.values(shape.lists))
      places.push({ table, column, owner: 'record_id' });
    for (const child of Object.values(shape.children)) add(child.table, Object.keys(child.refs), 'record_id');
  }
  const parts = places.map(
    ({ table, column, owner }) =>
      `SELECT "${column}" AS target, "${owner}" AS owner FROM "${table}" WHERE "${column}" = ANY($1::int[])`,
  );
  return client.$queryRawUnsafe<Reference[]>(`${parts.join(' UNION ')} ORDER BY target, owner`, ids);
}
