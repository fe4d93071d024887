import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect } from '@/database/client';
import { type EmbeddedDatabase, startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import type { PrismaClient } from '@/database/generated/client';
import { migrate } from '@/database/migrate';
import { currentEdition, type Facts, readFacts } from '@/database/reading';
import { readsByServer, replicas } from '@/database/replicas';
import { findShareFor, keepShare } from '@/database/shares';
import { PairPublisher, pair } from '../pair';
import { relay, startReplica, type TestReplica } from '../replica';

let folder: string;
let primary: EmbeddedDatabase;
let replica: TestReplica;
let client: PrismaClient;
let publisher: PairPublisher;

/** What a reader sees: the edition, both figures of the pair, and who answered. */
async function look({ edition, db }: Facts) {
  const models = await db.model.findMany({ where: { slug: { in: [...pair] } }, orderBy: { slug: 'asc' } });
  const [server] = await db.$queryRaw<{ standby: boolean }[]>`SELECT pg_is_in_recovery() AS standby`;
  return {
    edition,
    figures: models.map(({ parameters }) => Number(parameters)),
    standby: server?.standby ?? null,
  };
}

/** Both figures are those of the edition that the answer states. */
async function expectWhole({ edition, figures }: Awaited<ReturnType<typeof look>>): Promise<void> {
  const stated = await publisher.parametersAt(edition);
  expect([edition, figures]).toEqual([edition, [stated, stated]]);
}

const readAt = (standby: boolean) =>
  vi.waitFor(
    async () => {
      const seen = await readFacts(look);
      expect(seen.standby).toBe(standby);
      return seen;
    },
    { timeout: 15_000, interval: 20 },
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-replica-'));
  const primaryFolder = path.join(folder, 'primary');
  primary = await startEmbedded(primaryFolder);
  await migrate(primary.url);
  replica = await startReplica({ ...primary, folder: primaryFolder }, path.join(folder, 'replica'));
  process.env.DATABASE_URL = primary.url;
  // The second one was never there.
  const nobody = new URL(replica.url);
  nobody.port = String(await freePort());
  process.env.DATABASE_REPLICA_URLS = `${replica.url}, ${nobody.href}`;
  client = connect(primary.url);
  publisher = PairPublisher.at(client);
  await publisher.next();
}, 120_000);
afterAll(async () => {
  process.env.DATABASE_REPLICA_URLS = '';
  replicas();
  await client.$disconnect();
  await replica.stop();
  await primary.stop();
  await rm(folder, { recursive: true, force: true });
});

it('reads at the replica, now and as of an earlier edition', async () => {
  const first = await currentEdition();
  await expectWhole(await readAt(true));
  const edition = await publisher.next();
  const now = await readAt(true);
  expect(now.edition).toBe(edition);
  const then = await readFacts(look, first);
  expect([then.edition, then.standby]).toEqual([first, true]);
  await expectWhole(then);
});

it('passes over a replica that lags, until it has caught up', async () => {
  const before = await currentEdition();
  await replica.pause();
  const edition = await publisher.next();
  const now = await readFacts(look);
  expect([now.edition, now.standby]).toEqual([edition, false]);
  await expectWhole(now);
  expect(await currentEdition()).toBe(edition);
  // What it has reached, it can answer.
  await vi.waitFor(async () => expect((await readFacts(look, before)).standby).toBe(true));
  // A link that is made now is there now.
  const share = { code: 'bcdfghjk', path: '/charts/rounds', state: '', edition: null, snapshot: null };
  await keepShare(share);
  expect(await findShareFor('/charts/rounds', '', null)).toMatchObject({ code: 'bcdfghjk' });
  await replica.resume();
  expect((await readAt(true)).edition).toBe(edition);
});

