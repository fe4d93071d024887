import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { connect } from '@/database/client';
import { startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { startServing } from '../scripts/serving';
import { PairPublisher } from '../tests/pair';
import { startReplica } from '../tests/replica';
import { type Bench, type BenchLine, quantile } from './result';

/** Seconds for which the warm page is asked for, and how many ask at once. */
const seconds = 5;
const metricsToken = 'figures-of-a-bench';
const asking = 32;
/** Pages that nobody asked for before, and how many are asked for at once. */
const coldPages = 240;
const warming = 64;
const coldAtOnce = 16;
const publications = 30;
/** Milliseconds within which a publication is visible on every process. */
const bar = 1000;

const warmPage = '/en/vendors/baidu';
const pairPage = '/en/vendors/pair-vendor';

async function answered(address: string): Promise<Response> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer;
}

/** Requests a second of a page that is kept, over all processes together. */
async function warmRate(sites: readonly string[]): Promise<number> {
  await Promise.all(sites.map((site) => answered(site + warmPage)));
  const results = await Promise.all(
    sites.map((site) =>
      autocannon({ url: site + warmPage, connections: asking / sites.length, duration: seconds }),
    ),
  );
  const failed = results.reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0);
  if (failed > 0) throw new Error(`${failed} warm requests failed`);
  return results.reduce((sum, { requests }) => sum + requests.average, 0);
}

/** Pages a second that have to be made, in turn at every process. */
async function coldRate(sites: readonly string[], run: number, pages: number): Promise<number> {
  let next = 0;
  const start = performance.now();
  const worker = async () => {
    while (next < pages) {
      const at = next++;
      await answered(`${sites[at % sites.length]}/en/models?sort=name&q=${run}-${at}`);
    }
  };
  await Promise.all(Array.from({ length: coldAtOnce }, worker));
  return (pages / (performance.now() - start)) * 1000;
}

/** Milliseconds from each publication's end until every process shows it on a page. */
async function timesToVisible(sites: readonly string[], publisher: PairPublisher): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < publications; at++) {
    const edition = await publisher.next();
    const start = performance.now();
    await Promise.all(
      sites.map(async (site) => {
        while (Number((await answered(site + pairPage)).headers.get('x-edition')) < edition);
      }),
    );
    times.push(performance.now() - start);
  }
  return times;
}

/** The sum of a figure over all processes. */
async function figure(sites: readonly string[], name: string): Promise<number> {
  const texts = await Promise.all(
    sites.map(async (site) =>
      (await fetch(`${site}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text(),
    ),
  );
  return texts.reduce(
    (sum, text) => sum + Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN),
    0,
  );
}

/** Questions that were put to PostgreSQL. */
async function questions(sites: readonly string[]): Promise<number> {
  return (await figure(sites, 'reads_at_replicas')) + (await figure(sites, 'reads_at_primary'));
}

interface Setting {
  what: string;
  processes: number;
  replicaUrl: string;
}

const bench: Bench = async () => {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tracker-bench-'));
  const primaryFolder = path.join(scratch, 'primary');
  const database = await startEmbedded(primaryFolder);
  const lines: BenchLine[] = [];
  const reached: string[] = [];
  try {
    await migrate(database.url);
    await loadStartingFacts(database.url);
    const client = connect(database.url);
    const publisher = PairPublisher.at(client);
    await publisher.next();
    const replica = await startReplica({ ...database, folder: primaryFolder }, path.join(scratch, 'replica'));
    const settings: Setting[] = [
      { what: '1 process', processes: 1, replicaUrl: '' },
      { what: '2 processes', processes: 2, replicaUrl: '' },
      { what: '4 processes', processes: 4, replicaUrl: '' },
      { what: '2 processes, a replica', processes: 2, replicaUrl: replica.url },
    ];
    let [oneWarm, oneCold] = [0, 0];
    for (const [run, { what, processes, replicaUrl }] of settings.entries()) {
      const ports = await Promise.all(Array.from({ length: processes }, freePort));
      const servings = await Promise.all(
        ports.map((port) =>
          startServing(port, database.url, 'production', {
            DATABASE_CONNECTIONS: '4',
            DATABASE_REPLICA_URLS: replicaUrl,
            LOG_LEVEL: 'error',
            METRICS_TOKEN: metricsToken,
          }),
        ),
      );
      try {
        const sites = ports.map((port) => `http://localhost:${port}`);
        for (const site of sites) while (!(await fetch(`${site}/api/health/ready`)).ok);
        // What is read once an edition, and code that runs for the first time, is not what is measured.
        await coldRate(sites, 1000 + run, warming);
        const before = await questions(sites);
        const cold = await coldRate(sites, run, coldPages);
        const perPage = ((await questions(sites)) - before) / coldPages;
        const warm = await warmRate(sites);
        const times = await timesToVisible(sites, publisher);
        const [median, most] = [quantile(times, 0.5), Math.max(...times)];
        const atReplicas = await figure(sites, 'reads_at_replicas');
        const share = atReplicas / (await questions(sites));
        const memory = (await figure(sites, 'process_resident_memory_bytes')) / processes / 2 ** 20;
        if (run === 0) [oneWarm, oneCold] = [warm, cold];
        lines.push({
          what,
          values: [
            warm,
            warm / oneWarm,
            cold,
            cold / oneCold,
            perPage,
            median,
            most,
            replicaUrl === '' ? '' : `${(share * 100).toFixed(1)} %`,
            memory,
          ],
        });
        reached.push(
          `${what}: a publication is visible on all after ${most.toFixed(0)} ms at most (at most ${bar} ms): ${most <= bar ? 'reached' : 'NOT reached'}`,
        );
      } finally {
        await Promise.all(servings.map((serving) => serving.stop()));
      }
    }
    await client.$disconnect();
    await replica.stop();
  } finally {
    await database.stop();
    await rm(scratch, { recursive: true, force: true });
  }
  return {
    title: 'Several processes, and a replica',
    how: `Processes on one PostgreSQL, with ${asking} connections that ask for a kept page for ${seconds} s, then ${coldPages} pages that nobody asked for before, ${coldAtOnce} at once, in turn at each process. ${publications} publications of two records: the time from the end of each until a page of every process shows it. All of it, PostgreSQL and whoever asks included, shares the ${availableParallelism()} cores of one machine, so that more processes than free cores cannot answer more; what is shown here is that they agree and cost nothing else.`,
    columns: [
      '',
      'warm requests/s',
      '× of one',
      'cold pages/s',
      '× of one',
      'questions a cold page',
      'visible: median ms',
      'visible: most ms',
      'read at the replica',
      'MB a process',
    ],
    lines,
    reached,
  };
};

export default bench;
