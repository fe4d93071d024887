import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodFacts } from '@/app/[lang]/method/method-facts';
import { overviewFacts } from '@/app/[lang]/overview/overview-facts';
import { vendorFacts } from '@/app/[lang]/vendors/[slug]/vendor-facts';
import { vendorsOfPage } from '@/app/[lang]/vendors/vendor-rows';
import { operations } from '@/app/api/v1/operations';
import { fundingFeed } from '@/app/feeds/[name]/funding-feed';
import { searchResults } from '@/app/search-results';
import { answerChart } from '@/charts/engine/answer';
import { charts } from '@/charts/registry';
import { compare } from '@/compare/comparison';
import { connectAsOf } from '@/database/client';
import { PrismaClient } from '@/database/generated/client';
import { addressOfRecord } from '@/database/queries/address-of-record';
import { busiestVendors } from '@/database/queries/busiest-vendors';
import { fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { sourcesWithUse } from '@/database/queries/sources-with-use';
import { statementsOfSource } from '@/database/queries/statements-of-source';
import { type Facts, readFacts } from '@/database/reading';
import { rememberFor } from '@/domain/remember';
import { publish } from '@/editorial/publication';
import { changeList } from '@/lists/changes/change-list';
import { eventsInOrder, funding } from '@/lists/funding/definition';
import { models } from '@/lists/models/definition';
import { vendors } from '@/lists/vendors/definition';
import { addFundingEvents, proposedEvents } from '../../bench/generated-funding';
import { freshDatabaseWithFacts } from './database';

const events = 10_000;

/** Tables that grow with what is entered. */
const large = new Set([
  'record',
  'funding_event',
  'funding_statement',
  'participation',
  'citation',
  'change',
  'search_name',
  'proposal_item',
]);

/** Reads that go through a large table on purpose, by what they are told by in their text. */
const onPurpose: readonly { part: RegExp; why: string }[] = [
  {
    part: /^WITH newest AS .* touched AS/,
    why: 'tells what the last five editions changed, which here is three of four records; it reads those, not all',
  },
  {
    part: /^SELECT c\.\*, s\.slug AS "sourceSlug"/,
    why: 'charts of models ask for the evidence of every model, which here is a third of all citations; by index where they are fewer',
  },
  {
    part: /^SELECT record_id AS id FROM funding_statement WHERE standing = 'stands' GROUP BY/,
    why: 'which statements of one event disagree is told by comparing all of them; once an edition, then kept',
  },
  {
    part: /^WITH said AS \( SELECT record_id, position, 'citation' AS part/,
    why: 'the list of every doubt is the whole of them; once an edition, then kept',
  },
];

interface Asked {
  query: string;
  params: string;
}

const asked: Asked[] = [];
let url: string;
let client: PrismaClient;
let pool: pg.Client;

beforeAll(async () => {
  url = await freshDatabaseWithFacts();
  process.env.DATABASE_URL = url;
  client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 4 }),
    log: [{ emit: 'event', level: 'query' }],
  });
  // What the product asks with is what is listened to.
  rememberFor('clients', url, () => ({ url, current: client, asOf: connectAsOf(url) }));
  await addFundingEvents(client, events);
  pool = new pg.Client({ connectionString: url });
  await pool.connect();
});

afterAll(async () => {
  await pool.end();
  await client.$disconnect();
});

const none = new URLSearchParams();
const query = (text: string) => new URLSearchParams(text);

const eventsOf = async (facts: Facts, search: URLSearchParams) =>
  eventsInOrder(facts, (await funding.answer(facts, search, 'zh')).page.rows);

/** What each public route asks. */
const routes: Readonly<Record<string, (facts: Facts) => Promise<unknown>>> = {
  '/': overviewFacts,
  '/funding': (facts) => eventsOf(facts, none),
  '/funding?…': (facts) => eventsOf(facts, query('q=Nova&from=2020&family=series&sort=amount&page=2')),
  '/funding/…': async (facts) => {
    const address = await addressOfRecord(facts, 'funding-event', 'gen-event-77');
    return address.at === 'here' ? fundingEventsInFull(facts, [address.id]) : address;
  },
  '/vendors': async (facts) => vendorsOfPage(facts, (await vendors.answer(facts, none, 'zh')).page.rows),
  '/vendors/…': (facts) => vendorFacts(facts, 'gen-org-7'),
  '/models': (facts) => models.answer(facts, none, 'zh'),
  '/sources': sourcesWithUse,
  '/sources/…': async (facts) => {
    const address = await addressOfRecord(facts, 'source', 'gen-source-5');
    return address.at === 'here' ? statementsOfSource(facts, address.id) : address;
  },
  '/changes': (facts) => changeList(facts, none),
  '/changes?vendor=…': (facts) => changeList(facts, query('vendor=gen-org-7')),
  '/feeds/funding': (facts) => fundingFeed(facts, none, 'zh', 'http://localhost', 50),
  '/method': methodFacts,
  '/compare': (facts) => compare(facts, 'vendors', query('vendors=gen-org-3~gen-org-4~baidu')),
  '/compare/ready': (facts) => busiestVendors(facts, 12),
  '/search': (facts) => searchResults(facts, 'nova a轮'),
  ...Object.fromEntries(
    charts.map((chart) => [`/charts/${chart.slug}`, (facts: Facts) => answerChart(facts, chart, none)]),
  ),
};

async function askEverything(): Promise<void> {
  for (const question of Object.values(routes)) await readFacts(question);
  for (const { method, parts, query: parameters, run, scope } of operations) {
    const required = Object.values(parameters ?? {}).some(({ required: must }) => must);
    if (method !== 'get' || parts || required || scope) continue;
    await run({
      path: {},
      search: new URLSearchParams(),
      lang: 'en',
      edition: undefined,
      body: null,
      holder: null,
    });
  }
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** Large tables that the plan reads from end to end. */
async function scanned({ query: text, params }: Asked): Promise<string[]> {
  const values = (JSON.parse(params) as unknown[]).map((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value,
  );
  const { rows } = await pool.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  const nodes = [...nodesOf(rows[0]['QUERY PLAN'][0].Plan as Node)];
  return nodes.flatMap((node) =>
    node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? '')
      ? [node['Relation Name'] ?? '']
      : [],
  );
}

describe('query plans of the public routes', () => {
  it('no question that is asked at a new edition reads a large table from end to end', async () => {
    await askEverything();
    const [proposed] = proposedEvents(events, events + 1, events);
    const note = { zh: '一笔', en: 'one event' };
    const result = await publish(client, { origin: 'form', note, records: proposed ? [proposed] : [] });
    expect(result).toMatchObject({ outcome: 'published' });
    // Prisma types `$on` by the options that a client is made with; this one was made with them above.
    (client.$on as (event: 'query', listen: (asked: Asked) => void) => void)('query', (each) =>
      asked.push(each),
    );
    await askEverything();
    const statements = new Map(
      asked
        .filter(({ query: text }) => /^\s*(?:SELECT|WITH)\b/i.test(text))
        .map((each) => [each.query, each]),
    );
    expect(statements.size).toBeGreaterThan(40);
    const bad: string[] = [];
    for (const each of statements.values()) {
      const tables = await scanned(each);
      const text = each.query.replace(/\s+/g, ' ').trim();
      if (tables.length > 0 && !onPurpose.some(({ part }) => part.test(text)))
        bad.push(`${[...new Set(tables)].join(', ')}: ${text.slice(0, 400)}`);
    }
    expect(bad).toEqual([]);
  }, 120_000);
});
