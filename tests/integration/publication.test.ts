import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { readFacts } from '@/database/reading';
import { type ProposalDraft, publish } from '@/editorial/publication';
import type { ProposedRecord } from '@/editorial/validation';
import { freshDatabase } from './database';

let client: PrismaClient;

const cite = [{ source: 'report', kind: 'claimed' }];
const report = { slug: 'report', title: 'A report', language: 'en' };
const acme = {
  slug: 'acme',
  name: { zh: '甲', en: 'Acme' },
  kind: 'startup',
  roles: ['vendor'],
  citations: cite,
};
const acmeBase = {
  slug: 'acme-base',
  name: { zh: '甲基座', en: 'Acme Base' },
  vendor: 'acme',
  tier: 'general',
  citations: cite,
};
const acmeMine = {
  ...acmeBase,
  slug: 'acme-mine',
  name: { zh: '甲矿山', en: 'Acme Mine' },
  tier: 'industry',
  derivesFrom: 'acme-base',
};

function record(
  kind: string,
  payload: { slug: string; [field: string]: unknown },
  baseVersion = 0,
): ProposedRecord {
  return { kind, slug: payload.slug, baseVersion, payload };
}

function proposal(...records: ProposedRecord[]): ProposalDraft {
  return { origin: 'form', note: { zh: '测试', en: 'test' }, records };
}

async function newest(): Promise<number> {
  const [row] = await client.$queryRaw<
    { n: number }[]
  >`SELECT coalesce(max(number), 0)::int AS n FROM edition`;
  return row?.n ?? 0;
}

async function versionOf(kind: string, slug: string): Promise<number | undefined> {
  return (await client.record.findUnique({ where: { kind_slug: { kind, slug } } }))?.version;
}

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  client = connect(url);
});

afterAll(async () => {
  await client.$disconnect();
});

