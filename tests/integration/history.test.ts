import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { storage, tablesOf } from '@/database/record-storage';
import { type ProposalDraft, publish } from '@/editorial/publication';
import { payloadsOf } from '@/editorial/record-payloads';
import { accept, decline, submit } from '@/editorial/review';
import { restoreRecord, undoEdition } from '@/editorial/undo';
import { freshDatabase } from './database';

let client: PrismaClient;
let editor: number;

const cite = [{ source: 'report', kind: 'claimed' }];
const company = {
  slug: 'acme',
  name: { zh: '甲', en: 'Acme' },
  kind: 'startup',
  roles: ['vendor'],
  aliases: ['A'],
  citations: cite,
};
type Company = typeof company & { homepage?: string | null };

const at = (name: string) => `https://${name}.example/`;

function draft(
  ...records: { kind: string; slug: string; baseVersion: number; payload: unknown }[]
): ProposalDraft {
  return { origin: 'form', note: { zh: '测试', en: 'test' }, records };
}

const organization = (payload: Company, baseVersion: number) => ({
  kind: 'organization',
  slug: payload.slug,
  baseVersion,
  payload,
});

async function standing(slug: string): Promise<{ version: number; payload: Company | null }> {
  const record = await client.record.findUniqueOrThrow({
    where: { kind_slug: { kind: 'organization', slug } },
  });
  const payloads = await client.$transaction((db) =>
    payloadsOf(db, [{ id: record.id, kind: 'organization' }]),
  );
  return { version: record.version, payload: (payloads.get(record.id) ?? null) as Company | null };
}

async function newest(): Promise<number> {
  const [row] = await client.$queryRaw<{ n: number }[]>`SELECT max(number)::int AS n FROM edition`;
  return row?.n ?? 0;
}

/** Tables whose rows are not what the log says. */
async function tablesThatDisagree(): Promise<string[]> {
  const edition = await newest();
  const tables = ['record', ...Object.values(storage).flatMap(tablesOf)];
  return client.$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('tracker.edition', ${String(edition)}, true)`;
    const wrong: string[] = [];
    for (const table of new Set(tables)) {
      const rows = await db.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM (
           (SELECT * FROM public."${table}" EXCEPT SELECT * FROM asof."${table}")
           UNION ALL (SELECT * FROM asof."${table}" EXCEPT SELECT * FROM public."${table}")) AS d`,
      );
      if (rows[0]?.n !== 0) wrong.push(table);
    }
    return wrong;
  });
}

beforeAll(async () => {
  const url = await freshDatabase();
  client = connect(url);
  const report = { slug: 'report', title: 'A report', language: 'en' };
  const result = await publish(
    client,
    draft({ kind: 'source', slug: 'report', baseVersion: 0, payload: report }, organization(company, 0)),
  );
  expect(result.outcome).toBe('published');
  editor = (await client.user.create({ data: { email: 'e@example.org', name: 'E', role: 'editor' } })).id;
});
afterAll(() => client.$disconnect());

describe('two people who edit one record', () => {
  it('keep both changes where they touch different fields', async () => {
    const { version, payload } = await standing('acme');
    const base = payload as Company;
    await publish(client, draft(organization({ ...base, homepage: at('beijing') }, version)));
    const second = await publish(client, draft(organization({ ...base, aliases: ['A', 'B'] }, version)));
    expect(second).toMatchObject({ outcome: 'published', changed: 1 });
    expect((await standing('acme')).payload).toMatchObject({ homepage: at('beijing'), aliases: ['A', 'B'] });
  });

  it('never overwrite each other: the second sees both values', async () => {
    const { version, payload } = await standing('acme');
    const base = payload as Company;
    await publish(client, draft(organization({ ...base, homepage: at('shanghai') }, version)));
    expect(
      await publish(client, draft(organization({ ...base, homepage: at('hangzhou') }, version))),
    ).toMatchObject({
      outcome: 'refused',
      problems: [
        {
          field: 'homepage',
          conflict: { base: at('beijing'), mine: at('hangzhou'), theirs: at('shanghai') },
        },
      ],
    });
    expect((await standing('acme')).payload).toMatchObject({ homepage: at('shanghai') });
  });
});

describe('undoing', () => {
  it('takes back what an edition did, keeps what came after in other fields, and can be undone itself', async () => {
    const before = await standing('acme');
    const base = before.payload as Company;
    await publish(client, draft(organization({ ...base, kind: 'lab' }, before.version)));
    const mistake = await newest();
    await publish(
      client,
      draft(organization({ ...base, kind: 'lab', homepage: at('xian') }, before.version + 1)),
    );
    expect(await undoEdition(client, mistake, editor)).toMatchObject({ outcome: 'published', changed: 1 });
    expect((await standing('acme')).payload).toMatchObject({ kind: 'startup', homepage: at('xian') });
    expect(await undoEdition(client, await newest(), editor)).toMatchObject({ outcome: 'published' });
    expect((await standing('acme')).payload).toMatchObject({ kind: 'lab', homepage: at('xian') });
  });

  it('refuses where the same field was changed since, and names it', async () => {
    const { version, payload } = await standing('acme');
    const base = payload as Company;
    await publish(client, draft(organization({ ...base, homepage: at('wuhan') }, version)));
    const edition = await newest();
    await publish(client, draft(organization({ ...base, homepage: at('chengdu') }, version + 1)));
    expect(await undoEdition(client, edition)).toMatchObject({
      outcome: 'refused',
      problems: [{ cause: 'conflict', slug: 'acme', field: 'homepage' }],
    });
  });

  it('retracts what an edition had added, and brings back what one had retracted', async () => {
    const other = { ...company, slug: 'other', name: { zh: '乙', en: 'Other' } };
    await publish(client, draft(organization(other, 0)));
    expect(await undoEdition(client, await newest())).toMatchObject({ outcome: 'published', retracted: 1 });
    expect((await standing('other')).payload).toBeNull();
    expect(await undoEdition(client, await newest())).toMatchObject({ outcome: 'published', changed: 1 });
    expect((await standing('other')).payload).toMatchObject({ name: { en: 'Other' } });
  });

  it('restores a record as of any edition, and says so where it was not there', async () => {
    expect(await restoreRecord(client, 'organization', 'acme', 1, editor)).toMatchObject({
      outcome: 'published',
    });
    expect((await standing('acme')).payload).toMatchObject({
      kind: 'startup',
      aliases: ['A'],
      homepage: null,
    });
    expect(await restoreRecord(client, 'organization', 'other', 1)).toMatchObject({
      outcome: 'refused',
      problems: [{ cause: 'missing' }],
    });
  });
});

