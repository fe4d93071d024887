import pg from 'pg';
import { connect } from '@/database/client';
import { vendorsToCompare } from '@/database/queries/vendors-to-compare';
import { readFacts } from '@/database/reading';
import { publishGeneratedFacts } from './generated-facts';
import { type Bench, type BenchLine, quantile, timesOf } from './result';
import { withServer } from './running';

const amounts = { organizations: 10_000, models: 100_000, events: 100_000 };
/** Questions of each kind; each is asked once, so that nothing that was kept answers. */
const times = 120;
/** Questions before, in other words again: a server that has just started has nothing in memory. */
const warming = 20;
/** Milliseconds within which a search is to be answered. */
const searchBar = 50;

interface Kind {
  what: string;
  /** Asks the product. */
  address: (at: number) => string;
  /** Asks PostgreSQL the same, without the product. */
  direct: (client: pg.Client, at: number) => Promise<unknown>;
}

const facets = ['tier', 'modalities', 'access', 'released', 'industry', 'vendor', 'place'] as const;
const tiers = ['general', 'task', 'industry'];
const modalities = ['nlp', 'cv', 'speech', 'multimodal'];
const places = ['beijing', 'shanghai', 'shenzhen', 'hangzhou', 'guangzhou', 'chengdu', 'nanjing', 'wuhan'];
const accesses = ['api', 'open-weights', 'internal'];

const filtered = `
  SELECT m.id, m.slug, m.name_zh, m.tier, m.modalities, m.access, m.released_from, m.vendor_id, o.place
  FROM model m JOIN organization o ON o.id = m.vendor_id
  WHERE m.tier = $1 AND $2 = ANY(m.modalities) AND $3 = ANY(m.access)`;
const countBy: Record<(typeof facets)[number], string> = {
  tier: `SELECT tier AS value, count(*) FROM (${filtered}) f GROUP BY 1`,
  modalities: `SELECT unnest(modalities) AS value, count(*) FROM (${filtered}) f GROUP BY 1`,
  access: `SELECT unnest(access) AS value, count(*) FROM (${filtered}) f GROUP BY 1`,
  released: `SELECT date_part('year', released_from) AS value, count(*) FROM (${filtered}) f GROUP BY 1`,
  industry: `SELECT x.industry_id AS value, count(*) FROM (${filtered}) f JOIN model_industry x ON x.record_id = f.id GROUP BY 1`,
  vendor: `SELECT vendor_id AS value, count(*) FROM (${filtered}) f GROUP BY 1`,
  place: `SELECT place AS value, count(*) FROM (${filtered}) f GROUP BY 1`,
};

/** The filter of the nth question, another one each time. */
function filterOf(at: number): [string, string, string] {
  return [tiers[at % 3], modalities[at % 4], accesses[Math.floor(at / 12) % 3]] as [string, string, string];
}

function placeOf(at: number): string {
  return places[Math.floor(at / 36) % places.length] ?? 'beijing';
}

function listAddress(at: number, page: string): string {
  const [tier, modality, access] = filterOf(at);
  return `/models${page}?after=gen-model-${at * 37}&tier=${tier}&modality=${modality}&access=${access}&sort=name`;
}

const searched = [
  (at: number) => `gen-model-${at * 991}`,
  (at: number) => `星云明光大模型${at * 7}`,
  () => 'xingyun',
  () => 'xyzh',
  (at: number) => ['Nova', 'Deep', 'Quant', 'Orion'][at % 4] ?? '',
  (at: number) => `novachenli ${at}`,
  (at: number) => ['盘古', '百度', '文心', '智谱'][at % 4] ?? '',
  () => 'huawei pangu',
  (at: number) => `Orionxinshn-${at}`,
  (at: number) => `${['星云', '智海', '天元'][at % 3]} A轮`,
];

const textOf = (at: number) => (searched[at % searched.length] ?? searched[0])?.(at) ?? '';

const vendorsOf = (at: number) =>
  Array.from({ length: 5 }, (_, each) => `gen-org-${(at * 131 + each * 977) % 10_000}`);

