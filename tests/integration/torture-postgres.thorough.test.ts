import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import clock from '../../torture/clock';
import disk from '../../torture/disk';
import postgres from '../../torture/postgres';

// Short versions of `npm run torture` that need a PostgreSQL of their own.

const silent = () => undefined;

it('loses nothing, and heals, when PostgreSQL or the line to it fails in any way', async () => {
  const { lines, broken } = await postgres({ seed: 6, times: 1 }, silent);
  expect(broken).toEqual([]);
  expect(lines).toHaveLength(7);
}, 240_000);

const mayMount = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0;

it.skipIf(!mayMount)(
  'refuses what a full disk cannot hold, goes on being read, and heals',
  async () => {
    const { lines, broken } = await disk({ seed: 7, times: 1 }, silent);
    expect(broken).toEqual([]);
    const figure = (what: string) => Number(lines.find((line) => line.what.startsWith(what))?.values[0]);
    expect(figure('writes acknowledged')).toBeGreaterThan(0);
    expect(figure('writes not acknowledged')).toBeGreaterThan(0);
  },
  240_000,
);

it('takes every way of writing at whatever time the clock jumps to', async () => {
  const { lines, broken } = await clock({ seed: 8, times: 4 }, silent);
  expect(broken).toEqual([]);
  expect(lines).toHaveLength(5);
}, 240_000);
