import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NginxEdition } from './nginx-edition';

let folder: string;
let problems: Error[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-nginx-'));
  problems = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const teller = () => new NginxEdition(folder, (error) => problems.push(error));
const written = () => readFile(path.join(folder, 'edition.conf'), 'utf8');

it('writes the newest edition, and is never taken back by a process that is late', async () => {
  const [one, other] = [teller(), teller()];
  for (const edition of [9, 10, 11]) one.tell(edition);
  await one.told();
  expect(await written()).toBe('set $edition 11;\n');
  other.tell(10);
  await other.told();
  expect(await written()).toBe('set $edition 11;\n');
  expect(problems).toEqual([]);
});

it('has nginx read it, and says where it may not or cannot', async () => {
  const nginx = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await writeFile(path.join(folder, 'nginx.pid'), `${nginx.pid}\n`);
  const ended = once(nginx, 'exit');
  const told = teller();
  told.tell(12);
  // A program that does not know what to do with the signal ends by it.
  expect(await ended).toEqual([null, 'SIGHUP']);
  told.tell(13);
  await told.told();
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('ESRCH')]);
  expect(await written()).toBe('set $edition 13;\n');
});