const kinds: readonly Kind[] = [
  {
    what: 'search (`/api/v1/search`)',
    address: (at) => `/api/v1/search?q=${encodeURIComponent(textOf(at))}&limit=6`,
    direct: async (client, at) => {
      const text = textOf(at)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');
      await client.query(
        `SELECT record_id, shown FROM search_name WHERE folded LIKE $1 || '%' ORDER BY folded LIMIT 300`,
        [text],
      );
      await client.query(
        `SELECT record_id, shown FROM search_name WHERE folded LIKE '%' || $1 || '%' LIMIT 300`,
        [text],
      );
    },
  },
  {
    what: 'list (`/models`, 60 rows with their evidence, a page)',
    address: (at) => listAddress(at, ''),
    direct: async (client, at) => {
      const rows = await client.query(`${filtered} ORDER BY m.name_zh, m.slug LIMIT 60 OFFSET $4`, [
        ...filterOf(at),
        at * 10,
      ]);
      await client.query(
        'SELECT c.*, s.title FROM citation c JOIN source s ON s.id = c.source_id WHERE c.record_id = ANY($1)',
        [rows.rows.map(({ id }) => id)],
      );
      for (const facet of facets) await client.query(countBy[facet], filterOf(at));
    },
  },
  {
    what: 'facets and rows of a list (`/models.json`, columns=tier)',
    address: (at) =>
      `${listAddress(at, '.json').replace(/after=[^&]*&/, '')}&columns=tier&place=${placeOf(at)}`,
    direct: async (client, at) => {
      await client.query(`${filtered} AND o.slug = $4 ORDER BY m.name_zh`, [
        ...filterOf(at),
        `gen-org-${at}`,
      ]);
      for (const facet of facets) await client.query(countBy[facet], filterOf(at));
    },
  },
  {
    what: 'comparison of five (`/compare.json`)',
    address: (at) => `/compare.json?vendors=${vendorsOf(at).join('~')}`,
    direct: (_client, at) => readFacts((facts) => vendorsToCompare(facts, vendorsOf(at))),
  },
];

const bench: Bench = async () => {
  const lines: BenchLine[] = [];
  const reached: string[] = [];
  const all = `${amounts.organizations / 1000},000 organizations, ${amounts.models / 1000},000 models, ${amounts.events / 1000},000 funding events`;
  await withServer(
    async ({ url, databaseUrl }) => {
      process.env.DATABASE_URL = databaseUrl;
      const client = new pg.Client({ connectionString: databaseUrl });
      // A failing question ends the server, and with it this connection; that failure is the one to tell.
      client.on('error', () => undefined);
      await client.connect();
      const ask = async (path: string) => {
        const answer = await fetch(url + path);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
      };
      for (const { what, address, direct } of kinds) {
        // What is read once an edition is read now, and measured on its own.
        const [first = 0] = await timesOf(1, () => ask(address(times + 1)));
        for (let at = 0; at < warming; at++) await ask(address(times + 2 + at));
        const product = await timesOf(times, (at) => ask(address(at)));
        for (let at = 0; at < warming; at++) await direct(client, times + 2 + at);
        const straight = await timesOf(times, (at) => direct(client, at));
        const [p95, own] = [quantile(product, 0.95), quantile(straight, 0.95)];
        lines.push({
          what,
          values: [quantile(product, 0.5), p95, quantile(straight, 0.5), own, p95 / own, first],
        });
        if (what.startsWith('search'))
          reached.push(
            `search p95 ${p95.toFixed(1)} ms (at most ${searchBar} ms): ${p95 <= searchBar ? 'reached' : 'NOT reached'}`,
          );
        else reached.push(`${what}: p95 ${(p95 / own).toFixed(2)}× of the same question put to PostgreSQL`);
      }
      await client.end();
    },
    async (databaseUrl) => {
      const client = connect(databaseUrl);
      await publishGeneratedFacts(client, amounts);
      await client.$disconnect();
    },
  );
  return {
    title: 'Exploring at scale',
    how: `Made-up facts (${all}) beside the starting ones, published through the one way in. After ${warming} to warm up, each question is asked ${times} times in other words, over HTTP and one after the other, and the same is put straight to PostgreSQL with one connection: what the list's page asks for its rows, their evidence and its facets; for comparisons the product's own query without page and table.`,
    columns: [
      '',
      'median ms',
      'p95 ms',
      'straight: median ms',
      'straight: p95 ms',
      'p95 ratio',
      'first time ms',
    ],
    lines,
    reached,
  };
};

export default bench;
