import { connect } from '@/database/client';
import { publish } from '@/editorial/publication';
import { pageKinds } from '../tests/page-kinds';
import { heavyStates, statesOfCharts } from '../tests/site-walk';
import { type Bench, quantile } from './result';
import { withServer } from './running';

/** No page takes longer than this when nobody has asked for it before, in milliseconds. */
const bar = 300;
const rounds = 3;
/** Pages that are told one by one. */
const told = 12;

/** Records with most on them, beside one page of every kind. */
const largest = [
  '/vendors/alibaba',
  '/vendors/openai',
  '/vendors/google',
  '/models/qwen',
  '/models/gpt',
  '/models/claude',
];

/** Publishes something small, so that every page is to be made anew. */
async function nextEdition(databaseUrl: string, at: number): Promise<number> {
  const client = connect(databaseUrl);
  try {
    const slug = `cold-${at}`;
    const result = await publish(client, {
      origin: 'form',
      note: { zh: '测量', en: 'Measurement' },
      records: [
        { kind: 'source', slug, baseVersion: 0, payload: { slug, title: `Cold ${at}`, language: 'en' } },
      ],
    });
    if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
    return result.edition;
  } finally {
    await client.$disconnect();
  }
}

/** Asks until the server shows this edition. */
async function shows(url: string, edition: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/style`);
    await answer.arrayBuffer();
    if (Number(answer.headers.get('x-edition') ?? edition) >= edition) return;
  }
}

const cold: Bench = () =>
  withServer(async ({ url, databaseUrl }) => {
    const paths = [...new Set([...pageKinds, ...statesOfCharts(), ...heavyStates, ...largest])];
    const taken = new Map(paths.map((path) => [path, [] as number[]]));
    const weights = new Map<string, number>();
    const once = async (path: string) => {
      const start = performance.now();
      const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } });
      const bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      weights.set(path, bytes);
      return performance.now() - start;
    };
    for (const path of paths) await once(path);
    for (let round = 0; round < rounds; round++) {
      // Each page is the first that is asked for at its edition, so that it also pays for what it reads once an edition.
      for (const [at, path] of paths.entries()) {
        await shows(url, await nextEdition(databaseUrl, round * paths.length + at));
        taken.get(path)?.push(await once(path));
      }
    }
    const medians = paths
      .map((path) => ({ path, median: quantile(taken.get(path) ?? [], 0.5), bytes: weights.get(path) ?? 0 }))
      .sort((a, b) => b.median - a.median);
    const slow = medians.filter(({ median }) => median > bar);
    return {
      title: 'Cold pages',
      how: `${paths.length} pages, one of every kind, each chart in its main states, the largest records, each asked for as the first page after a publication: nothing of it is kept, nothing that is read once an edition is read. Medians of ${rounds}.`,
      columns: ['the slowest', 'ms', 'kB of HTML'],
      lines: medians
        .slice(0, told)
        .map(({ path, median, bytes }) => ({ what: path, values: [median, bytes / 1000] })),
      reached: [
        `pages over ${bar} ms, of ${paths.length}: ${slow.length} (at most 0): ${slow.length === 0 ? 'reached' : 'NOT reached'}`,
      ],
    };
  });

export default cold;