it('gives whole answers that never go back while editions are published and the replica lags and catches up', async () => {
  const before = { ...readsByServer() };
  let over = false;
  const reader = async (at: number) => {
    let newest = 0;
    let answers = 0;
    while (!over) {
      const now = await readFacts(look);
      await expectWhole(now);
      expect(now.edition).toBeGreaterThanOrEqual(newest);
      newest = now.edition;
      // As a page does: all parts at the edition of the request, or at an earlier one that was asked for.
      const asked = at % 2 === 0 ? newest : 1 + ((answers * 7) % newest);
      const parts = await Promise.all([readFacts(look, asked), readFacts(look, asked)]);
      for (const part of parts) {
        expect(part.edition).toBe(asked);
        await expectWhole(part);
      }
      answers += 1;
    }
    return answers;
  };
  const readers = Promise.all([0, 1, 2].map(reader));
  readers.catch(() => undefined);
  for (let at = 0; at < 18; at++) {
    if (at % 6 === 2) await replica.pause();
    if (at % 6 === 5) await replica.resume();
    const edition = await publisher.next();
    // Whoever publishes sees it, whatever the replica has seen.
    expect((await readFacts(look)).edition).toBe(edition);
  }
  await readAt(true);
  over = true;
  expect(Math.min(...(await readers))).toBeGreaterThan(5);
  const { replicas: there, primary: here } = readsByServer();
  expect(there - before.replicas).toBeGreaterThan(20);
  expect(here - before.primary).toBeGreaterThan(20);
});

it.each(['dies', 'hangs'] as const)(
  'answers every question while a replica %s, and takes it back',
  async (how) => {
    await readAt(true);
    let over = false;
    const reader = async () => {
      let standby = 0;
      while (!over) {
        const seen = await readFacts(look);
        await expectWhole(seen);
        standby += Number(seen.standby);
      }
      return standby;
    };
    const readers = Promise.all([reader(), reader(), reader()]);
    readers.catch(() => undefined);
    if (how === 'dies') await replica.die();
    else replica.hang();
    await readAt(false);
    const edition = await publisher.next();
    expect((await readFacts(look)).edition).toBe(edition);
    if (how === 'dies') await replica.revive();
    else replica.heal();
    expect((await readAt(true)).edition).toBe(edition);
    over = true;
    await readers;
  },
);

it('looks in each transaction how far the server is, where an address leads to one or another', async () => {
  const several = process.env.DATABASE_REPLICA_URLS;
  let port = Number(new URL(primary.url).port);
  const balancer = await relay(() => port);
  const address = new URL(replica.url);
  address.port = String(balancer.port);
  process.env.DATABASE_REPLICA_URLS = address.href;
  try {
    // Whoever asks how far it is has the primary at the other end; whoever connects now gets the replica, which lags.
    await vi.waitFor(() => expect(replicas()[0]?.reached).toBe(publisher.newest));
    port = Number(new URL(replica.url).port);
    await replica.pause();
    const edition = await publisher.next();
    await vi.waitFor(() => expect(replicas()[0]?.reached).toBe(edition));
    const now = await readFacts(look);
    expect([now.edition, now.standby]).toEqual([edition, false]);
    await replica.resume();
    await readAt(true);
  } finally {
    process.env.DATABASE_REPLICA_URLS = several;
    balancer.close();
  }
});

it('names the address that is none, and no password', () => {
  const good = process.env.DATABASE_REPLICA_URLS;
  process.env.DATABASE_REPLICA_URLS = `${good},mysql://someone:secret@db/tracker`;
  try {
    expect(replicas).toThrow(/^DATABASE_REPLICA_URLS: address 3(?!.*secret)/);
  } finally {
    process.env.DATABASE_REPLICA_URLS = good;
  }
});

it('goes on without the primary at the newest edition that is known, and with nothing older', async () => {
  await replica.pause();
  const edition = await publisher.next();
  // The replica has received it, and shows it to nobody yet.
  await primary.stop();
  await expect(readFacts(look)).rejects.toThrow();
  await replica.resume();
  const seen = await readAt(true);
  expect(seen.edition).toBe(edition);
  await expectWhole(seen);
  expect(await currentEdition()).toBe(edition);
  await expect(publisher.next()).rejects.toThrow();
});
