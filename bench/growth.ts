import pg from 'pg';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { publish } from '@/editorial/publication';
import { addFundingEvents, proposedEvents } from './generated-funding';
import { type Bench, type BenchLine, quantile } from './result';
import { withServer } from './running';

/** Numbers of funding events; each size is made out of the one before, in one database. */
const sizes = [1000, 10_000, 100_000, 1_000_000].filter(
  (size) => size <= Number(process.env.GROWTH_LARGEST ?? 1_000_000),
);
/** Editions in which every page is asked for; each is asked for the first time in each. */
const editions = Number(process.env.GROWTH_EDITIONS ?? 5);
/** Times that a page is asked for in other words within one edition. */
const within = 2;
/** How much may grow over the whole range. */
const bar = 3;

interface Question {
  what: string;
  /** Asks for the nth time; no two addresses of one edition are the same. */
  address: (at: number) => string;
  /** Why it grows, where it does. */
  why?: string;
}

const years = ['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'];
const year = (at: number) => years[at % years.length] ?? '2020';
const quarter = (at: number) => `${year(at)}Q${1 + (at % 4)}`;

/** The pages, files and reads of the public routes that have to do with funding, and some that count everything. */
const questions: readonly Question[] = [
  {
    what: 'overview `/`',
    why: 'vendors and sources are counted over all of them',
    address: (at) => `/?v=${at}`,
  },
  { what: 'list `/funding`', address: (at) => `/funding?page=${1 + (at % 9)}&v=${at}` },
  {
    what: 'list, filtered',
    address: (at) => `/funding?from=${year(at)}&family=series&sort=amount&page=${1 + (at % 3)}`,
  },
  { what: 'list, searched by text', address: (at) => `/funding?q=${encodeURIComponent(`星云${at}`)}` },
  { what: 'one event', address: (at) => `/funding/gen-event-${at % 900}` },
  {
    what: 'vendors `/vendors`',
    why: 'its facets count over all organizations, of which there are 50,000 then, and a row has more to cite: the page is three times as large',
    address: (at) => `/vendors?sort=funding&after=gen-org-${at % 60}`,
  },
  {
    what: 'one vendor',
    why: 'it has more events, and is compared with all other vendors to name its peers',
    address: (at) => `/vendors/gen-org-${30 + (at % 40)}`,
  },
  {
    what: 'sources `/sources`',
    why: 'its finding adds up over all sources, of which there are 2,000 then, and all statements (two million) are counted once an edition',
    address: (at) => `/sources?v=${at}`,
  },
  {
    what: 'one source',
    why: 'a source has a thousand times as many statements to count',
    address: (at) => `/sources/gen-source-${at % 20}`,
  },
  {
    what: 'changes `/changes`',
    why: 'reads the log of changes, which is a thousand times as long',
    address: (at) => `/changes?kind=funding-event&v=${at}`,
  },
  {
    what: 'comparison',
    why: 'takes tens of milliseconds at either size, so that the p95 of a few answers scatters; its indexes are a thousand times as large',
    address: (at) => `/compare.json?vendors=gen-org-${at % 60}~gen-org-${(at + 7) % 60}`,
  },
  { what: 'chart: funding by quarter', address: (at) => `/charts/funding-by-quarter?to=${quarter(at)}` },
  { what: 'chart: most funded', address: (at) => `/charts/most-funded?to=${quarter(at)}` },
  { what: 'chart: rounds', address: (at) => `/charts/rounds?to=${quarter(at)}` },
  { what: 'chart: investors', address: (at) => `/charts/investors?to=${quarter(at)}` },
  { what: 'chart: where', address: (at) => `/charts/where?top=${5 + (at % 50)}` },
  {
    what: 'picture (SVG) of funding by quarter',
    address: (at) => `/charts/funding-by-quarter.svg?to=${quarter(at)}`,
  },
  {
    what: 'data (CSV) of most funded',
    why: 'goes through all events to find who may be among the first; the rest of the answer is twenty lines, so nothing hides it',
    address: (at) => `/charts/most-funded.csv?to=${quarter(at)}`,
  },
  {
    what: 'search',
    why: 'takes milliseconds at either size, so that the p95 of a few answers scatters; its indexes are a thousand times as large',
    address: (at) =>
      `/api/v1/search?q=${encodeURIComponent(['星云', 'novachen', 'xyzh', 'gen-org-5', 'Orion A轮'][at % 5] ?? '')}%20${at}&limit=6`,
  },
  {
    what: 'API: funding events by slug',
    why: 'takes milliseconds at either size, so that the p95 of a few answers scatters; its indexes are a thousand times as large',
    address: (at) => `/api/v1/records/funding-event?limit=50&after=gen-event-${at % 900}`,
  },
  {
    what: 'feed of funding',
    why: 'looks through all events for those that match',
    address: (at) => `/feeds/funding.atom?family=series&from=${year(at)}`,
  },
];

