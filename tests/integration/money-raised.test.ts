import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vendorFacts } from '@/app/[lang]/vendors/[slug]/vendor-facts';
import type { Call } from '@/app/api/v1/operation';
import { moneyOperations } from '@/app/api/v1/operations/money';
import { definition as mostFunded } from '@/charts/most-funded/definition';
import { parameters } from '@/charts/most-funded/rows';
import { compare } from '@/compare/comparison';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { completeness } from '@/database/queries/completeness';
import { fundingEventsMatching } from '@/database/queries/funding-events-matching';
import { moneyOfOrganization, sumsBelowTheirParts } from '@/database/queries/money-raised';
import { organizationsWithActivity } from '@/database/queries/organizations-with-activity';
import { readFacts } from '@/database/reading';
import { publish } from '@/editorial/publication';
import { parseState } from '@/linking/state';
import { tableOf } from '@/lists/engine/table';
import { everyEvent, totalOfEvents } from '@/lists/funding/total-of-events';
import { vendors } from '@/lists/vendors/definition';
import { freshDatabaseWithFacts } from './database';

let client: PrismaClient;

beforeAll(async () => {
  const url = await freshDatabaseWithFacts();
  process.env.DATABASE_URL = url;
  client = connect(url);
});
afterAll(() => client.$disconnect());

const idOf = async (slug: string) => (await client.organization.findUniqueOrThrow({ where: { slug } })).id;

/** What an organization raised, as each view says it: at least, at most, undisclosed. */
async function asEachSays(slug: string) {
  const id = await idOf(slug);
  return readFacts(async (facts) => {
    const { money } = (await vendorFacts(facts, slug)) as Extract<
      Awaited<ReturnType<typeof vendorFacts>>,
      { money: unknown }
    >;
    const listed = await fundingEventsMatching(facts, { ...everyEvent, organizations: [slug] });
    const { state } = parseState(parameters, new URLSearchParams(`organizations=${slug}`));
    const chart = mostFunded.answer(await mostFunded.read(facts), state).rows[0];
    const compared = (
      await compare(facts, 'vendors', new URLSearchParams(`vendors=${slug}~baidu`))
    ).rows.find(({ dimension }) => dimension.key === 'money-raised')?.cells[0]?.value;
    const active = (await organizationsWithActivity(facts)).find((each) => each.id === id);
    const totals = [
      money.total,
      totalOfEvents(listed),
      active?.total,
      compared?.kind === 'money' ? compared.of : null,
    ];
    return [
      ...totals.map((total) => total && [total.atLeast, total.atMost, total.undisclosed]),
      chart && [chart.floor, chart.ceiling, chart.undisclosed],
    ];
  });
}

