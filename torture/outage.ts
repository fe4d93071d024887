import { quantile } from '../bench/result';
import { disagreements } from './agreement';
import { startCluster } from './cluster';
import { type Link, makeLink } from './link';
import { knownPages, newPage, type Probe, probe, seenPage } from './probe';
import { connected, isReady, type Stage, sendForm, setStage } from './stage';
import type { Torment } from './torment';
import { pause, secondsUntil } from './waiting';
import { formOf } from './writers';

/** How the database goes away, and comes back. */
export interface Outage {
  name: string;
  begin: () => Promise<void> | void;
  end: () => Promise<unknown> | unknown;
}

/** What was seen during an outage. Times in milliseconds where they do not say seconds. */
export interface Seen {
  outage: string;
  /** Seconds until the server said that it is not ready. */
  noticed: number | null;
  /** The slowest answer in that time: whoever asked before it was noticed. */
  slowestBefore: number;
  knownPages: number;
  slowestKnown: number;
  p95New: number;
  /** Seconds after the end until it is ready, and until a new page and a form are answered as ever. */
  ready: number | null;
  healed: number | null;
  broken: string[];
}

let asked = 0;
const nextNewPage = (stage: Stage) => `${stage.site}${newPage(++asked)}`;

/** Longest that a server may take to heal, in seconds, before it counts as not healing by itself. */
const longestHealing = 60;

async function isPublished(stage: Stage): Promise<boolean> {
  asked += 1;
  const mark = `healed-${process.pid}-${asked}`;
  const answer = await sendForm(stage, '/api/records', { ...formOf(mark), do: 'publish' });
  await answer.text();
  return /said=published/.test(answer.headers.get('location') ?? '');
}