/** Why most of what grows does. */
const goesThroughAll = 'a state that nobody asked for before goes through all events in memory';

interface Taken {
  cold: number[];
  warm: number[];
}

async function publishOne(client: PrismaClient, at: number, all: number): Promise<void> {
  const [record] = proposedEvents(at, at + 1, all);
  const note = { zh: '一笔融资', en: 'One event' };
  const result = await publish(client, { origin: 'form', note, records: record ? [record] : [] });
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
}

/** Waits until the server has heard of the newest edition. */
async function heard(url: string, edition: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/health`);
    if (((await answer.json()) as { edition?: number }).edition === edition) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const bench: Bench = async () => {
  const taken = new Map<string, Map<number, Taken>>();
  const publications = new Map<number, number[]>();
  const firsts = new Map<number, number>();
  let refusals = 0;
  const note = (what: string, size: number): Taken => {
    const bySize = taken.get(what) ?? new Map<number, Taken>();
    const own = bySize.get(size) ?? { cold: [], warm: [] };
    taken.set(what, bySize.set(size, own));
    return own;
  };
  await withServer(async ({ url, databaseUrl, superuserUrl }) => {
    const client = connect(superuserUrl);
    const direct = new pg.Client({ connectionString: databaseUrl });
    await direct.connect();
    /** Milliseconds until the answer is there; who is refused because it takes too long asks again, and is counted. */
    const ask = async (path: string): Promise<number> => {
      const start = performance.now();
      for (;;) {
        const answer = await fetch(url + path);
        const size = (await answer.arrayBuffer()).byteLength;
        if (size > 8_000_000) throw new Error(`${size} bytes for ${path}`);
        if (answer.ok) return performance.now() - start;
        if (answer.status !== 503 || performance.now() - start > 300_000)
          throw new Error(`${answer.status} for ${path}`);
        refusals += 1;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    };
    let asked = 0;
    let extra = 10_000_000;
    for (const size of sizes) {
      const start = Date.now();
      await addFundingEvents(client, size);
      process.stdout.write(`  ${size} events: made in ${Math.round((Date.now() - start) / 1000)} s\n`);
      // What is read once and then kept up to date is read here, and told on its own.
      firsts.set(size, await ask(`/funding?page=${1 + (asked % 5)}`));
      for (const { address } of questions) await ask(address(asked++));
      for (let edition = 0; edition < editions; edition++) {
        const before = performance.now();
        await publishOne(client, extra++, size);
        publications.set(size, [...(publications.get(size) ?? []), performance.now() - before]);
        const { rows } = await direct.query('SELECT max(number)::int AS number FROM edition');
        await heard(url, rows[0].number);
        // Another question comes first each time, so that none alone pays for what all of them need.
        for (let turn = 0; turn < questions.length; turn++) {
          const { what, address } = questions[(turn + edition * 2) % questions.length] as Question;
          const own = note(what, size);
          own.cold.push(await ask(address(asked++)));
          for (let again = 0; again < within; again++) own.warm.push(await ask(address(asked++)));
        }
      }
    }
    await direct.end();
    await client.$disconnect();
  });
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  const lines: BenchLine[] = [];
  const reached: string[] = [];
  const tell = (what: string, bySize: (size: number) => number[], why?: string) => {
    const p95 = sizes.map((size) => quantile(bySize(size), 0.95));
    const ratio = (p95.at(-1) ?? Number.NaN) / (p95[0] ?? Number.NaN);
    lines.push({ what, values: [...p95, ratio] });
    const reason = ratio < bar ? '' : `: ${why ?? goesThroughAll}`;
    reached.push(
      `${what}: ${ratio.toFixed(2)}× from ${least} to ${most} events (below ${bar}×): ${ratio < bar ? 'reached' : 'NOT reached'}${reason}`,
    );
  };
  tell('publication of one event', (size) => publications.get(size) ?? []);
  for (const { what, why } of questions) {
    tell(`${what}, first at an edition`, (size) => taken.get(what)?.get(size)?.cold ?? [], why);
    tell(`${what}, later in it`, (size) => taken.get(what)?.get(size)?.warm ?? [], why);
  }
  tell(
    'first question of a process after an import',
    (size) => [firsts.get(size) ?? Number.NaN],
    'all events are read once, or as many as an import changed; paid once a process, not once an edition',
  );
  reached.push(
    `answers that did not come within 20 s, so that the reader was asked to come again: ${refusals}`,
  );
  return {
    title: 'Growth',
    how: `Made-up funding events with their organizations, investors, statements and citations beside the starting facts, in one database that grows. At each size ${editions} events are published one by one; after each, every page is asked for over HTTP, first at that edition and ${within} times more in other states, so that no page comes whole out of a cache. p95 in milliseconds.`,
    columns: ['', ...sizes.map((size) => `${size.toLocaleString('en')} events`), 'ratio'],
    lines,
    reached,
  };
};

export default bench;
