import { fork } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { type Payload, payloadOf } from '@/database/record-rows';
import { readAmount } from '@/domain/amount-phrase';
import { currencies } from '@/domain/currency';
import { evidenceKinds } from '@/domain/evidence';
import { fundingTypes } from '@/domain/funding-type';
import { tiers } from '@/domain/tier';
import { readRows } from '@/editorial/fact-writing';
import { loadStartingFacts } from '@/editorial/starting-facts';
import type { FundingEvent } from '@/records/funding-event/schema';
import { participationRoles } from '@/records/funding-event/schema';
import { type Indicator, indicatorThemes } from '@/records/indicator/schema';
import { accessKinds, modalities } from '@/records/model/schema';
import { organizationRoles } from '@/records/organization/schema';
import { moveKinds } from '@/records/people-move/schema';
import { type RecordKind, recordSchemas } from '@/records/record';
import { freshDatabase, freshDatabaseWithFacts } from './database';

const folder = 'prisma/data';

async function jsonOf(file: string): Promise<Payload[]> {
  return JSON.parse(await readFile(path.join(folder, file), 'utf8'));
}

const files: [RecordKind, string][] = [
  ['source', 'sources.json'],
  ['industry', 'industries.json'],
  ['organization', 'organizations.json'],
  ['layer', 'layers.json'],
  ['platform', 'platforms.json'],
  ['model', 'models.json'],
  ['product', 'products.json'],
  ['placement', 'placements.json'],
  ['coverage', 'coverages.json'],
  ['position', 'positions.json'],
  ['funding-event', 'funding-events.json'],
  ['indicator', 'indicators.json'],
  ['observation', 'observations.json'],
  ['people-move', 'people-moves.json'],
  ['thesis', 'theses.json'],
];

/** Lists that are sets: the database gives them back sorted. */
function sorted(payload: Payload): Payload {
  const sets = ['partners', 'industries'];
  return Object.fromEntries(
    Object.entries(payload).map(([field, value]) => [
      field,
      sets.includes(field) && Array.isArray(value) ? value.toSorted() : value,
    ]),
  );
}

/** One line for everything that the fact tables and the log hold. */
async function digest(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT IN ('edition', 'change', 'proposal', 'proposal_item')
     ORDER BY 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    // Ids are drawn from a sequence, which a killed loading has advanced: they are told by the slugs that they stand for.
    const { rows } = await client.query(
      name === 'record'
        ? 'SELECT count(*)::int AS n, md5(string_agg(kind || slug || version, \',\' ORDER BY kind, slug)) AS sum FROM "record"'
        : `SELECT count(*)::int AS n FROM "${name}"`,
    );
    parts.push(`${name} ${rows[0].n} ${rows[0].sum ?? ''}`);
  }
  const log = await client.query('SELECT count(*)::int AS n FROM change');
  const edition = await client.query('SELECT max(number) AS n FROM edition');
  await client.end();
  return [...parts, `change ${log.rows[0].n}`, `edition ${edition.rows[0].n}`].join('\n');
}

/** Every record of every kind as a payload, so without the ids of one database. */
async function factsOf(client: PrismaClient): Promise<Map<string, Payload>> {
  const records = await client.record.findMany();
  const names = new Map(
    records.map((record) => [record.id, { kind: record.kind as RecordKind, slug: record.slug }]),
  );
  const nameOf = (id: number) => names.get(id) as { kind: RecordKind; slug: string };
  const facts = new Map<string, Payload>();
  for (const kind of Object.keys(recordSchemas) as RecordKind[]) {
    const ids = records.filter((record) => record.kind === kind).map(({ id }) => id);
    const stored = await client.$transaction((db) => readRows(db, kind, ids));
    for (const [id, rows] of stored) facts.set(`${kind}/${nameOf(id).slug}`, payloadOf(kind, rows, nameOf));
  }
  return facts;
}

const unitsInWords: Readonly<Record<string, { zh: string; en: string }>> = {
  USD: { zh: '美元', en: 'US dollars' },
  CNY: { zh: '元', en: 'CNY' },
  share: { zh: '占比', en: 'share' },
};

