import type { Transaction } from '@/database/client';
import { Prisma } from '@/database/generated/client';
import type { RecordKind } from '@/records/record';
import type { Problem } from './problem';
import { nameOf } from './standing';
import type { ValidRecord } from './validation';

/** The fields that tie a record to another of its own kind, with their columns: following them must come to an end. */
const ties: Partial<Record<RecordKind, { table: string; columns: Readonly<Record<string, string>> }>> = {
  model: { table: 'model', columns: { memberOf: 'member_of_id', derivesFrom: 'derives_from_id' } },
  'funding-event': { table: 'funding_event', columns: { partOf: 'part_of_id' } },
};

/**
 * The records among these that are, by what has just been written, their own ancestors: a family that is a member of
 * its member, a model made from what was made from it, also where the way round goes through fields of both kinds.
 */
export async function ownAncestors(
  db: Transaction,
  records: readonly ValidRecord[],
  ids: ReadonlyMap<string, number>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [kind, { table, columns }] of Object.entries(ties) as [
    RecordKind,
    NonNullable<(typeof ties)[RecordKind]>,
  ][]) {
    const items = new Map(
      records.flatMap((record, item) =>
        record.kind === kind && record.payload !== null
          ? [[ids.get(nameOf(kind, record.slug)) as number, item]]
          : [],
      ),
    );
    if (items.size === 0) continue;
    const up = Prisma.raw(
      `LATERAL (VALUES ${Object.entries(columns)
        .map(([field, column]) => `('${field}', m.${column})`)
        .join(', ')}) AS tie (field, up)`,
    );
    const from = Prisma.raw(`"${table}"`);
    const rows = await db.$queryRaw<{ id: number; field: string; through: string }[]>`
      WITH RECURSIVE way AS (
        SELECT m.id AS start, tie.field, tie.up AS id, tie.up AS first FROM ${from} m CROSS JOIN ${up}
          WHERE m.id = ANY(${[...items.keys()]}::int[]) AND tie.up IS NOT NULL
        UNION SELECT way.start, way.field, tie.up, way.first FROM way JOIN ${from} m ON m.id = way.id CROSS JOIN ${up}
          WHERE tie.up IS NOT NULL
      )
      SELECT DISTINCT way.start AS id, way.field, parent.slug AS through FROM way JOIN ${from} parent ON parent.id = way.first
      WHERE way.id = way.start ORDER BY 1, 2`;
    for (const { id, field, through } of rows) {
      const item = items.get(id) as number;
      const slug = records[item]?.slug ?? null;
      problems.push({
        cause: 'invalid',
        item,
        kind,
        slug,
        field,
        reason: {
          zh: `${slug} 经由 ${through} 成了自己的上级；请改正其中一处`,
          en: `${slug} would be its own ancestor, by way of ${through}. Correct one of the two.`,
        },
      });
    }
  }
  return problems;
}