/** Takes the database away for so many seconds, and looks at everything that should then hold. */
export async function sufferOutage(
  stage: Stage,
  outage: Outage,
  seconds: number,
  pages = knownPages,
): Promise<Seen> {
  const broken: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds && broken.length < 20) broken.push(`${outage.name}: ${what}`);
  };
  // Every process has written once, so that what it needs for that is at hand.
  expect(await isPublished(stage), 'a form was not published before');
  const known: Probe[] = [];
  for (const page of pages) known.push(await seenPage(stage.site + page));
  known.forEach(({ status }, at) => {
    expect(status === 200, `${pages[at]} was answered with ${status} before`);
  });

  await outage.begin();
  const start = performance.now();
  const early = [probe(nextNewPage(stage)), probe(nextNewPage(stage)), probe(`${stage.site}/api/v1/edition`)];
  const caughtWords = `an editor was caught ${asked}`;
  const caught = probe(`${stage.site}/api/records`, {
    method: 'POST',
    headers: { origin: stage.site, cookie: stage.cookie },
    body: new URLSearchParams({ ...formOf('caught'), 'f.name.zh': caughtWords, do: 'publish' }),
  });
  const noticed = await secondsUntil(async () => !(await isReady(stage.site)), 30);
  expect(noticed !== null, 'the server still says that it is ready after 30 s');
  const slowestBefore = Math.max(
    ...(await Promise.all([...early, caught])).map(({ milliseconds }) => milliseconds),
  );
  const form = await caught;
  expect(
    (form.status === 303 && /said=published/.test(form.headers.get('location') ?? '')) ||
      (form.status === 503 && form.text.includes(caughtWords)),
    `a form sent as it went away was answered with ${form.status} and without its words`,
  );
  for (const answer of await Promise.all(early))
    expect([200, 503].includes(answer.status), `asked before it was noticed: ${answer.status}`);

  let slowestKnown = 0;
  const newPages: number[] = [];
  do {
    const shown = await Promise.all(pages.map((page) => probe(stage.site + page)));
    shown.forEach(({ status, text, headers, milliseconds }, at) => {
      const isPage = (headers.get('content-type') ?? '').startsWith('text/html');
      slowestKnown = Math.max(slowestKnown, milliseconds);
      expect(status === 200, `${pages[at]}, seen before, was answered with ${status}`);
      expect(!isPage || /<html[^>]* data-as-of/.test(text), `${pages[at]} is not marked`);
      const edition = /<html[^>]* data-edition="(\d+)"/;
      expect(
        !isPage || edition.exec(text)?.[1] === edition.exec(known[at]?.text ?? '')?.[1],
        `${pages[at]} is not of the edition that it was of`,
      );
    });
    const unseen = await probe(nextNewPage(stage));
    newPages.push(unseen.milliseconds);
    expect(unseen.status === 503, `a page never seen was answered with ${unseen.status}`);
    expect(unseen.headers.get('retry-after') !== null, 'a 503 does not say when to come again');
    const api = await probe(`${stage.site}/api/v1/proposals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    newPages.push(api.milliseconds);
    expect(api.status === 503, `a program that writes was answered with ${api.status}`);
    const words = `what an editor wrote & <meant> ${asked}`;
    const kept = await sendForm(stage, '/api/records', { ...formOf('x'), 'f.name.zh': words, do: 'publish' });
    const page = await kept.text();
    expect(kept.status === 503, `a form was answered with ${kept.status}`);
    expect(
      page.includes(words.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')),
      'a form lost its words',
    );
    await pause(200);
  } while (performance.now() - start < seconds * 1000);

  await outage.end();
  const back = performance.now();
  const ready = await secondsUntil(() => isReady(stage.site), longestHealing);
  expect(ready !== null, `not ready ${longestHealing} s after the database was back`);
  const answered = await secondsUntil(
    async () => (await probe(nextNewPage(stage))).status === 200,
    longestHealing,
  );
  expect(answered !== null, `no new page ${longestHealing} s after the database was back`);
  const published = await secondsUntil(() => isPublished(stage), longestHealing);
  expect(published !== null, `nothing is published ${longestHealing} s after the database was back`);
  const healed = published === null ? null : (performance.now() - back) / 1000;
  for (const page of pages) {
    const { status, text } = await seenPage(stage.site + page);
    expect(status === 200 && !text.includes('data-as-of=""'), `${page} is not shown as ever after it`);
  }
  const db = await connected(stage.databaseUrl);
  broken.push(...(await disagreements(db)));
  await db.end();
  return {
    outage: outage.name,
    noticed,
    slowestBefore,
    knownPages: pages.length,
    slowestKnown,
    p95New: quantile(newPages, 0.95),
    ready,
    healed,
    broken,
  };
}

/** Outages that come of the line between server and database. */
export function outagesOfLink(link: Link): Outage[] {
  return [
    { name: 'the line is cut', begin: link.close, end: link.open },
    { name: 'the line is silent, then goes on', begin: link.silence, end: link.open },
    { name: 'the line is silent, then has forgotten its connections', begin: link.silence, end: link.forget },
  ];
}

const torment: Torment = async ({ minutes = 1 }, say) => {
  const cluster = await startCluster();
  const link = await makeLink(cluster.url);
  try {
    const stage = await setStage(cluster.url, { through: link.url });
    try {
      const outages: Outage[] = [
        { name: 'PostgreSQL stands still (SIGSTOP)', begin: cluster.freeze, end: cluster.thaw },
        { name: 'PostgreSQL is stopped and started', begin: cluster.stop, end: cluster.restart },
        ...outagesOfLink(link),
      ];
      const seen: Seen[] = [];
      for (const outage of outages) {
        seen.push(await sufferOutage(stage, outage, minutes * 60));
        say(`${outage.name}: healed after ${seen.at(-1)?.healed?.toFixed(1)} s`);
      }
      const seconds = (value: number | null) => (value === null ? 'never' : value);
      return {
        title: 'The database goes away',
        how: `For ${minutes * 60} s each: all processes of PostgreSQL stopped with SIGSTOP; PostgreSQL shut down; the line to it cut, silent, and silent with its connections forgotten. Meanwhile ${knownPages.length} pages that were seen before, pages that were not, forms and API writes are asked for again and again by the same server, which is not restarted.`,
        columns: [
          'outage',
          'noticed after s',
          'slowest answer before that, ms',
          'slowest page seen before, ms',
          'refusals p95, ms',
          'ready again after s',
          'all as ever after s',
        ],
        lines: seen.map((each) => ({
          what: each.outage,
          values: [
            seconds(each.noticed),
            each.slowestBefore,
            each.slowestKnown,
            each.p95New,
            seconds(each.ready),
            seconds(each.healed),
          ],
        })),
        broken: seen.flatMap(({ broken }) => broken),
      };
    } finally {
      await stage.end();
    }
  } finally {
    await link.end();
    await cluster.end();
  }
};
export default torment;
