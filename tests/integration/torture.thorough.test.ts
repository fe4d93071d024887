import { afterAll, beforeAll, expect, it } from 'vitest';
import { Chance } from '../../torture/chance';
import { sufferHostile } from '../../torture/hostile';
import { hostileInputs } from '../../torture/hostile-inputs';
import { killAgainAndAgain } from '../../torture/kill';
import { type Link, makeLink } from '../../torture/link';
import { outagesOfLink, sufferOutage } from '../../torture/outage';
import { overload } from '../../torture/overload';
import { drained, stopAmidWork } from '../../torture/shutdown';
import { sufferSlow } from '../../torture/slow';
import { soak } from '../../torture/soak';
import { type Stage, setStage } from '../../torture/stage';
import { freshDatabaseWithFacts } from './database';

// Short versions of `npm run torture`: the same code, for seconds instead of minutes.

let link: Link;
let stage: Stage;

beforeAll(async () => {
  const databaseUrl = await freshDatabaseWithFacts();
  link = await makeLink(databaseUrl);
  stage = await setStage(databaseUrl, { through: link.url, settings: drained });
});
afterAll(async () => {
  await stage.end();
  await link.end();
});

it('loses nothing that it acknowledged, and nothing by half, when it is killed while it writes', async () => {
  const { ledger, amid, broken } = await killAgainAndAgain(stage, 4, new Chance(4));
  expect(broken).toEqual([]);
  expect(amid).toBe(4);
  expect(ledger.acknowledged).toBeGreaterThan(0);
}, 120_000);

it('shows what was seen, keeps what is written, and heals by itself when the database goes away', async () => {
  const pages = ['/', '/en/vendors/baidu', '/charts/models-by-vendor.svg', '/search?q=wxyy'];
  for (const outage of outagesOfLink(link).slice(1)) {
    const { broken } = await sufferOutage(stage, outage, 1, pages);
    expect(broken).toEqual([]);
  }
}, 120_000);

it('refuses what is too much and makes the rest', async () => {
  const { made, refused, broken } = await overload(stage, { seconds: 4, measured: 2, times: 8 });
  expect(broken).toEqual([]);
  expect(made).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
}, 120_000);

it('serves readers beside clients that dawdle, and gets rid of those', async () => {
  const { kinds, pages, broken } = await sufferSlow(stage, 26);
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(20);
  // Who reads nothing is waited for a minute, half a form two.
  expect(kinds.slice(0, 2).map(({ closed }) => closed)).toEqual(kinds.slice(0, 2).map(({ count }) => count));
}, 120_000);

it('answers what is made to be expensive, each once, and readers beside it', async () => {
  const { broken, sent, beside } = await sufferHostile(stage, { seconds: 1, quietly: 1 });
  expect(broken).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(hostileInputs.length);
  expect(beside.live.length).toBeGreaterThan(5);
}, 240_000);

it('holds no more after a while of reading and publishing than before', async () => {
  const { writes, broken } = await soak(stage, 15, new Chance(5), { megabytes: 150 });
  expect(broken).toEqual([]);
  expect(writes).toBeGreaterThan(0);
}, 120_000);

it('finishes what it has begun when it is asked to stop, also an import that nobody waits for', async () => {
  const { broken } = await stopAmidWork(stage);
  expect(broken).toEqual([]);
}, 120_000);
