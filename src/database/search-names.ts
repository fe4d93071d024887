import type { Transaction } from './client';
import { nameForms } from './name-forms';

/** Raised when the words that records are found by are made in another way; the next start makes all anew. */
const version = '1';
const versionSetting = 'search-names';

/** Names that one statement carries. */
const batchSize = 5000;

interface NamedRow {
  id: number;
  kind: string;
  slug: string;
  names: string[];
  aliases: string[];
  owner: number | null;
}

/** The names of records that have some, of these ids or of all. */
async function namedRows(db: Transaction, ids: readonly number[] | null): Promise<NamedRow[]> {
  return db.$queryRaw<NamedRow[]>`
    SELECT named.* FROM (
      SELECT id, 'organization' AS kind, slug, ARRAY[name_zh, name_en] AS names, aliases, NULL::int AS owner FROM organization
      UNION ALL SELECT id, 'model', slug, ARRAY[name_zh, name_en], aliases, vendor_id FROM model
      UNION ALL SELECT id, 'product', slug, ARRAY[name_zh, name_en], aliases, vendor_id FROM product
      UNION ALL SELECT id, 'platform', slug, ARRAY[name_zh, name_en], aliases, vendor_id FROM platform
      UNION ALL SELECT id, 'industry', slug, ARRAY[name_zh, name_en], aliases, NULL FROM industry
      UNION ALL SELECT id, 'indicator', slug, ARRAY[name_zh, name_en], '{}', NULL FROM indicator
      UNION ALL SELECT id, 'source', slug, ARRAY[title], ARRAY_REMOVE(ARRAY[publisher, author], NULL), NULL FROM source
    ) AS named
    WHERE ${ids}::int[] IS NULL OR id = ANY(${ids}::int[])`;
}

/** The words that these records are to be found by; null: all records. */
export async function wantedSearchNames(db: Transaction, ids: readonly number[] | null) {
  return (await namedRows(db, ids)).flatMap(({ id, kind, slug, names, aliases, owner }) =>
    nameForms(names, aliases, slug).map(({ form, shown, folded }, position) => ({
      record_id: id,
      position,
      kind,
      owner_id: owner,
      form,
      shown,
      folded,
    })),
  );
}

/** Makes the words of these records anew, in the transaction that changes them; null: of all records. */
export async function refreshSearchNames(db: Transaction, ids: readonly number[] | null): Promise<void> {
  if (ids === null) await db.$executeRaw`DELETE FROM search_name`;
  else await db.$executeRaw`DELETE FROM search_name WHERE record_id = ANY(${ids}::int[])`;
  const rows = await wantedSearchNames(db, ids);
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = JSON.stringify(rows.slice(start, start + batchSize));
    await db.$executeRaw`
      INSERT INTO search_name (record_id, position, kind, owner_id, form, shown, folded)
      SELECT record_id, position, kind, owner_id, form, shown, folded FROM jsonb_to_recordset(${batch}::jsonb)
        AS n (record_id int, position int, kind text, owner_id int, form text, shown text, folded text)`;
  }
}

/** Makes the words of all records if they were made by an earlier version, or never. */
export async function ensureSearchNames(db: Transaction): Promise<'made' | 'up to date'> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tracker.edition'))`;
  const known = await db.setting.findUnique({ where: { name: versionSetting } });
  if (known?.value === version) return 'up to date';
  await refreshSearchNames(db, null);
  await db.setting.upsert({
    where: { name: versionSetting },
    create: { name: versionSetting, value: version },
    update: { value: version },
  });
  return 'made';
}
