import { connect } from '@/database/client';
import { publish } from '@/editorial/publication';
import { withBarePage } from './bare-page';
import { type Load, loadOf } from './load';
import { behindNginx } from './nginx';
import { type Bench, type BenchLine, quantile, verdict } from './result';
import { withServer } from './running';

/** Charts, comparisons, lists, vendor pages and the overview, in 32 states, in both languages. */
const states: Readonly<Record<string, readonly string[]>> = {
  chart: [
    '/charts/models-by-vendor',
    '/charts/models-by-vendor?vendors=baidu~huawei',
    '/en/charts/vendors-by-industry',
    '/charts/releases',
    '/en/charts/funding-by-quarter',
    '/charts/most-funded?currency=usd',
    '/charts/rounds',
    '/en/charts/value-chain',
  ],
  comparison: [
    '/compare',
    '/compare?vendors=baidu~huawei',
    '/en/compare?vendors=alibaba~tencent',
    '/compare/models',
    '/en/compare/models',
    '/compare/industries',
    '/en/compare/industries',
    '/compare/ready',
  ],
  list: [
    '/models',
    '/models?tier=industry',
    '/en/models?tier=general',
    '/vendors',
    '/en/vendors',
    '/funding',
    '/industries',
    '/en/sources',
  ],
  vendor: [
    '/vendors/baidu',
    '/vendors/huawei',
    '/vendors/alibaba',
    '/en/vendors/tencent',
    '/en/vendors/sensetime',
    '/vendors/openai',
  ],
  overview: ['/', '/en'],
};
const all = Object.values(states).flat();
const crowds = [16, 128] as const;
const seconds = 3;
const rounds = 3;

function middle(loads: readonly Load[]): Load {
  const of = (key: keyof Load) =>
    quantile(
      loads.map((load) => load[key]),
      0.5,
    );
  return { rate: of('rate'), median: of('median'), p99: of('p99') };
}

/** Ours and the other in turn, so that both meet the same minutes of the machine; medians of the rounds. */
async function inTurn(ours: () => Promise<Load>, other: () => Promise<Load>): Promise<[Load, Load]> {
  const loads: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    loads[0].push(await ours());
    loads[1].push(await other());
  }
  return [middle(loads[0]), middle(loads[1])];
}

/** Publishes something small, so that every page is to be made anew. */
async function nextEdition(databaseUrl: string, at: number): Promise<number> {
  const client = connect(databaseUrl);
  try {
    const result = await publish(client, {
      origin: 'form',
      note: { zh: '测量', en: 'Measurement' },
      records: [
        {
          kind: 'source',
          slug: `measured-${at}`,
          baseVersion: 0,
          payload: { slug: `measured-${at}`, title: `Made for a measurement ${at}`, language: 'en' },
        },
      ],
    });
    if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
    return result.edition;
  } finally {
    await client.$disconnect();
  }
}

/** Milliseconds that each path took, asked for one after the other. */
async function firstTimes(url: string, paths: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const path of paths) {
    const start = performance.now();
    const answer = await fetch(url + path, { headers: { 'accept-encoding': 'br' } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    taken.push(performance.now() - start);
  }
  return taken;
}

/** Waits until the server shows this edition. */
async function shows(url: string, edition: number): Promise<void> {
  for (;;) {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (Number(answer.headers.get('x-edition')) >= edition) return;
  }
}

const reading: Bench = () =>
  withBarePage((bare) =>
    withServer(async ({ url, databaseUrl, nginxFolder }) => {
      const lines: BenchLine[] = [];
      const worst = { latency: 0, rate: Number.POSITIVE_INFINITY };
      await firstTimes(url, all);
      for (const connections of crowds) {
        const groups = [...Object.entries(states), ['all 32', all] as const];
        for (const [group, paths] of groups) {
          const [ours, other] = await inTurn(
            () => loadOf(url, paths, connections, seconds),
            () => loadOf(bare, ['/'], connections, seconds),
          );
          const latency = ours.median / other.median;
          const rate = ours.rate / other.rate;
          worst.latency = Math.max(worst.latency, latency);
          worst.rate = Math.min(worst.rate, rate);
          lines.push({
            what: `${group}, ${connections} connections`,
            values: [ours.rate, other.rate, rate, ours.median, other.median, latency, ours.p99],
          });
        }
      }
      const cold: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await shows(url, await nextEdition(databaseUrl, round));
        cold.push(...(await firstTimes(url, all)));
      }
      const warm = await firstTimes(url, all);
      const coldLoads: string[] = [];
      for (const connections of crowds) {
        await shows(url, await nextEdition(databaseUrl, rounds + connections));
        const start = performance.now();
        // Everybody comes at once after a publication: each page is made once, all others wait for it.
        await Promise.all(
          Array.from({ length: connections }, (_, at) => firstTimes(url, [all[at % all.length] as string])),
        );
        coldLoads.push(
          `${connections} readers at once: all answered after ${Math.round(performance.now() - start)} ms`,
        );
      }
      const nginx = await behindNginx({ url, databaseUrl, nginxFolder, paths: all, nextEdition });
      return {
        title: 'Reading',
        how: `32 states of charts, comparisons, lists, vendor pages and the overview, warm, asked over ${crowds.join(' and ')} connections as a browser asks (compressed), ${seconds} s each and in turn with a bare static page (\`<h1>Bare</h1>\`) that the same Next version serves by itself; medians of ${rounds} rounds. Cold: the first request for each page after a publication, one after the other. ${nginx.how}`,
        columns: ['', 'answers a second', 'bare page', 'ratio', 'median ms', 'bare page', 'ratio', 'p99 ms'],
        lines: [...lines, ...nginx.lines],
        reached: [
          verdict(
            'throughput of warm pages against the bare page, slowest group',
            worst.rate,
            0.75,
            worst.rate >= 0.75,
            'at least',
          ),
          verdict(
            'latency of warm pages against the bare page, slowest group',
            worst.latency,
            1.3,
            worst.latency <= 1.3,
            'at most',
          ),
          `cold: median ${quantile(cold, 0.5).toFixed(0)} ms, p95 ${quantile(cold, 0.95).toFixed(0)} ms; the same pages warm: median ${quantile(warm, 0.5).toFixed(1)} ms; ${coldLoads.join('; ')}`,
          ...nginx.reached,
        ],
      };
    }),
  );

export default reading;
