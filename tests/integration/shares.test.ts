import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerChart } from '@/charts/engine/answer';
import { tableOf } from '@/charts/engine/answer-table';
import { parametersOf } from '@/charts/engine/arrange';
import { changesSince } from '@/charts/engine/changes-since';
import { type Snapshot, snapshotOf } from '@/charts/engine/snapshot';
import { charts } from '@/charts/registry';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { editionAsKnown } from '@/database/queries/edition-as-known';
import { type Facts, readFacts } from '@/database/reading';
import { codeForm, findShare, findShareFor, keepShare, newCode } from '@/database/shares';
import { publish } from '@/editorial/publication';
import { writeState } from '@/linking/state';
import { closePicturePool } from '@/pictures/pool';
import { bundlePictureWorker } from '../../scripts/bundle-workers';
import { chartFacts } from './chart-facts';
import { freshDatabase } from './database';

const workerFile = 'node_modules/.cache/ai-landscape/share-worker.mjs';
let client: PrismaClient;

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.PICTURE_WORKER = workerFile;
  await bundlePictureWorker(workerFile);
  client = connect(url);
  const note = { zh: '图表测试', en: 'chart test' };
  expect(await publish(client, { origin: 'form', note, records: chartFacts })).toMatchObject({
    outcome: 'published',
  });
});
afterAll(async () => {
  await closePicturePool();
  await client.$disconnect();
});

const chart = charts.find(({ slug }) => slug === 'models-by-vendor');
if (!chart) throw new Error('no chart');
const ask = (query: string, edition?: number) =>
  readFacts((facts: Facts) => answerChart(facts, chart, new URLSearchParams(query)), edition);

describe('short links', () => {
  it('have one code for one address, also when two ask at once', async () => {
    const live = { path: '/charts/rounds', state: 'top=5', edition: null, snapshot: null };
    const codes = await Promise.all([1, 2, 3].map(() => keepShare({ ...live, code: newCode() })));
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toMatch(codeForm);
    expect(await findShare(codes[0] as string)).toMatchObject({ path: '/charts/rounds', snapshot: null });
    expect(await keepShare({ ...live, state: 'top=6', code: newCode() })).not.toBe(codes[0]);
  });

  it('are not found by what is no code', async () => {
    for (const code of ['', 'x', "' OR 1=1", 'AAAAAAAA', 'bcdfghj\u0000'])
      expect(await findShare(code)).toBeNull();
  });
});

describe('a pinned link', () => {
  it('keeps what it showed through later editions, and tells which figures changed', async () => {
    const before = await ask('');
    const full = writeState(parametersOf(chart), before.state, true);
    const code = newCode();
    const made = await snapshotOf(before, full, (lang) => `https://landscape.example/${lang}/s/${code}`);
    const path = '/charts/models-by-vendor';
    await keepShare({ code, path, state: full, edition: before.edition, snapshot: made });

    const [vendor] = before.data.rows as { vendor: string; total: number }[];
    if (!vendor) throw new Error('no row');
    const published = await publish(client, {
      origin: 'form',
      note: { zh: '新模型', en: 'a new model' },
      records: [
        {
          kind: 'model',
          slug: 'brand-new',
          baseVersion: 0,
          payload: {
            slug: 'brand-new',
            name: { zh: '崭新', en: 'Brand New' },
            vendor: vendor.vendor,
            tier: 'general',
            citations: [{ source: 'report', kind: 'claimed' }],
          },
        },
      ],
    });
    expect(published).toMatchObject({ outcome: 'published', edition: before.edition + 1 });

    const share = await findShareFor(path, full, before.edition);
    const snapshot = share?.snapshot as Snapshot;
    expect(snapshot).toEqual(JSON.parse(JSON.stringify(made)));
    for (const lang of ['zh', 'en'] as const) {
      expect(snapshot.shown[lang].light).toContain(`/${lang}/s/${code}`);
      expect(snapshot.shown[lang].pictures).toHaveLength(3);
      const now = tableOf(await ask(snapshot.query), lang);
      const changes = changesSince(snapshot.shown[lang].table, now, lang);
      expect(changes.length).toBeGreaterThan(0);
      expect(changes).toContainEqual(
        expect.objectContaining({ before: String(vendor.total), now: String(vendor.total + 1) }),
      );
      // As known on that edition, the log gives the same figures back.
      const then = tableOf(await ask(snapshot.query, before.edition), lang);
      expect(changesSince(snapshot.shown[lang].table, then, lang)).toEqual([]);
    }
  });
});

describe('as known on', () => {
  it('finds the edition of a number, and of a day to its end in China', async () => {
    const [first] = await client.edition.findMany({ orderBy: { number: 'asc' }, take: 1 });
    expect(await editionAsKnown({ kind: 'edition', edition: 1 })).toMatchObject({ found: true, edition: 1 });
    const day = new Date((first?.published.getTime() ?? 0) + 8 * 3600_000).toISOString().slice(0, 10);
    const newest = await client.edition.count();
    expect(await editionAsKnown({ kind: 'day', day })).toMatchObject({ found: true, edition: newest });
  });

  it('says what there is where there is none', async () => {
    expect(await editionAsKnown({ kind: 'edition', edition: 999 })).toMatchObject({ found: false });
    expect(await editionAsKnown({ kind: 'day', day: '2001-01-01' })).toMatchObject({
      found: false,
      first: { edition: 1 },
    });
    expect(await editionAsKnown({ kind: 'day', day: '2999-01-01' })).toMatchObject({ found: false });
  });
});
