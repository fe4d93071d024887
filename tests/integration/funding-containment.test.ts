import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { type Publication, publish } from '@/editorial/publication';
import type { ProposedRecord } from '@/editorial/validation';
import { freshDatabase } from './database';

let client: PrismaClient;

const company = (slug: string): ProposedRecord => ({
  kind: 'organization',
  slug,
  baseVersion: 0,
  payload: { slug, name: { zh: slug, en: slug }, kind: 'startup', roles: ['vendor'] },
});

function event(slug: string, rest: Record<string, unknown>, baseVersion = 0): ProposedRecord {
  const payload = {
    slug,
    organization: 'acme',
    type: 'round',
    statements: [{ source: 'report', kind: 'claimed' }],
    ...rest,
  };
  return { kind: 'funding-event', slug, baseVersion, payload };
}

const told = (records: ProposedRecord[]): Promise<Publication> =>
  publish(client, { origin: 'form', note: { zh: '测试', en: 'test' }, records });

/** The field and the sentences of each problem; [] where it was published. */
async function refusal(...records: ProposedRecord[]) {
  const result = await told(records);
  return result.outcome === 'refused'
    ? result.problems.map(({ slug, field, reason }) => [slug, field, reason.en, reason.zh] as const)
    : [];
}

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  client = connect(url);
  await told([
    {
      kind: 'source',
      slug: 'report',
      baseVersion: 0,
      payload: { slug: 'report', title: 'A report', language: 'en' },
    },
    company('acme'),
    company('other'),
    event('acme-a', { announced: '2024-03' }),
    event('acme-b', { announced: '2025-03' }),
    event('acme-ipo', { type: 'ipo', announced: '2026-01' }),
    event('other-a', { organization: 'other', announced: '2024-03' }),
  ]);
});
afterAll(() => client.$disconnect());

describe('what a sum spans', () => {
  it('is kept as it was said: rounds, a time, whose money', async () => {
    const total = event('acme-total', {
      type: 'cumulative',
      spans: ['acme-b', 'acme-a', 'acme-b'],
      spansFrom: '2024',
      spansTo: '2025-Q1',
      ofSomeInvestors: true,
    });
    expect(await refusal(total)).toEqual([]);
    const rows = await client.$queryRaw`
      SELECT e.slug, f.spans_from_from::text AS "from", f.spans_to_to::text AS "to", f.of_some_investors AS some
      FROM funding_event f JOIN funding_span s ON s.record_id = f.id JOIN funding_event e ON e.id = s.event_id
      WHERE f.slug = 'acme-total' ORDER BY e.slug`;
    expect(rows).toEqual(
      ['acme-a', 'acme-b'].map((slug) => ({ slug, from: '2024-01-01', to: '2025-03-31', some: true })),
    );
  });

  it.each([
    ['itself', { spans: ['acme-wrong'] }, 'spans', 'cannot span itself', '不能涵盖它自己'],
    ['a round of another company', { spans: ['other-a'] }, 'spans', 'of other', 'other-a'],
    [
      'a round outside of its time',
      { spans: ['acme-b'], spansTo: '2024' },
      'spans',
      'outside the time',
      '时段之外',
    ],
    ['a time that ends first', { spansFrom: '2025', spansTo: '2024' }, 'spansTo', 'ends before', '早于开始'],
    [
      'anything, where it is one round',
      { type: 'round', spans: ['acme-a'] },
      'spans',
      'Only a sum',
      '多轮合计',
    ],
  ])('is refused where it names %s', async (_, rest, field, en, zh) => {
    const problems = await refusal(event('acme-wrong', { type: 'cumulative', ...rest }));
    expect(problems).toEqual([
      ['acme-wrong', field, expect.stringContaining(en), expect.stringContaining(zh)],
    ]);
  });

  it('is refused where it names nothing on record', async () => {
    const problems = await refusal(event('acme-wrong', { type: 'cumulative', spans: ['nobody'] }));
    expect(problems).toEqual([['acme-wrong', 'spans', expect.stringContaining('nobody'), expect.anything()]]);
  });

  it('stays true when a round that it names is changed: to another company, or out of its time', async () => {
    const moved = event('acme-a', { organization: 'other', announced: '2024-03' }, 1);
    expect(await refusal(moved)).toEqual([
      ['acme-a', 'spans', expect.stringContaining('acme-total'), expect.stringContaining('acme-total')],
    ]);
    expect(await refusal(event('acme-a', { announced: '2026' }, 1))).toHaveLength(1);
  });

  it('is said at the sum, not at the round', async () => {
    const problems = await refusal(event('acme-c', { partOf: 'acme-total' }));
    expect(problems).toEqual([
      ['acme-c', 'partOf', expect.stringContaining('spans'), expect.stringContaining('涵盖的轮次')],
    ]);
  });
});

describe('what an event is part of', () => {
  it('is of the same company, and not itself', async () => {
    const cornerstone = (rest: Record<string, unknown>) => event('acme-k', { type: 'cornerstone', ...rest });
    expect(await refusal(cornerstone({ organization: 'other', partOf: 'acme-ipo' }))).toHaveLength(1);
    expect(await refusal(cornerstone({ partOf: 'acme-k' }))).toHaveLength(1);
    expect(await refusal(cornerstone({ partOf: 'acme-ipo' }))).toEqual([]);
  });
});
