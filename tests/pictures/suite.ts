import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type Answer, answerChart } from '@/charts/engine/answer';
import type { Chart } from '@/charts/engine/definition';
import { type Rendering, taskOf } from '@/charts/engine/draw-answer';
import type { Picture, PictureTask } from '@/charts/engine/picture-task';
import { charts } from '@/charts/registry';
import { connect } from '@/database/client';
import { readFacts } from '@/database/reading';
import { type ProposalDraft, publish } from '@/editorial/publication';
import { runInPictureWorker } from '@/pictures/pool';
import { chartFacts } from '../integration/chart-facts';

/** The pictures that somebody looked at and accepted; one file a case. */
export const acceptedPictures = 'tests/pictures/accepted';
const site = 'https://landscape.example';

/** One picture of the suite: `most-funded/currency-usd.svg`. */
export type PictureCase = { name: string; svg: string };

/** What became of one case. `before` is what was accepted, null where the case is new; `now` null where it is gone. */
export type Difference = { name: string; before: string | null; now: string | null };

/**
 * Puts the facts of the tests into an empty, migrated database, under a fixed date: what a picture shows must not
 * depend on the day on which it is drawn. `superuserUrl`: the same database, for who may go around its triggers.
 */
export async function publishPictureFacts(url: string, superuserUrl = url): Promise<void> {
  const client = connect(url);
  const note = { zh: '图片测试', en: 'picture test' };
  const draft: ProposalDraft = { origin: 'form', note, records: chartFacts };
  const result = await publish(client, draft);
  await client.$disconnect();
  if (result.outcome !== 'published')
    throw new Error(`The facts were not published: ${JSON.stringify(result)}`);
  const direct = new pg.Client({ connectionString: superuserUrl });
  await direct.connect();
  try {
    // The product refuses to rewrite an edition; a test that needs a fixed clock goes around its triggers.
    await direct.query('SET session_replication_role = replica');
    await direct.query(`UPDATE edition SET published = '2024-01-15T00:00:00Z'`);
  } finally {
    await direct.end();
  }
}

/** Every chart in its default state in two renderings, and in each other value of each choice. */
export async function drawCases(): Promise<PictureCase[]> {
  const cases: PictureCase[] = [];
  for (const chart of charts) {
    for (const { name, query, rendering } of statesOf(chart)) {
      const answer = await readFacts((facts) => answerChart(facts, chart, new URLSearchParams(query)));
      if (answer.problems.length > 0)
        throw new Error(`${chart.slug}?${query}: ${JSON.stringify(answer.problems)}`);
      cases.push({ name: `${chart.slug}/${name}.svg`, svg: await draw(answer, rendering) });
    }
  }
  return cases;
}

type State = { name: string; query: string; rendering: Rendering };

function statesOf(chart: Chart): State[] {
  const plain = { lang: 'zh', theme: 'light', width: 960, height: null, scale: null } as const;
  const choices = Object.entries(chart.parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'choice'
      ? parameter.options
          .filter(({ value }) => value !== parameter.default)
          .slice(0, 2)
          .map(({ value }) => ({
            name: `${name}-${value}`,
            query: `${name}=${value}`,
            rendering: { ...plain, width: 640 },
          }))
      : [],
  );
  return [
    { name: 'default', query: '', rendering: plain },
    {
      name: 'default-en-dark-narrow',
      query: '',
      rendering: { ...plain, lang: 'en', theme: 'dark', width: 380 },
    },
    { name: 'default-card', query: '', rendering: { ...plain, lang: 'en', width: 1200, height: 630 } },
    ...choices.slice(0, 4),
  ];
}

/** One element a line, so that a change shows as a small difference of the file. */
async function draw(answer: Answer, rendering: Rendering): Promise<string> {
  const { svg } = await runInPictureWorker<PictureTask, Picture>(taskOf(answer, rendering, site));
  return `${svg.replaceAll('><', '>\n<')}\n`;
}

/** Compares the cases with what was accepted. */
export async function differences(cases: readonly PictureCase[]): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const { name, svg } of cases) {
    const file = path.join(acceptedPictures, name);
    const before = existsSync(file) ? await readFile(file, 'utf8') : null;
    if (before !== svg) found.push({ name, before, now: svg });
  }
  const names = new Set(cases.map(({ name }) => name));
  const accepted = existsSync(acceptedPictures) ? await readdir(acceptedPictures, { recursive: true }) : [];
  for (const entry of accepted) {
    const name = entry.replaceAll(path.sep, '/');
    if (!name.endsWith('.svg') || names.has(name)) continue;
    found.push({ name, before: await readFile(path.join(acceptedPictures, name), 'utf8'), now: null });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Makes what was drawn now the accepted pictures. */
export async function accept(found: readonly Difference[]): Promise<void> {
  for (const { name, now } of found) {
    const file = path.join(acceptedPictures, name);
    await mkdir(path.dirname(file), { recursive: true });
    if (now === null) await rm(file);
    else await writeFile(file, now);
  }
}

/** Writes a page with before, now, and both laid over each other: what is equal is black. Returns its path. */
export async function writeReport(found: readonly Difference[], directory: string): Promise<string> {
  const file = path.resolve(directory, 'report.html');
  await mkdir(directory, { recursive: true });
  const picture = (svg: string | null, label: string) =>
    `<figure><figcaption>${label}</figcaption>${svg === null ? '—' : image(svg)}</figure>`;
  const parts = found.map(
    ({ name, before, now }) =>
      `<section><h2>${name}</h2><div class="row">${picture(before, 'accepted')}${picture(now, 'now')}${
        before === null || now === null
          ? ''
          : `<figure><figcaption>difference</figcaption><div class="over">${image(before)}${image(now)}</div></figure>`
      }</div></section>`,
  );
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><title>Pictures that differ</title><style>body{font:14px sans-serif;margin:1rem;background:#888}.row{display:flex;gap:1rem;overflow:auto}figure{margin:0;flex:none}.over{position:relative;background:#000}.over img+img{position:absolute;inset:0;mix-blend-mode:difference}</style><h1>${found.length} pictures differ</h1>${parts.join('')}`,
  );
  return file;
}

function image(svg: string): string {
  return `<img alt="" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;
}
