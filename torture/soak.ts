import { quantile } from '../bench/result';
import { disagreements } from './agreement';
import { Chance } from './chance';
import { knownPages, probe } from './probe';
import { handlesOf, megabyte, memoryOf } from './process-figures';
import { connected, onStage, type Stage } from './stage';
import type { Torment } from './torment';
import { pause } from './waiting';
import { Ledger, startWriters } from './writers';

interface Sample {
  seconds: number;
  memory: number;
  handles: number;
  connections: number;
}

/** What a long time of mixed work showed. */
export interface Soaked {
  pages: number;
  writes: number;
  samples: Sample[];
  broken: string[];
}

/** The last third may lie so much above the one before: megabytes, or a share of it where that is more. */
const bounds = { megabytes: 40, share: 0.1, handles: 15, connections: 4 };

async function sampleOf(stage: Stage, seconds: number): Promise<Sample> {
  const { pid } = stage.serving();
  const db = await connected(stage.databaseUrl);
  const { rows } = await db.query(
    `SELECT count(*)::int AS connections FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  await db.end();
  return {
    seconds,
    memory: await memoryOf(pid),
    handles: await handlesOf(pid),
    connections: rows[0].connections,
  };
}

/** The middle value in each third of the time; the first holds the warming up. */
export function thirds(samples: readonly Sample[], of: keyof Sample): [number, number, number] {
  const size = Math.floor(samples.length / 3);
  const middle = (from: number) =>
    quantile(
      samples.slice(from, from + size).map((sample) => sample[of]),
      0.5,
    );
  return [middle(0), middle(size), middle(samples.length - size)];
}

/** Growth an hour over the last two thirds: the slope of the line that fits best. */
export function slopeAnHour(samples: readonly Sample[], of: keyof Sample): number {
  const late = samples.slice(Math.floor(samples.length / 3));
  const mean = (key: keyof Sample) => late.reduce((sum, each) => sum + each[key], 0) / late.length;
  const [x, y] = [mean('seconds'), mean(of)];
  const over = late.reduce((sum, each) => sum + (each.seconds - x) * (each[of] - y), 0);
  const under = late.reduce((sum, each) => sum + (each.seconds - x) ** 2, 0);
  return (over / under) * 3600;
}

/** Reads and publishes for so many seconds, and looks at what the process holds. */
export async function soak(
  stage: Stage,
  seconds: number,
  chance: Chance,
  wanted: Partial<typeof bounds> = {},
  say: (line: string) => void = () => undefined,
): Promise<Soaked> {
  const most = { ...bounds, ...wanted };
  const ledger = new Ledger();
  const broken: string[] = [];
  const start = performance.now();
  const passed = () => (performance.now() - start) / 1000;
  const over = () => passed() >= seconds;
  let pages = 0;
  let refused = 0;
  const read = async () => {
    while (!over()) {
      const page = chance.pick(knownPages);
      const { status } = await probe(stage.site + page);
      pages += 1;
      if (status === 503) refused += 1;
      else if (status !== 200 && broken.length < 20) broken.push(`${page} was answered with ${status}`);
      await pause(20);
    }
  };
  const publish = async () => {
    while (!over()) {
      // Changes only: where facts grow, memory may grow with them, and a leak could not be told from that.
      const crowd = { api: 1, form: 1, import: 0, share: 1 };
      const writers = startWriters(stage, ledger, chance, crowd, true);
      await writers.stop();
      await pause(1000);
    }
  };
  const samples: Sample[] = [];
  const every = Math.max(0.5, seconds / 360);
  const watch = async () => {
    while (!over()) {
      await pause(every * 1000);
      samples.push(await sampleOf(stage, passed()));
      if (samples.length % 60 === 0)
        say(`${Math.round(passed())} s: ${Math.round((samples.at(-1)?.memory ?? 0) / megabyte)} MB`);
    }
  };
  await Promise.all([read(), read(), read(), read(), publish(), watch()]);
  const grown = (of: keyof Sample, bound: number, unit: string, scale = 1) => {
    const [, middle, last] = thirds(samples, of);
    if (last - middle > bound)
      broken.push(`${unit} grew from ${Math.round(middle / scale)} to ${Math.round(last / scale)}`);
  };
  const [, middle] = thirds(samples, 'memory');
  grown('memory', Math.max(most.megabytes * megabyte, most.share * middle), 'memory (MB)', megabyte);
  grown('handles', most.handles, 'handles');
  grown('connections', most.connections, 'connections to PostgreSQL');
  const db = await connected(stage.databaseUrl);
  broken.push(...(await ledger.broken(db, true)), ...(await disagreements(db)));
  await db.end();
  // A machine that is busy with other things refuses now and then; that is no leak.
  if (refused > pages / 10) broken.push(`${refused} of ${pages} pages were refused`);
  if (ledger.acknowledged === 0) broken.push('nothing was published');
  return { pages, writes: ledger.acknowledged, samples, broken };
}

const torment: Torment = async ({ seed, minutes = 30 }, say) =>
  onStage({}, async (stage) => {
    const { pages, writes, samples, broken } = await soak(stage, minutes * 60, new Chance(seed), {}, say);
    const line = (what: string, of: keyof Sample, scale = 1) => ({
      what,
      values: [...thirds(samples, of), slopeAnHour(samples, of)].map(
        (each) => Math.round((each / scale) * 10) / 10,
      ),
    });
    return {
      title: 'A long time',
      how: `${minutes} minutes: four readers walk ${knownPages.length} pages (${pages} answers), while about once a second a program and an editor publish changes of records that are there and a reader makes a short link (${writes} acknowledged), so that every page is made again and again of as many facts. Medians of the three thirds of the time, and the slope over the last two. It breaks where the last third lies above the middle one by more than ${bounds.megabytes} MB (or ${bounds.share * 100} %), ${bounds.handles} handles or ${bounds.connections} connections.`,
      columns: ['what', 'first third', 'middle third', 'last third', 'slope an hour'],
      lines: [
        line('memory (RSS), MB', 'memory', megabyte),
        line('handles', 'handles'),
        line('connections to PostgreSQL', 'connections'),
      ],
      broken,
    };
  });
export default torment;
