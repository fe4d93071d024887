import type { Transaction } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { type Payload, type Row, rowsOf } from '@/database/record-rows';
import { addFundingFigures } from '@/editorial/funding-figures';
import { type ProposedRecord, type ValidRecord, validateRecord } from '@/editorial/validation';
import { generatedOrganizations, generatedSources, publishInBatches } from './generated-facts';

/** Events that are written as one edition. */
const batch = 50_000;
/** Different events as to round, date, amount and sources; the others differ in whose they are and who took part. */
const templates = 2000;

/** The same numbers in every run, whatever part of the events is made first. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const rounds = [
  ['种子轮', 'round'],
  ['天使轮', 'round'],
  ['天使轮', 'round'],
  ['Pre-A轮', 'round'],
  ['A轮', 'round'],
  ['A轮', 'round'],
  ['A+轮', 'round'],
  ['B轮', 'round'],
  ['C轮', 'round'],
  ['D轮', 'round'],
  ['战略融资', 'round'],
  ['IPO', 'ipo'],
  ['股权转让', 'transfer'],
  [null, 'round'],
  ['B轮', 'reported'],
  [null, 'cumulative'],
] as const;

const amounts = [
  ['数千万元', 'CNY', 2e7, 1e8, 'several'],
  ['5000万元', 'CNY', 5e7, 5e7, 'exact'],
  ['1亿元', 'CNY', 1e8, 1e8, 'exact'],
  ['近3亿元', 'CNY', 2.5e8, 3e8, 'near'],
  ['超10亿元', 'CNY', 1e9, null, 'over'],
  ['2000万美元', 'USD', 2e7, 2e7, 'exact'],
  ['约1亿美元', 'USD', 9e7, 1.1e8, 'approximate'],
  ['8亿港元', 'HKD', 8e8, 8e8, 'exact'],
  ['3000万欧元', 'EUR', 3e7, 3e7, 'exact'],
  null,
  null,
  null,
] as const;

const roles = ['lead', 'follow', 'follow', null] as const;

/** What an event says apart from whose it is, who took part and by which sources it is known. */
function template(at: number): Record<string, unknown> {
  const random = numbers(at + 1);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const [round, type] = pick(rounds);
  const stated = pick(amounts);
  const month = `${2015 + Math.floor(random() ** 0.7 * 11)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;
  const precise = random();
  const announced =
    precise < 0.02
      ? null
      : precise < 0.06
        ? month.slice(0, 4)
        : precise < 0.5
          ? month
          : `${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const amount = stated && {
    text: stated[0],
    currency: stated[1],
    min: stated[2],
    max: stated[3],
    minBound: 'hard',
    maxBound: stated[3] === null ? null : 'hard',
    kind: stated[4],
  };
  const statement = { source: 'generated', kind: 'claimed', round, announced, amount };
  const second = random() < 0.25 ? [{ source: 'generated', kind: 'estimated', announced, seen: false }] : [];
  return {
    slug: `gen-event-${at}`,
    organization: 'generated',
    type,
    round,
    announced,
    statements: [statement, ...second],
    citations: random() < 0.3 ? [{ source: 'generated', kind: 'claimed', fields: ['organization'] }] : [],
  };
}

interface MadeEvent {
  slug: string;
  template: number;
  organization: number;
  source: number;
  participations: { investor: number; role: string | null }[];
}

/** The nth event. A few organizations raise often and a few investors invest often, as in life. */
function madeEvent(at: number, organizations: number, sources: number): MadeEvent {
  const random = numbers(at + 1_000_003);
  const investors = Math.max(1, Math.floor(organizations / 7));
  const count = Math.floor(random() * 4);
  return {
    slug: `gen-event-${at}`,
    template: at % templates,
    organization: Math.floor(random() ** 1.5 * organizations),
    source: Math.floor(random() ** 2 * sources),
    participations: Array.from({ length: count }, (_, place) => ({
      investor: 7 * Math.floor(random() ** 3 * investors),
      role: place === 0 ? 'lead' : (roles[Math.floor(random() * roles.length)] ?? null),
    })),
  };
}

/** How many organizations and sources there are beside so many events. */
export function surroundings(events: number): { organizations: number; sources: number } {
  return {
    organizations: Math.min(50_000, Math.max(70, Math.round(events / 10))),
    sources: Math.min(2000, Math.max(20, Math.round(events / 50))),
  };
}

function validTemplate(at: number): ValidRecord {
  const record = { kind: 'funding-event', slug: `gen-event-${at}`, baseVersion: 0, payload: template(at) };
  const valid = validateRecord(record, at);
  if (Array.isArray(valid)) throw new Error(JSON.stringify(valid[0]));
  return valid;
}

function withParts(payload: Payload, event: MadeEvent): Payload {
  const sourced = (list: unknown) =>
    (list as Payload[]).map((each) => ({ ...each, source: `gen-source-${event.source}` }));
  return {
    ...payload,
    slug: event.slug,
    organization: `gen-org-${event.organization}`,
    statements: sourced(payload.statements),
    citations: sourced(payload.citations),
    participations: event.participations.map(({ investor, role }) => ({
      investor: `gen-org-${investor}`,
      role,
      note: null,
    })),
  };
}

/** The proposal of the events from one number up to another, for the one way in. */
export function proposedEvents(from: number, to: number, all: number): ProposedRecord[] {
  const { organizations, sources } = surroundings(all);
  return Array.from({ length: to - from }, (_, place) => {
    const event = madeEvent(from + place, organizations, sources);
    const payload = withParts(template(event.template) as Payload, event);
    return { kind: 'funding-event', slug: event.slug, baseVersion: 0, payload };
  });
}

/** Columns of a table, quoted, without some. */
async function columnsOf(db: Transaction, table: string, without: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped
    ORDER BY attnum`;
  return rows.map(({ name }) => name).filter((name) => !without.includes(name));
}

/** The rows of the templates, worked out by the code that publishes, in tables of this transaction. */
async function storeTemplates(db: Transaction, valid: readonly ValidRecord[]): Promise<void> {
  const ids = new Map(valid.map(({ kind, slug }, at) => [`${kind}/${slug}`, at]));
  const rows = new Map(
    valid.map(({ kind, payload }, at) => [at, rowsOf(kind, at, payload as Payload, () => 0)] as const),
  );
  await addFundingFigures(db, valid, rows, ids);
  for (const table of ['funding_event', 'funding_statement', 'citation']) {
    const own: Row[] = [...rows].flatMap(([at, of]) =>
      (of.get(table) ?? []).map((row) => ({ n: at, ...row })),
    );
    await db.$executeRawUnsafe(
      `CREATE TEMP TABLE template_${table} ON COMMIT DROP AS
       SELECT (row ->> 'n')::int AS n, filled.* FROM jsonb_array_elements($1::jsonb) AS row, jsonb_populate_record(NULL::${table}, row) AS filled`,
      JSON.stringify(own),
    );
  }
  await db.$executeRaw`
    CREATE TEMP TABLE template_payload ON COMMIT DROP AS
    SELECT place::int - 1 AS n, payload
    FROM jsonb_array_elements(${JSON.stringify(valid.map(({ payload }) => payload))}::jsonb) WITH ORDINALITY AS t(payload, place)`;
}

const tables = ['record', 'funding_event', 'funding_statement', 'citation', 'participation'] as const;

/** Writes what a publication of these events would: as one edition, logged by the triggers. */
async function writeBatch(db: Transaction, from: number, to: number, all: number): Promise<void> {
  const { organizations, sources } = surroundings(all);
  await storeTemplates(
    db,
    Array.from({ length: templates }, (_, at) => validTemplate(at)),
  );
  const events = Array.from({ length: to - from }, (_, place) =>
    madeEvent(from + place, organizations, sources),
  );
  const parts = events.flatMap(({ participations }, at) =>
    participations.map((part, position) => ({ at, position, ...part })),
  );
  await db.$executeRaw`
    CREATE TEMP TABLE took_part ON COMMIT DROP AS
    SELECT p.at, p.position, i.id AS investor_id, i.slug AS investor, p.role
    FROM unnest(${parts.map(({ at }) => at)}::int[], ${parts.map(({ position }) => position)}::int[],
        ${parts.map(({ investor }) => `gen-org-${investor}`)}::text[], ${parts.map(({ role }) => role)}::text[])
      AS p(at, position, investor, role) JOIN organization i ON i.slug = p.investor`;
  await db.$executeRaw`
    CREATE TEMP TABLE made ON COMMIT DROP AS
    SELECT nextval(pg_get_serial_sequence('record', 'id'))::int AS id, m.slug, m.template, m.place::int - 1 AS place,
      o.id AS organization_id, o.slug AS organization, s.id AS source_id, s.slug AS source
    FROM unnest(${events.map(({ slug }) => slug)}::text[], ${events.map((each) => each.template)}::int[],
        ${events.map(({ organization }) => `gen-org-${organization}`)}::text[],
        ${events.map(({ source }) => `gen-source-${source}`)}::text[])
      WITH ORDINALITY AS m(slug, template, organization, source, place)
    JOIN organization o ON o.slug = m.organization JOIN source s ON s.slug = m.source ORDER BY m.place`;
  await db.$executeRaw`
    CREATE TEMP TABLE proposed ON COMMIT DROP AS
    WITH stored AS (
      INSERT INTO proposal (state, decided, origin, note) VALUES ('published', now(), 'import', '生成的数据') RETURNING id
    ) SELECT id FROM stored`;
  await db.$executeRaw`SELECT open_edition('import', '生成的数据', 'Generated facts', id) FROM proposed`;
  // The log is written by its triggers as ever; foreign keys, which take as long as all the rest, are right by the
  // joins above and are not checked again.
  for (const table of tables)
    await db.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER log_inserts`);
  await db.$executeRaw`SET LOCAL session_replication_role = replica`;
  await db.$executeRaw`
    INSERT INTO record (id, kind, slug, version) SELECT id, 'funding-event', slug, 1 FROM made`;
  await db.$executeRaw`
    INSERT INTO proposal_item (proposal_id, position, kind, slug, base_version, payload, record_id)
    SELECT p.id, m.place, 'funding-event', m.slug, 0, t.payload || jsonb_build_object('slug', m.slug, 'organization', m.organization,
      'statements', (SELECT jsonb_agg(part || jsonb_build_object('source', m.source) ORDER BY place)
        FROM jsonb_array_elements(t.payload -> 'statements') WITH ORDINALITY AS s(part, place)),
      'citations', (SELECT coalesce(jsonb_agg(part || jsonb_build_object('source', m.source) ORDER BY place), '[]')
        FROM jsonb_array_elements(t.payload -> 'citations') WITH ORDINALITY AS c(part, place)),
      'participations', coalesce(took.parts, '[]')), m.id
    FROM proposed p, made m JOIN template_payload t ON t.n = m.template LEFT JOIN (
      SELECT at, jsonb_agg(jsonb_build_object('investor', investor, 'role', role, 'note', NULL) ORDER BY position) AS parts
      FROM took_part GROUP BY at
    ) took ON took.at = m.place`;
  for (const [table, own] of [
    ['funding_event', { id: 'm.id', slug: 'm.slug', organization_id: 'm.organization_id' }],
    ['funding_statement', { record_id: 'm.id', source_id: 'm.source_id' }],
    ['citation', { record_id: 'm.id', source_id: 'm.source_id' }],
  ] as const) {
    const rest = await columnsOf(db, table, Object.keys(own));
    await db.$executeRawUnsafe(`
      INSERT INTO ${table} (${[...Object.keys(own), ...rest].map((column) => `"${column}"`).join(', ')})
      SELECT ${[...Object.values(own), ...rest.map((column) => `t."${column}"`)].join(', ')}
      FROM made m JOIN template_${table} t ON t.n = m.template`);
  }
  await db.$executeRaw`
    INSERT INTO participation (record_id, position, investor_id, role)
    SELECT m.id, p.position, p.investor_id, p.role FROM made m JOIN took_part p ON p.at = m.place`;
  await db.$executeRaw`SET LOCAL session_replication_role = origin`;
  for (const table of tables) await db.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER log_inserts`);
}

/**
 * Adds made-up funding events up to a number, with the organizations and sources that belong to so many. The rows are
 * those that publishing the same events leaves (tests/integration/funding-columns.test.ts).
 */
export async function addFundingEvents(client: PrismaClient, upTo: number): Promise<void> {
  const count = async (prefix: string) => {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM record WHERE slug LIKE ${`${prefix}-%`}`;
    return row?.count ?? 0;
  };
  const { organizations, sources } = surroundings(upTo);
  const [hadOrganizations, hadSources] = [await count('gen-org'), await count('gen-source')];
  await publishInBatches(client, [
    ...generatedSources(hadSources, sources),
    ...generatedOrganizations(hadOrganizations, organizations),
  ]);
  for (let from = await count('gen-event'); from < upTo; from += batch) {
    const to = Math.min(upTo, from + batch);
    await client.$transaction((db) => writeBatch(db, from, to, upTo), { timeout: 600_000, maxWait: 60_000 });
  }
  await client.$executeRawUnsafe('VACUUM ANALYZE');
}
