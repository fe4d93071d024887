import type { PrismaClient } from '@/database/generated/client';
import { columnOf, type Payload } from '@/database/record-rows';
import { storage } from '@/database/record-storage';
import { type RecordKind, recordKinds } from '@/records/record';
import type { Problem } from './problem';
import { type Publication, publish } from './publication';
import { payloadsOf } from './record-payloads';
import type { ProposedRecord } from './validation';

interface Referring {
  id: number;
  kind: RecordKind;
  slug: string;
  version: number;
}

/** Fields of a record that there is one of for each organization and thing: two of them are the same statement. */
const pairs: Partial<Record<RecordKind, string>> = { placement: 'layer', coverage: 'industry' };

/**
 * Makes two organizations one: whatever refers to `from` refers to `into`, its names become aliases there, and its
 * address leads on. One edition, undoable as one.
 */
export async function mergeOrganizations(
  client: PrismaClient,
  from: string,
  into: string,
  authorId?: number,
): Promise<Publication> {
  const { records, problems } = await client.$transaction((db) => mergedRecords(db, from, into), {
    isolationLevel: 'RepeatableRead',
    timeout: 120_000,
  });
  if (problems.length > 0) return { outcome: 'refused', problems };
  return publish(client, {
    origin: 'form',
    note: { zh: `${from} 并入 ${into}`, en: `${from} merged into ${into}` },
    ...(authorId === undefined ? {} : { authorId }),
    merges: { kind: 'organization', from, into },
    records,
  });
}

type Db = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

async function mergedRecords(
  db: Db,
  from: string,
  into: string,
): Promise<{ records: ProposedRecord[]; problems: Problem[] }> {
  const both = await db.record.findMany({
    where: { kind: 'organization', slug: { in: [from, into] }, retracted: null },
  });
  const [old, target] = [from, into].map((slug) => both.find((each) => each.slug === slug));
  if (!old || !target || from === into) {
    const reason = {
      zh: '请选两家不同的、都在收录中的机构',
      en: 'Choose two different organizations that are both on record.',
    };
    return {
      records: [],
      problems: [{ cause: 'missing', item: null, kind: 'organization', slug: from, field: '', reason }],
    };
  }
  const referring = await referringTo(db, old.id);
  const payloads = await payloadsOf(db, [
    ...referring,
    { id: old.id, kind: 'organization' },
    { id: target.id, kind: 'organization' },
  ]);
  const theirs = await pairsOf(db, target.id);
  const records = referring.map(({ id, kind, slug, version }): ProposedRecord => {
    const payload = repointed(kind, payloads.get(id) ?? {}, from, into);
    const pair = pairs[kind];
    // The other one says the same already; two of them would be one too many.
    const double = pair !== undefined && theirs.has(`${kind} ${payload[pair]}`);
    return { kind, slug, baseVersion: version, payload: double ? null : payload };
  });
  const [gone, kept] = [payloads.get(old.id) ?? {}, payloads.get(target.id) ?? {}];
  records.push(
    { kind: 'organization', slug: into, baseVersion: target.version, payload: withNamesOf(kept, gone) },
    { kind: 'organization', slug: from, baseVersion: old.version, payload: null },
  );
  return { records, problems: [] };
}

/** Records that name an organization in any field, by the shapes of their storage. */
async function referringTo(db: Db, id: number): Promise<Referring[]> {
  const places: { table: string; column: string; owner: string }[] = [];
  for (const kind of recordKinds) {
    const shape = storage[kind];
    for (const [field, target] of Object.entries(shape.refs))
      if (target === 'organization' || target === 'any')
        places.push({ table: shape.table, column: `${columnOf(field)}_id`, owner: 'id' });
    for (const list of Object.values(shape.lists))
      if (list.kind === 'organization')
        places.push({ table: list.table, column: list.column, owner: 'record_id' });
    for (const child of Object.values(shape.children))
      for (const [field, target] of Object.entries(child.refs))
        if (target === 'organization')
          places.push({ table: child.table, column: `${columnOf(field)}_id`, owner: 'record_id' });
  }
  const parts = places.map(
    ({ table, column, owner }) => `SELECT "${owner}" AS id FROM "${table}" WHERE "${column}" = $1`,
  );
  return db.$queryRawUnsafe<Referring[]>(
    `SELECT r.id, r.kind, r.slug, r.version FROM record r WHERE r.id IN (${parts.join(' UNION ')}) ORDER BY r.id`,
    id,
  );
}

async function pairsOf(db: Db, organizationId: number): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT 'placement ' || l.slug AS name FROM placement p JOIN layer l ON l.id = p.layer_id WHERE p.organization_id = ${organizationId}::int
    UNION SELECT 'coverage ' || i.slug FROM coverage c JOIN industry i ON i.id = c.industry_id WHERE c.organization_id = ${organizationId}::int`;
  return new Set(rows.map(({ name }) => name));
}

/** The payload with every reference to one organization turned to another; a list that held both holds one. */
function repointed(kind: RecordKind, payload: Payload, from: string, into: string): Payload {
  const shape = storage[kind];
  const turned = (target: RecordKind | 'any', value: unknown) =>
    target === 'organization' && value === from
      ? into
      : target === 'any' && value === `organization/${from}`
        ? `organization/${into}`
        : value;
  const result: Payload = { ...payload };
  for (const [field, target] of Object.entries(shape.refs)) result[field] = turned(target, payload[field]);
  for (const [field, list] of Object.entries(shape.lists))
    if (list.kind === 'organization')
      result[field] = [...new Set((payload[field] as string[]).map((each) => turned('organization', each)))];
  for (const [field, child] of Object.entries(shape.children)) {
    const parts = ((payload[field] ?? []) as Payload[]).map((part) => {
      const changed: Payload = { ...part };
      for (const [inner, target] of Object.entries(child.refs)) changed[inner] = turned(target, part[inner]);
      return changed;
    });
    // One investor takes part once.
    result[field] =
      field === 'participations'
        ? [...new Map(parts.map((part) => [String(part.investor), part])).values()]
        : parts;
  }
  return result;
}

/** The organization with the names of the other as aliases, and what only the other one said. */
function withNamesOf(kept: Payload, gone: Payload): Payload {
  const {
    name,
    aliases = [],
    citations = [],
    roles = [],
  } = gone as {
    name?: { zh: string; en: string };
    aliases?: string[];
    citations?: unknown[];
    roles?: string[];
  };
  const own = kept as typeof gone & { name: { zh: string; en: string } };
  const filled = Object.fromEntries(
    Object.entries(gone).filter(([field, value]) => (kept[field] ?? null) === null && value !== null),
  );
  const names = [...((kept.aliases as string[]) ?? []), ...(name ? [name.zh, name.en] : []), ...aliases];
  return {
    ...kept,
    ...filled,
    aliases: [...new Set(names)].filter((each) => each !== own.name.zh && each !== own.name.en).slice(0, 60),
    roles: [...new Set([...((kept.roles as string[]) ?? []), ...roles])],
    citations: [...((kept.citations as unknown[]) ?? []), ...citations],
  };
}
