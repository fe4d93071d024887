import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkEdition } from './edition-link';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-link-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const linked = async () => path.basename(await realpath(path.join(folder, 'edition')));

it('leads to the newest edition and leaves no earlier one behind', async () => {
  await linkEdition(folder, 9);
  expect(await linked()).toBe('9');
  await linkEdition(folder, 10);
  expect(await linked()).toBe('10');
  expect(await readdir(path.join(folder, 'editions'))).toEqual(['10']);
});

it('is never taken back by a process that is late, and made anew where it was lost', async () => {
  await linkEdition(folder, 10);
  await linkEdition(folder, 9);
  expect(await linked()).toBe('10');
  await rm(path.join(folder, 'editions', '10'), { recursive: true });
  await linkEdition(folder, 10);
  expect(await linked()).toBe('10');
});