describe('the starting facts in the database', () => {
  let url: string;
  let client: PrismaClient;
  let facts: Map<string, Payload>;

  beforeAll(async () => {
    url = await freshDatabaseWithFacts();
    client = connect(url);
    facts = await factsOf(client);
  });
  afterAll(() => client.$disconnect());

  it.each(files)('%s: every record reads back as its file says', async (kind, file) => {
    const wanted = await jsonOf(file);
    const found = [...facts].filter(([name]) => name.startsWith(`${kind}/`));
    expect(found.length).toBe(wanted.length);
    for (const each of wanted) {
      const payload = recordSchemas[kind].parse(each) as Payload;
      expect(facts.get(`${kind}/${payload.slug}`)).toEqual(sorted(payload));
    }
  });

  it('loads again without an edition or a change', async () => {
    const before = await digest(url);
    expect(await loadStartingFacts(url)).toMatchObject({ outcome: 'unchanged', edition: 1 });
    expect(await digest(url)).toBe(before);
  });

  it('has one organization for one organization: no name or alias belongs to two', async () => {
    const owners = new Map<string, string>();
    for (const { slug, name, aliases } of (await jsonOf('organizations.json')) as {
      slug: string;
      name: { zh: string; en: string };
      aliases?: string[];
    }[]) {
      for (const each of new Set([name.zh, name.en, ...(aliases ?? [])].map((text) => text.toLowerCase()))) {
        expect([owners.get(each) ?? slug, each]).toEqual([slug, each]);
        owners.set(each, slug);
      }
    }
  });

  it('says of every indicator what it is about and what its unit is called', async () => {
    const indicators = (await jsonOf('indicators.json')) as unknown as Indicator[];
    const bare = indicators.filter(({ theme, unitName }) => !theme || !unitName);
    expect(bare.map(({ slug }) => slug)).toEqual([]);
    // One unit has one name where it is not said of something else: what is counted twice is called alike.
    for (const { unit, unitName } of indicators)
      if (['USD', 'CNY', 'share'].includes(unit))
        expect([unit, unitName]).toEqual([unit, unitsInWords[unit]]);
  });

  it('flags the claims of the article that do not add up', async () => {
    const rows = await client.$queryRaw<{ slug: string; doubt: string }[]>`
      SELECT r.slug, c.doubt_zh AS doubt FROM citation c JOIN "record" r ON r.id = c.record_id
      WHERE c.doubt_zh IS NOT NULL`;
    expect(rows.length).toBeGreaterThanOrEqual(11);
    expect(rows.some(({ doubt }) => doubt.includes('33'))).toBe(true);
  });

  it('has amounts that say what their words say', async () => {
    const events = (await jsonOf('funding-events.json')) as unknown as FundingEvent[];
    const statements = events.flatMap((event) => event.statements);
    let read = 0;
    for (const { amount } of statements) {
      if (!amount?.text) continue;
      const found = readAmount(amount.text);
      if (!found) continue;
      read += 1;
      const { min, max } = found.range;
      expect([amount.text, min, max]).toEqual([amount.text, amount.min ?? null, amount.max ?? null]);
    }
    expect(read).toBeGreaterThan(20);
  });
});

describe('words with checks', () => {
  it.each([
    ['record_kind_known', Object.keys(recordSchemas)],
    ['citation_kind_known', evidenceKinds],
    ['organization_roles_known', organizationRoles],
    ['model_tier_known', tiers],
    ['model_modalities_known', modalities],
    ['model_access_known', accessKinds],
    ['funding_event_type_known', fundingTypes],
    ['participation_role_known', participationRoles],
    ['people_move_kind_known', moveKinds],
    ['funding_event_amount_currency_known', currencies],
    ['indicator_theme_known', indicatorThemes],
  ] as const)('%s allows what the schema allows', async (name, words) => {
    const client = connect(await freshDatabase());
    const rows = await client.$queryRaw<{ said: string }[]>`
      SELECT pg_get_constraintdef(oid) AS said FROM pg_constraint WHERE conname = ${name}`;
    await client.$disconnect();
    const said = [...(rows[0]?.said ?? '').matchAll(/'([^']+)'::text/g)].map((match) => match[1]);
    expect(said.toSorted()).toEqual([...words].toSorted());
  });
});