describe('money raised', () => {
  it.each(['zhipu', 'moonshot', 'minimax', 'anthropic', 'enflame', 'galbot', 'deepseek', 'biren'])(
    'of %s is the same on its page, in the list, in the list of vendors, in the comparison and in the chart',
    async (slug) => {
      const said = await asEachSays(slug);
      expect(said).toHaveLength(5);
      for (const each of said) expect(each).toEqual(said[0]);
    },
  );

  it('of Zhipu is at least the 8.3 billion yuan stated before its IPO, and the IPO', async () => {
    const id = await idOf('zhipu');
    await readFacts(async (facts) => {
      const { total, standings } = await moneyOfOrganization(facts, id, 'CNY');
      const ids = new Map(
        (await client.fundingEvent.findMany({ where: { organizationId: id } })).map((event) => [
          event.slug,
          event,
        ]),
      );
      const ipo = ids.get('zhipu-2026-ipo')?.cnyMin ?? 0;
      expect(ipo).toBeGreaterThan(3e9);
      expect(total.atLeast).toBeGreaterThanOrEqual(8.3e9 + ipo);
      const standing = (slug: string) => standings.get(ids.get(slug)?.id ?? 0);
      expect(standing('zhipu-2026-ipo')).toMatchObject({ as: 'counted', floor: ipo });
      // Within the total of 2023, so not added to it.
      expect(standing('zhipu-2023-meituan')).toMatchObject({ as: 'contained' });
      expect(standing('zhipu-2025-state-total')).toMatchObject({ as: 'left-out' });
      expect(standing('zhipu-2026-cornerstone')).toMatchObject({ as: 'left-out' });
    });
  });

  it('of Moonshot is its total of six months and the rounds before it', async () => {
    const id = await idOf('moonshot');
    const sums = await client.fundingEvent.findMany({ where: { organizationId: id } });
    const floor = (slug: string) => sums.find((event) => event.slug === slug)?.usdMin ?? 0;
    const before = ['moonshot-2023-10', 'moonshot-2024-b', 'moonshot-2024-08'].map(floor);
    expect(before.every((each) => each > 0)).toBe(true);
    await readFacts(async (facts) => {
      const { total } = await moneyOfOrganization(facts, id, 'USD');
      expect(total.atLeast).toBeCloseTo(
        before.reduce((a, b) => a + b, floor('moonshot-2026-6-months')),
        0,
      );
    });
  });

  it('of MiniMax is the 1.5 billion dollars stated before its IPO, and the IPO', async () => {
    const id = await idOf('minimax');
    const ipo = await client.fundingEvent.findUniqueOrThrow({ where: { slug: 'minimax-2026-ipo' } });
    await readFacts(async (facts) => {
      const { total } = await moneyOfOrganization(facts, id, 'USD');
      expect(total.atLeast).toBeCloseTo(1.5e9 + (ipo.usdMin ?? 0), 0);
    });
  });

  it('of nobody is less than one of its own events that count, nor than a sum of them', async () => {
    const events = await client.fundingEvent.findMany({
      where: { OR: [{ raised: true }, { type: 'cumulative', NOT: { ofSomeInvestors: true } }] },
    });
    await readFacts(async (facts) => {
      const active = new Map((await organizationsWithActivity(facts)).map((each) => [each.id, each.total]));
      for (const { organizationId, cnyMin, slug } of events)
        if (cnyMin !== null)
          expect([slug, (active.get(organizationId)?.atLeast ?? 0) + 1 >= cnyMin]).toEqual([slug, true]);
    });
  });

  it('is empty, not zero, in the API and in files where no amount is known', async () => {
    await readFacts(async (facts) => {
      const { matching, state } = await vendors.answer(facts, new URLSearchParams('role=all'), 'en');
      const file = tableOf(vendors.columns, vendors.parameters, matching, state, 'en');
      const cell = (row: number, key: string) =>
        file.rows[row]?.[file.columns.findIndex((column) => column.key === key)]?.value;
      const [operation] = moneyOperations;
      // Each kind of it: nothing on record, undisclosed rounds only, events that do not count, and known amounts.
      for (const slug of ['baidu', '01-ai', 'aispeech', 'zhipu', 'openai']) {
        const row = matching.findIndex((each) => each.slug === slug);
        const call: Call = {
          path: { organization: slug },
          search: new URLSearchParams(),
          lang: 'en',
          edition: undefined,
          body: null,
          holder: null,
        };
        const answered = await operation?.run(call);
        const { atLeast, atMost, undisclosed } = (answered as { body: Record<string, number | null> }).body;
        expect([slug, atLeast, atMost, undisclosed]).toEqual([
          slug,
          cell(row, 'funding-floor'),
          cell(row, 'funding-ceiling'),
          cell(row, 'funding-undisclosed'),
        ]);
        expect([slug, atLeast === null]).toEqual([slug, !['zhipu', 'openai'].includes(slug)]);
      }
    });
  });

  it('within a time is that of the rounds dated in it', async () => {
    await readFacts(async (facts) => {
      const of = async (from: string | null) =>
        totalOfEvents(await fundingEventsMatching(facts, { ...everyEvent, organizations: ['zhipu'], from }));
      expect((await of('2025-01-01')).atLeast).toBeLessThan((await of(null)).atLeast);
      expect((await of('2025-01-01')).leftOut.map(({ why }) => why.en)).toContain(
        'a sum belongs to no single time or round; only rounds count here',
      );
    });
  });
});

describe('a sum that is smaller than its parts', () => {
  it('is kept, and told', async () => {
    await readFacts(async (facts) => {
      expect((await sumsBelowTheirParts(facts)).map(({ slug }) => slug)).not.toContain(
        'anthropic-2023-total',
      );
    });
    const payload = {
      slug: 'anthropic-too-small',
      organization: 'anthropic',
      type: 'cumulative',
      announced: '2024-12',
      spans: ['anthropic-2023-05', 'anthropic-2024-amazon'],
      statements: [
        {
          source: 'vuink-anthropic',
          kind: 'claimed',
          amount: {
            text: '$1 billion',
            currency: 'USD',
            min: 1e9,
            max: 1e9,
            minBound: 'hard',
            maxBound: 'hard',
            kind: 'exact',
          },
        },
      ],
    };
    const result = await publish(client, {
      origin: 'form',
      note: { zh: '测试', en: 'test' },
      records: [{ kind: 'funding-event', slug: payload.slug, baseVersion: 0, payload }],
    });
    expect(result.outcome).toBe('published');
    await readFacts(async (facts) => {
      expect(await sumsBelowTheirParts(facts)).toContainEqual(
        expect.objectContaining({
          slug: 'anthropic-too-small',
          currency: 'USD',
          most: 1e9,
          least: 4.45e9,
          rounds: ['anthropic-2023-05', 'anthropic-2024-amazon'],
        }),
      );
    });
  });
});

describe('how complete the records are', () => {
  it('is counted from the data: newest month, what has no date, the last quarters', async () => {
    await readFacts(async (facts) => {
      const told = await completeness(facts);
      expect(told.map(({ kind }) => kind)).toEqual(['model', 'funding-event', 'observation', 'people-move']);
      const funding = told.find(({ kind }) => kind === 'funding-event');
      const inQuarter = await client.fundingEvent.count({
        where: {
          announcedFrom: { gte: new Date('2026-04-01') },
          announcedTo: { lte: new Date('2026-06-30') },
        },
      });
      expect(inQuarter).toBeGreaterThan(0);
      expect(funding?.quarters.find(({ quarter }) => quarter === '2026-Q2')?.records).toBe(inQuarter);
      expect(funding?.undated).toBe(await client.fundingEvent.count({ where: { announcedFrom: null } }));
      expect(funding?.records).toBe(await client.fundingEvent.count());
      expect(funding?.quarters).toHaveLength(8);
    });
  });
});
