import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { vendorFacts } from '@/app/[lang]/vendors/[slug]/vendor-facts';
import { sumsBelowTheirParts } from '@/database/queries/money-raised';
import { sourcesWithUse } from '@/database/queries/sources-with-use';
import { readFacts } from '@/database/reading';
import { doubts } from '@/lists/doubts/definition';
import { doubtsOnRecord } from '@/lists/doubts/doubts-on-record';
import { listTable } from '@/lists/engine/table';
import { freshDatabaseWithFacts } from './database';

let url = '';
const list = (query: string) => readFacts((facts) => doubts.answer(facts, new URLSearchParams(query), 'zh'));

async function counted(sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(sql);
  await client.end();
  return rows[0]?.n ?? -1;
}

beforeAll(async () => {
  url = await freshDatabaseWithFacts();
  process.env.DATABASE_URL = url;
});

it('lists every statement that somebody doubts, wherever it stands', async () => {
  const doubted = await counted(
    `SELECT (SELECT count(*) FROM citation WHERE doubt_zh IS NOT NULL)::int
      + (SELECT count(*) FROM funding_statement WHERE doubt_zh IS NOT NULL)::int AS n`,
  );
  const { matching, problems } = await list('doubt=doubted');
  expect(problems).toEqual([]);
  expect(doubted).toBeGreaterThan(50);
  expect(matching).toHaveLength(doubted);
  for (const { said } of matching) expect(said?.en).toBeTruthy();
});

it('lists what sources say that cannot all be true, and what each of them says', async () => {
  const { matching } = await list('doubt=disagree');
  const yuanbao = matching.filter(({ record }) => record.includes('yuanbao'));
  expect(yuanbao.map(({ indicator }) => indicator?.slug)).toContain('daily-active-users');
  expect(matching.some(({ kind, fields }) => kind === 'funding-event' && fields.includes('amount'))).toBe(
    true,
  );
  for (const { said } of matching) expect([said?.zh, said?.en].every(Boolean)).toBe(true);
});

it('lists every total that is smaller than its parts', async () => {
  const below = await readFacts(sumsBelowTheirParts);
  const { matching } = await list('doubt=total');
  expect(matching.map(({ record }) => record).sort()).toEqual(below.map(({ slug }) => slug));
});

it('walks through all of them page by page, and files hold all that match', async () => {
  const seen: string[] = [];
  for (let query = ''; ; ) {
    const { page, problems } = await list(query);
    expect(problems).toEqual([]);
    seen.push(...page.rows.map(({ slug }) => slug));
    if (page.next === null) break;
    query = new URLSearchParams({ after: page.next }).toString();
  }
  const all = await readFacts(doubtsOnRecord);
  expect(seen).toEqual(all.map(({ slug }) => slug));
  expect(new Set(seen).size).toBe(seen.length);
  const { table } = await readFacts((facts) => listTable(doubts, facts, new URLSearchParams(), 'en'));
  expect(table.rows).toHaveLength(seen.length);
});

it('counts in its filters what they leave, and as many as the pages that lead here say', async () => {
  const { counts, matching } = await list('');
  for (const kind of new Set(matching.map(({ doubt }) => doubt)))
    expect((await list(`doubt=${kind}`)).matching).toHaveLength(counts.doubt?.get(kind) ?? 0);
  const source = (await readFacts(sourcesWithUse)).find(({ doubts }) => doubts > 1);
  expect((await list(`doubt=doubted&source=${source?.slug}`)).matching).toHaveLength(source?.doubts ?? -1);
  const vendor = await readFacts((facts) => vendorFacts(facts, 'baidu'));
  if ('at' in vendor) throw new Error('no baidu');
  expect(vendor.doubts).toBeGreaterThan(0);
  expect((await list('vendor=baidu')).matching).toHaveLength(vendor.doubts);
});

it('says of a filter what it does not understand', async () => {
  expect((await list('doubt=maybe')).problems).toMatchObject([{ parameter: 'doubt', value: 'maybe' }]);
  expect((await list('after=nothing')).problems).toMatchObject([{ parameter: 'after' }]);
});