describe('a proposal', () => {
  it('changes nothing until an editor accepts it, and is decided once', async () => {
    const { version, payload } = await standing('acme');
    const before = await newest();
    const sent = await submit(
      client,
      draft(organization({ ...(payload as Company), homepage: at('suzhou') }, version)),
    );
    expect(await newest()).toBe(before);
    const id = sent.outcome === 'open' ? sent.proposalId : 0;
    const both = await Promise.all([accept(client, id, editor), accept(client, id, editor)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['published', 'refused']);
    expect(await newest()).toBe(before + 1);
    expect(await decline(client, id, editor, 'late')).toBe(false);
    expect(await client.proposal.findUnique({ where: { id } })).toMatchObject({
      state: 'published',
      deciderId: editor,
    });
  });

  it('is published as the editor changed it, or declined with a reason', async () => {
    const { version, payload } = await standing('acme');
    const wish = organization({ ...(payload as Company), homepage: at('nowhere') }, version);
    const first = await submit(client, draft(wish));
    const edited = organization({ ...(payload as Company), homepage: at('nanjing') }, version);
    if (first.outcome === 'open') await accept(client, first.proposalId, editor, [edited]);
    expect((await standing('acme')).payload).toMatchObject({ homepage: at('nanjing') });
    const second = await submit(client, draft({ ...wish, baseVersion: version + 1 }));
    if (second.outcome !== 'open') throw new Error('refused');
    expect(await decline(client, second.proposalId, editor, 'no source')).toBe(true);
    expect(await accept(client, second.proposalId, editor)).toMatchObject({
      outcome: 'refused',
      problems: [{ cause: 'decided' }],
    });
    expect((await standing('acme')).payload).toMatchObject({ homepage: at('nanjing') });
  });

  it('with mistakes is not taken', async () => {
    const before = await client.proposal.count();
    expect(
      await submit(client, draft(organization({ ...company, kind: 'pub' } as Company, 1))),
    ).toMatchObject({ outcome: 'refused', problems: [{ field: 'kind' }] });
    expect(await client.proposal.count()).toBe(before);
  });
});

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      late: fc.nat(2),
      homepage: fc.constantFrom('p', 'q', 'r'),
      alias: fc.constantFrom(null, 'x', 'y'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), back: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retract' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

it('keeps the log complete and the facts equal to it, through any edits, merges, undos and restores', async () => {
  const slug = 'storm';
  await publish(client, draft(organization({ ...company, slug }, 0)));
  const seen: { version: number; payload: Company }[] = [];
  const remembered = new Map<number, unknown>();

  async function apply(action: Step): Promise<void> {
    const now = await standing(slug);
    if (now.payload) seen.push({ version: now.version, payload: now.payload });
    const edition = await newest();
    if (action.do === 'undo') await undoEdition(client, Math.max(2, edition - action.back));
    else if (action.do === 'restore') {
      await restoreRecord(client, 'organization', slug, Math.max(1, edition - action.back));
    } else if (action.do === 'retract') {
      await publish(client, draft({ kind: 'organization', slug, baseVersion: now.version, payload: null }));
    } else {
      // An author who saw an older version than the newest.
      const base = seen.at(-1 - action.late) ?? seen[0];
      if (!base) return;
      const aliases = action.alias
        ? [...new Set([...base.payload.aliases, action.alias])]
        : base.payload.aliases;
      await publish(
        client,
        draft(organization({ ...base.payload, homepage: at(action.homepage), aliases }, base.version)),
      );
    }
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      for (const action of steps) {
        await apply(action);
        remembered.set(await newest(), (await standing(slug)).payload);
      }
      expect(await tablesThatDisagree()).toEqual([]);
      const { id } = await client.record.findUniqueOrThrow({
        where: { kind_slug: { kind: 'organization', slug } },
      });
      for (const [edition, payload] of remembered) {
        const then = await client.$transaction((db) =>
          payloadsOf(db, [{ id, kind: 'organization' }], edition),
        );
        expect(then.get(id)).toEqual(payload);
      }
      const [gaps] = await client.$queryRaw<{ n: number }[]>`
        SELECT (max(number) - count(*))::int AS n FROM edition`;
      expect(gaps?.n).toBe(0);
    }),
    { numRuns: 12 },
  );
});
