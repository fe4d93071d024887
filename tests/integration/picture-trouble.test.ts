import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '@/database/free-port';
import { type Serving, startServing } from '../../scripts/serving';
import { freshDatabaseWithFacts } from './database';

let folder: string;
let fails: string;
let site: string;
let serving: Serving;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-pictures-'));
  fails = path.join(folder, 'fails');
  const port = await freePort();
  site = `http://localhost:${port}`;
  serving = await startServing(port, await freshDatabaseWithFacts(), 'production', {
    PICTURE_WORKER: path.resolve('tests/integration/programs/faulty-picture-worker.mjs'),
    PICTURES_FAIL: fails,
  });
});
afterAll(async () => {
  await serving.stop();
  await rm(folder, { recursive: true, force: true });
});

/** An answer that was read to its end: a server that is asked to stop waits for who still reads. */
async function asked(address: string): Promise<Response> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer;
}

it('keeps a page with its table where the picture cannot be drawn, and keeps neither of them', async () => {
  await writeFile(fails, '');
  const page = await fetch(`${site}/charts/rounds`);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('<table');
  expect(html).not.toContain('class="chart-size"');
  const picture = await fetch(`${site}/charts/rounds.png`);
  expect(picture.status).toBe(500);
  expect(picture.headers.get('cache-control')).toBe('no-store');
  expect(await picture.json()).toEqual({ error: { reason: 'The picture could not be drawn.' } });

  await rm(fails);
  expect(await (await fetch(`${site}/charts/rounds`)).text()).toContain('class="chart-size"');
  expect((await asked(`${site}/charts/rounds.png`)).status).toBe(200);
});

it('refuses what the queue cannot hold, at once, and goes on serving', async () => {
  await (await fetch(`${site}/charts/rounds`)).text();
  const flood = Array.from({ length: 200 }, (_, at) =>
    asked(`${site}/charts/investors.png?width=${400 + at}`),
  );
  const page = await asked(`${site}/charts/rounds`);
  expect(page.status).toBe(200);
  const answers = await Promise.all(flood);
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(50);
  expect(refused.every(({ headers }) => headers.get('retry-after') === '2')).toBe(true);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(64);
  expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
  // What was refused is there for who comes again.
  const again = refused[0]?.url ?? '';
  expect((await asked(again)).status).toBe(200);
});
