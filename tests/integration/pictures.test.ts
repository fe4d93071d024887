import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePicturePool } from '@/pictures/pool';
import { bundlePictureWorker } from '../../scripts/bundle-workers';
import {
  differences,
  drawCases,
  type PictureCase,
  publishPictureFacts,
  writeReport,
} from '../pictures/suite';
import { freshDatabase } from './database';

const workerFile = 'node_modules/.cache/ai-landscape/regression-worker.mjs';
let cases: PictureCase[] = [];

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.PICTURE_WORKER = workerFile;
  await bundlePictureWorker(workerFile);
  await publishPictureFacts(url);
  cases = await drawCases();
}, 120_000);

afterAll(closePicturePool);

it('draws every accepted picture as it was accepted', async () => {
  const found = await differences(cases);
  const report = found.length > 0 ? await writeReport(found, 'test-results/pictures') : '';
  const names = found.map(({ name }) => name);
  expect(names, `see ${report}; if they are as you want them: npm run pictures -- accept`).toEqual([]);
});

it('tells a changed, a new and a missing picture, and shows them', async () => {
  const [first, second, ...others] = cases;
  if (!first || !second) throw new Error('no cases');
  const changed = { ...first, svg: first.svg.replace('</svg>', '<circle r="5"/></svg>') };
  const found = await differences([changed, ...others, { name: 'new/one.svg', svg: second.svg }]);
  expect(found.map(({ name, before, now }) => [name, before === null, now === null])).toEqual(
    expect.arrayContaining([
      [first.name, false, false],
      [second.name, false, true],
      ['new/one.svg', true, false],
    ]),
  );
  expect(found).toHaveLength(3);
  const directory = await mkdtemp(path.join(tmpdir(), 'report-'));
  expect(await writeReport(found, directory)).toBe(path.join(directory, 'report.html'));
  await rm(directory, { recursive: true });
});
