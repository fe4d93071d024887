import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createToken } from '@/accounts/api-tokens';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { type EmbeddedDatabase, startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import { migrate } from '@/database/migrate';
import type { ProposalDraft, Publication } from '@/editorial/publication';
import { type Serving, startServing } from '../../scripts/serving';
import { numbersOn, PairPublisher } from '../pair';
import { startReplica, type TestReplica } from '../replica';

/** Connections of a pool; with the default of 8, four processes just fit into the 80 of the embedded server. */
const connections = 4;

let folder: string;
let primary: EmbeddedDatabase | null;
let replica: TestReplica;
let publisher: PairPublisher;
/** Four processes; the last two read at the replica. */
const sites: string[] = [];
const servings: Serving[] = [];

/** Pages that name both models of the pair, some of them in several parts. */
const pages = [
  '/en/vendors/pair-vendor',
  '/en/compare/models?models=pair-left~pair-right',
  '/en/models?vendor=pair-vendor',
  '/en/compare/models.md?models=pair-left~pair-right',
];

interface Page {
  status: number;
  edition: number;
  numbers: number[];
  tag: string | null;
}

async function pageAt(site: string, address: string): Promise<Page> {
  const answer = await fetch(site + address);
  const text = await answer.text();
  const [, onPage] = /<html[^>]* data-edition="(\d+)"/.exec(text) ?? [];
  const edition = answer.headers.get('x-edition');
  // What the header says is what the page says.
  if (onPage !== undefined) expect(edition).toBe(onPage);
  return {
    status: answer.status,
    edition: Number(edition),
    numbers: numbersOn(text),
    tag: answer.headers.get('etag'),
  };
}

/** The page is there, and both models on it are those of the edition that it states. */
async function wholePageAt(site: string, address: string): Promise<Page> {
  const page = await pageAt(site, address);
  expect([address, page.status, page.edition, page.numbers]).toEqual([
    address,
    200,
    page.edition,
    [await publisher.parametersAt(page.edition)],
  ]);
  return page;
}

/** Waits until the processes answer so to whoever asks whether to send them readers. */
const ready = (statuses: readonly number[]) =>
  vi.waitFor(
    async () => {
      const answers = await Promise.all(sites.map((site) => fetch(`${site}/api/health/ready`)));
      expect(answers.map(({ status }) => status)).toEqual(statuses);
    },
    { timeout: 15_000, interval: 20 },
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-processes-'));
  const primaryFolder = path.join(folder, 'primary');
  primary = await startEmbedded(primaryFolder);
  await migrate(primary.url);
  const client = connect(primary.url);
  const admin = {
    name: 'Admin',
    email: 'admin@example.org',
    password: 'correct horse battery',
    role: 'admin',
  };
  await createAccount(client, admin);
  const { id } = await client.user.findFirstOrThrow();
  const token = await createToken(client, id, { name: 'publisher', scope: 'publish' });
  await client.$disconnect();
  replica = await startReplica({ ...primary, folder: primaryFolder }, path.join(folder, 'replica'));
  const { url } = primary;
  const started = [false, false, true, true].map(async (reads, at) => {
    const port = await freePort();
    sites[at] = `http://localhost:${port}`;
    servings[at] = await startServing(port, url, 'production', {
      DATABASE_CONNECTIONS: String(connections),
      DATABASE_REPLICA_URLS: reads ? replica.url : '',
      PUBLIC_URL: 'http://tracker.test',
      API_REQUESTS_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
    });
  });
  await Promise.all(started);
  await ready([200, 200, 200, 200]);
  publisher = new PairPublisher(async ({ note, records }: ProposalDraft): Promise<Publication> => {
    const answer = await fetch(`${sites[0]}/api/v1/proposals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ note: note.en, records, publish: true }),
    });
    const { edition, ...rest } = (await answer.json()) as { edition: number };
    if (answer.status !== 200) throw new Error(JSON.stringify(rest));
    return { outcome: 'published', edition, added: 0, changed: 2, retracted: 0, same: 0 };
  });
  await publisher.next();
}, 120_000);
afterAll(async () => {
  await Promise.all(servings.map((serving) => serving.stop()));
  await replica.stop();
  await primary?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Waits until the process shows the edition. */
const shown = (site: string, edition: number) =>
  vi.waitFor(async () => expect((await wholePageAt(site, '/en/vendors/pair-vendor')).edition).toBe(edition), {
    timeout: 15_000,
    interval: 20,
  });

it.each([2, 4])('shows each publication whole, everywhere and for good, with %i processes', async (count) => {
  const all = sites.slice(0, count);
  let over = false;
  const readers = Promise.all(
    all.map(async (site) => {
      let newest = 0;
      for (let at = 0; !over; at++) {
        const { edition } = await wholePageAt(site, pages[at % pages.length] as string);
        expect(edition).toBeGreaterThanOrEqual(newest);
        newest = edition;
      }
    }),
  );
  readers.catch(() => undefined);
  for (let at = 0; at < 4; at++) {
    const edition = await publisher.next();
    // Whoever has published sees it at once.
    expect((await wholePageAt(all[0] as string, pages[at % pages.length] as string)).edition).toBe(edition);
    await Promise.all(all.map((site) => shown(site, edition)));
  }
  over = true;
  await readers;
});

it('answers with the same bytes from every process', async () => {
  const everywhere = [...pages, '/charts/models-by-vendor.svg', '/charts/releases.csv'];
  for (const address of everywhere) {
    const answers = await Promise.all(sites.map((site) => pageAt(site, address)));
    expect(answers[0]?.tag).toMatch(/^"/);
    expect([address, new Set(answers.map(({ tag }) => tag)).size]).toEqual([address, 1]);
  }
});

it('opens no more connections than the settings say, however many ask', async () => {
  const watcher = new pg.Client({ connectionString: primary?.url });
  await watcher.connect();
  let most = 0;
  let over = false;
  const counting = (async () => {
    while (!over) {
      const { rows } = await watcher.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend'",
      );
      most = Math.max(most, rows[0].n - 1);
    }
  })();
  const asked = sites.flatMap((site) =>
    Array.from({ length: 16 }, (_, at) => fetch(`${site}/en/models?vendor=pair-vendor&q=pair${at}`)),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  over = true;
  await counting;
  await watcher.end();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(most).toBeGreaterThan(sites.length);
  expect(most).toBeLessThanOrEqual(sites.length * (2 * connections + 3));
});

it('goes on making pages from the replica while the primary is away', async () => {
  const edition = await publisher.next();
  await Promise.all(sites.map((site) => shown(site, edition)));
  await primary?.stop();
  primary = null;
  await ready([503, 503, 200, 200]);
  for (const [at, site] of sites.entries()) {
    const never = await pageAt(site, '/en/compare/models?models=pair-right~pair-left&known=');
    const seen = await fetch(`${site}/en/vendors/pair-vendor`);
    expect([at, never.status, seen.status, seen.headers.get('x-as-of')]).toEqual(
      at < 2 ? [at, 503, 200, String(edition)] : [at, 200, 200, null],
    );
  }
  expect((await wholePageAt(sites[3] as string, '/en/models/pair-left')).edition).toBe(edition);
  await expect(publisher.next()).rejects.toThrow();
});
