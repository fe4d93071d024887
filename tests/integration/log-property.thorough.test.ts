import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { mergeOrganizations } from '@/editorial/merge';
import { type Publication, publish } from '@/editorial/publication';
import { payloadsOf } from '@/editorial/record-payloads';
import { restoreRecord, undoEdition } from '@/editorial/undo';
import type { RecordKind } from '@/records/record';
import { freshDatabase } from './database';

let client: PrismaClient;
let direct: pg.Client;

beforeAll(async () => {
  const url = await freshDatabase();
  client = connect(url);
  direct = new pg.Client({ connectionString: url });
  await direct.connect();
  await publish(client, {
    origin: 'form',
    note: { zh: '底', en: 'ground' },
    records: [
      {
        kind: 'source',
        slug: 'report',
        baseVersion: 0,
        payload: { slug: 'report', title: 'A report', language: 'en' },
      },
    ],
  });
});

afterAll(async () => {
  await direct.end();
  await client.$disconnect();
});

const cite = [{ source: 'report', kind: 'claimed' }];
const organizations = ['alpha', 'beta', 'gamma'];

const payloadOf: Record<'organization' | 'model', (slug: string, text: string, owner: string) => object> = {
  organization: (slug, text) => ({
    slug,
    name: { zh: `机构${slug}`, en: slug },
    kind: 'startup',
    roles: ['vendor'],
    note: { zh: text, en: text },
    citations: cite,
  }),
  model: (slug, text, owner) => ({
    slug,
    name: { zh: `模型${slug}`, en: slug },
    vendor: owner,
    note: { zh: text, en: text },
    citations: cite,
  }),
};

type Step =
  | { do: 'write'; kind: 'organization' | 'model'; slug: string; text: string; owner: string }
  | { do: 'retract'; kind: 'organization' | 'model'; slug: string }
  | { do: 'merge'; from: string; into: string }
  | { do: 'undo'; back: number }
  | { do: 'restore'; kind: 'organization' | 'model'; slug: string; back: number };

const kind = fc.constantFrom('organization' as const, 'model' as const);
const named = (of: 'organization' | 'model') =>
  of === 'organization' ? fc.constantFrom(...organizations) : fc.constantFrom('m1', 'm2');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: kind.chain((of) =>
      fc.record({
        do: fc.constant('write' as const),
        kind: fc.constant(of),
        slug: named(of),
        text: fc.constantFrom('一', '二', '三'),
        owner: fc.constantFrom(...organizations),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: kind.chain((of) =>
      fc.record({ do: fc.constant('retract' as const), kind: fc.constant(of), slug: named(of) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('merge' as const),
      from: fc.constantFrom(...organizations),
      into: fc.constantFrom(...organizations),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(6) }) },
  {
    weight: 1,
    arbitrary: kind.chain((of) =>
      fc.record({
        do: fc.constant('restore' as const),
        kind: fc.constant(of),
        slug: named(of),
        back: fc.nat(6),
      }),
    ),
  },
);

async function newest(): Promise<number> {
  const { rows } = await direct.query('SELECT max(number) AS number FROM edition');
  return rows[0].number;
}

async function versionOf(of: RecordKind, slug: string): Promise<number> {
  const record = await client.record.findUnique({ where: { kind_slug: { kind: of, slug } } });
  return record?.version ?? 0;
}

async function take(each: Step): Promise<Publication> {
  const note = { zh: each.do, en: each.do };
  switch (each.do) {
    case 'write':
      return publish(client, {
        origin: 'form',
        note,
        records: [
          {
            kind: each.kind,
            slug: each.slug,
            baseVersion: await versionOf(each.kind, each.slug),
            payload: payloadOf[each.kind](each.slug, each.text, each.owner),
          },
        ],
      });
    case 'retract':
      return publish(client, {
        origin: 'form',
        note,
        records: [
          {
            kind: each.kind,
            slug: each.slug,
            baseVersion: await versionOf(each.kind, each.slug),
            payload: null,
          },
        ],
      });
    case 'merge':
      return mergeOrganizations(client, each.from, each.into);
    case 'undo':
      return undoEdition(client, Math.max(2, (await newest()) - each.back));
    case 'restore':
      return restoreRecord(client, each.kind, each.slug, Math.max(1, (await newest()) - each.back));
  }
}

const tables = ['record', 'source', 'citation', 'organization', 'model', 'model_partner', 'model_industry'];

/** What the tables hold that the log does not, and the other way round. */
async function differences(edition: number): Promise<string[]> {
  await direct.query('BEGIN');
  await direct.query(`SELECT set_config('tracker.edition', '${edition}', true)`);
  const wrong: string[] = [];
  for (const table of tables) {
    const { rows } = await direct.query(`
      SELECT count(*)::int AS count FROM (
        (SELECT to_jsonb(t) FROM public."${table}" t EXCEPT SELECT to_jsonb(t) FROM asof."${table}" t)
        UNION ALL (SELECT to_jsonb(t) FROM asof."${table}" t EXCEPT SELECT to_jsonb(t) FROM public."${table}" t)
      ) AS different`);
    if (rows[0].count > 0) wrong.push(`${table}: ${rows[0].count}`);
  }
  await direct.query('COMMIT');
  return wrong;
}

describe('any order of edits, merges, undos and restores', () => {
  it('keeps the log complete and the facts what the log says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        for (const each of steps) {
          const before = await newest();
          const result = await take(each);
          const after = await newest();
          // A publication is one edition, and what was refused is none.
          expect(after - before).toBe(result.outcome === 'published' ? 1 : 0);
          if (result.outcome === 'refused')
            for (const { reason } of result.problems) expect(reason.zh).not.toBe('');
        }
        const edition = await newest();
        expect(await differences(edition)).toEqual([]);
        const { rows } = await direct.query(
          'SELECT count(*)::int AS empty FROM edition e WHERE NOT EXISTS (SELECT FROM change c WHERE c.edition = e.number)',
        );
        expect(rows[0].empty).toBe(0);
        // What is retracted stands in no fact table, and what is merged leads to something that stands.
        const dangling = await direct.query(`
          SELECT r.slug FROM record r LEFT JOIN organization o ON o.id = r.id
          WHERE r.kind = 'organization' AND (r.retracted IS NULL) <> (o.id IS NOT NULL)`);
        expect(dangling.rows).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 180_000);

  it('undoing an undo brings back what was there', async () => {
    await take({ do: 'write', kind: 'organization', slug: 'delta', text: '原来', owner: 'alpha' });
    await take({ do: 'write', kind: 'organization', slug: 'delta', text: '后来', owner: 'alpha' });
    const edition = await newest();
    await undoEdition(client, edition);
    await undoEdition(client, await newest());
    const record = await client.record.findUniqueOrThrow({
      where: { kind_slug: { kind: 'organization', slug: 'delta' } },
    });
    const payload = (await payloadsOf(client, [{ id: record.id, kind: 'organization' }])).get(record.id);
    expect(payload?.note).toEqual({ zh: '后来', en: '后来' });
  });
});