describe('publication', () => {
  it('publishes a proposal whole, as one edition, with every row in the log', async () => {
    // The derived model stands before its base: the order in a proposal does not matter.
    const result = await publish(
      client,
      proposal(
        record('model', acmeMine),
        record('model', acmeBase),
        record('organization', acme),
        record('source', report),
      ),
    );
    expect(result).toEqual({ outcome: 'published', edition: 1, added: 4, changed: 0, retracted: 0, same: 0 });
    const mine = await client.model.findUnique({
      where: { slug: 'acme-mine' },
      include: { derivesFrom: true },
    });
    expect(mine?.derivesFrom?.slug).toBe('acme-base');
    const logged = await client.change.groupBy({ by: ['table'], _count: true, where: { edition: 1 } });
    expect(Object.fromEntries(logged.map((each) => [each.table, each._count]))).toEqual({
      record: 4,
      source: 1,
      organization: 1,
      model: 2,
      citation: 3,
    });
  });

  it('makes no new edition when the facts already say all of it', async () => {
    expect(await publish(client, proposal(record('organization', acme, 1)))).toEqual({
      outcome: 'unchanged',
      edition: 1,
      same: 1,
    });
    expect(await newest()).toBe(1);
    expect(await client.proposal.count()).toBe(1);
  });

  it('refuses the whole proposal for one bad field, and names it in both languages', async () => {
    const bad = { ...acmeBase, slug: 'acme-bad', parameters: -7 };
    const result = await publish(
      client,
      proposal(record('model', { ...acmeBase, slug: 'acme-good' }), record('model', bad)),
    );
    expect(result.outcome).toBe('refused');
    if (result.outcome !== 'refused') return;
    expect(result.problems).toMatchObject([
      { cause: 'invalid', item: 1, kind: 'model', slug: 'acme-bad', field: 'parameters' },
    ]);
    const [problem] = result.problems;
    expect(problem?.reason.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(problem?.reason.en).toMatch(/expected/i);
    expect(await versionOf('model', 'acme-good')).toBeUndefined();
    expect(await newest()).toBe(1);
  });

  it('refuses a reference to a record that is not there, and says which', async () => {
    const result = await publish(
      client,
      proposal(record('model', { ...acmeBase, slug: 'stray', vendor: 'nobody' })),
    );
    expect(result).toMatchObject({
      outcome: 'refused',
      problems: [{ cause: 'unknown-reference', field: 'vendor' }],
    });
    expect(await newest()).toBe(1);
  });

  it('never overwrites a version that the author has not seen', async () => {
    const renamed = { ...acme, name: { zh: '甲公司', en: 'Acme Ltd' } };
    expect(await publish(client, proposal(record('organization', renamed, 1)))).toMatchObject({
      outcome: 'published',
      changed: 1,
    });
    const late = await publish(
      client,
      proposal(record('organization', { ...acme, name: { zh: '甲', en: 'Acme Inc' } }, 1)),
    );
    expect(late).toMatchObject({
      outcome: 'refused',
      problems: [
        {
          cause: 'conflict',
          slug: 'acme',
          field: 'name',
          conflict: { base: acme.name, mine: { en: 'Acme Inc' }, theirs: renamed.name },
        },
      ],
    });
    expect(await client.organization.findUnique({ where: { slug: 'acme' } })).toMatchObject({
      nameEn: 'Acme Ltd',
      kind: 'startup',
    });
    expect(await versionOf('organization', 'acme')).toBe(2);
  });

  it('lets exactly one of two editors win who publish on the same version at once', async () => {
    const before = await newest();
    const attempts = ['软件', '硬件'].map((word) =>
      publish(client, proposal(record('organization', { ...acme, name: { zh: word, en: word } }, 2))),
    );
    const outcomes = (await Promise.all(attempts)).map((result) => result.outcome).sort();
    expect(outcomes).toEqual(['published', 'refused']);
    expect(await newest()).toBe(before + 1);
  });

  it('retracts a record that nothing refers to, and keeps one that is still referred to', async () => {
    const inUse = { kind: 'model', slug: 'acme-base', baseVersion: 1, payload: null };
    expect(await publish(client, proposal(inUse))).toMatchObject({
      outcome: 'refused',
      problems: [{ cause: 'still-referenced' }],
    });
    const free = { kind: 'model', slug: 'acme-mine', baseVersion: 1, payload: null };
    const result = await publish(client, proposal(free));
    expect(result).toMatchObject({ outcome: 'published', retracted: 1 });
    expect(await client.model.findUnique({ where: { slug: 'acme-mine' } })).toBeNull();
    const kept = await client.record.findUnique({
      where: { kind_slug: { kind: 'model', slug: 'acme-mine' } },
    });
    expect(kept?.retracted).toBe(await newest());
  });
});

describe('the log', () => {
  it('holds a write that bypasses the app, under an edition of its own', async () => {
    const before = await newest();
    await client.$executeRaw`UPDATE model SET parameters = 7 WHERE slug = 'acme-base'`;
    expect(await newest()).toBe(before + 1);
    const edition = await client.edition.findUnique({
      where: { number: before + 1 },
      include: { changes: true },
    });
    expect(edition?.origin).toBe('outside');
    expect(edition?.changes).toMatchObject([
      { table: 'model', operation: 'update', before: { parameters: null }, after: { parameters: 7 } },
    ]);
  });

  it('cannot be emptied, rewritten or escaped', async () => {
    await expect(client.$executeRaw`DELETE FROM change`).rejects.toThrow(/never rewritten/);
    await expect(client.$executeRaw`UPDATE edition SET origin = 'form'`).rejects.toThrow(/never rewritten/);
    await expect(client.$executeRaw`TRUNCATE citation`).rejects.toThrow(/escape the log/);
  });

  it('answers as known on an earlier edition, with the same question', async () => {
    const names = async (edition?: number) =>
      readFacts(
        async (facts) => ({
          edition: facts.edition,
          models: (await facts.db.model.findMany({ orderBy: { slug: 'asc' } })).map((model) => [
            model.slug,
            model.parameters,
          ]),
          raw: await facts.db.$queryRaw<{ name: string }[]>`SELECT name_en AS name FROM organization`,
        }),
        edition,
      );
    expect(await names(1)).toEqual({
      edition: 1,
      models: [
        ['acme-base', null],
        ['acme-mine', null],
      ],
      raw: [{ name: 'Acme' }],
    });
    const now = await names();
    expect(now.models).toEqual([['acme-base', 7n]]);
  });
});

describe('checks of the database itself', () => {
  const statement = (sql: string) => client.$executeRawUnsafe(sql);

  it('refuse a range upside down, a date that does not fit its precision, an unknown currency', async () => {
    const event = {
      slug: 'acme-a',
      organization: 'acme',
      type: 'round',
      round: 'A轮',
      announced: '2024-02',
      statements: cite,
    };
    const result = await publish(client, proposal(record('funding-event', event)));
    expect(result).toMatchObject({ outcome: 'published' });
    await expect(
      statement(
        `UPDATE funding_event SET amount_kind = 'exact', amount_currency = 'CNY', amount_min = 2, amount_max = 1`,
      ),
    ).rejects.toThrow(/funding_event_range/);
    await expect(statement(`UPDATE funding_event SET announced_to = '2024-03-01'`)).rejects.toThrow(
      /funding_event_announced_fits/,
    );
    await expect(
      statement(
        `UPDATE funding_event SET amount_kind = 'exact', amount_min = 1, amount_max = 1, amount_currency = 'XYZ'`,
      ),
    ).rejects.toThrow(/currency_known/);
    await expect(statement(`UPDATE organization SET slug = 'other' WHERE slug = 'acme'`)).rejects.toThrow(
      /slug_agrees/,
    );
  });
});