describe('a broken data file', () => {
  async function loadingOf(change: (folder: string) => Promise<void>) {
    const copy = await mkdtemp(path.join(tmpdir(), 'tracker-facts-'));
    try {
      await cp(folder, copy, { recursive: true });
      await change(copy);
      const url = await freshDatabase();
      const empty = await digest(url);
      const result = await loadStartingFacts(url, copy);
      expect(await digest(url)).toBe(empty);
      return result;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }

  it('names the file, the record, the field and the reason, and nothing is written', async () => {
    const result = await loadingOf(async (copy) => {
      const file = path.join(copy, 'models.json');
      const models = JSON.parse(await readFile(file, 'utf8'));
      models[3].tier = 'huge';
      models[7].vendor = 'nobody-of-that-name';
      await writeFile(file, JSON.stringify(models));
    });
    const slugs = (await jsonOf('models.json')).map(({ slug }) => slug);
    expect(result).toMatchObject({ outcome: 'refused' });
    const { problems } = result as Extract<typeof result, { outcome: 'refused' }>;
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'models.json', record: slugs[3], field: 'tier' }),
    );
    for (const { reason } of problems) expect(reason.length).toBeGreaterThan(10);
  });

  it('names a reference to nobody', async () => {
    const result = await loadingOf(async (copy) => {
      const file = path.join(copy, 'models.json');
      const models = JSON.parse(await readFile(file, 'utf8'));
      models[7].vendor = 'nobody-of-that-name';
      await writeFile(file, JSON.stringify(models));
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      problems: [
        { file: 'models.json', field: 'vendor', reason: expect.stringContaining('nobody-of-that-name') },
      ],
    });
  });

  it.each([
    ['memberOf', { ernie: { memberOf: 'ernie-4-5' } }],
    ['derivesFrom', { 'glm-130b': { derivesFrom: 'chatglm' }, chatglm: { derivesFrom: 'glm-130b' } }],
    ['derivesFrom', { qwen: { derivesFrom: 'qwen-7b' } }],
  ] as const)('refuses a family that is its own ancestor through %s', async (field, changed) => {
    const slugs = Object.keys(changed);
    const result = await loadingOf(async (copy) => {
      const file = path.join(copy, 'models.json');
      const models: { slug: string }[] = JSON.parse(await readFile(file, 'utf8'));
      for (const model of models) Object.assign(model, changed[model.slug as keyof typeof changed]);
      await writeFile(file, JSON.stringify(models));
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      problems: expect.arrayContaining(
        slugs.map((record) => ({
          file: 'models.json',
          record,
          field,
          reason: expect.stringContaining(record),
        })),
      ),
    });
  });

  it('says so of a file that is no JSON, or is not there', async () => {
    const result = await loadingOf(async (copy) => {
      await writeFile(path.join(copy, 'layers.json'), '[{"slug": ');
      await rm(path.join(copy, 'products.json'));
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      problems: expect.arrayContaining([
        expect.objectContaining({ file: 'layers.json', reason: expect.stringContaining('JSON') }),
        expect.objectContaining({ file: 'products.json', reason: expect.stringContaining('ENOENT') }),
      ]),
    });
  });
});

describe('a loading that is killed', () => {
  function killedAfter(url: string, milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = fork('tests/integration/programs/load-starting-facts.ts', {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, DATABASE_URL: url },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.once('message', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
      child.once('error', reject);
      child.once('exit', () => resolve());
    });
  }

  it('leaves nothing or everything, and the next loading gives the same facts', async () => {
    const url = await freshDatabase();
    const [empty, whole] = [await digest(url), await digest(await freshDatabaseWithFacts())];
    for (const milliseconds of [20, 120, 250, 400, 550, 700]) {
      await killedAfter(url, milliseconds);
      expect([empty, whole]).toContain(await digest(url));
    }
    await loadStartingFacts(url);
    expect(await digest(url)).toBe(whole);
    const [once, again] = [connect(await freshDatabaseWithFacts()), connect(url)];
    expect(await factsOf(again)).toEqual(await factsOf(once));
    await Promise.all([once.$disconnect(), again.$disconnect()]);
  });
});
