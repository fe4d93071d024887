import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { publish } from '@/editorial/publication';
import { payloadsOf } from '@/editorial/record-payloads';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { freshDatabase } from './database';

type Payload = Record<string, unknown> & { slug: string };
type Files = Partial<Record<string, Payload[]>>;

const name = (slug: string) => ({ zh: slug, en: slug });
const company = (slug: string, rest = {}): Payload => ({
  slug,
  name: name(slug),
  kind: 'startup',
  roles: ['vendor'],
  ...rest,
});
const model = (slug: string, vendor: string): Payload => ({ slug, name: name(slug), vendor });

/** A small installation of an earlier version. */
const older: Files = {
  'sources.json': [{ slug: 'fed-exchange-rates', title: 'Rates', language: 'en' }],
  'organizations.json': ['stays', 'edited', 'edited-alike', 'gone', 'needed', 'retracted'].map((slug) =>
    company(slug),
  ),
  'models.json': [model('one', 'stays'), model('moves', 'gone'), model('falls', 'stays')],
};
const newer: Files = {
  ...older,
  'organizations.json': [
    company('stays', { homepage: 'https://stays.example' }),
    company('edited', { homepage: 'https://files.example' }),
    company('edited-alike', { homepage: 'https://alike.example' }),
    company('retracted', { homepage: 'https://back.example' }),
    company('added'),
  ],
  // `moves` no longer needs `gone`; `falls` is not there any more; the vendor of `of-retracted` was retracted by an editor.
  'models.json': [model('one', 'added'), model('moves', 'added'), model('of-retracted', 'retracted')],
};

let [url, folder]: string[] = [];
let client: PrismaClient;

async function write(files: Files): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'tracker-older-'));
  await cp('prisma/data', made, { recursive: true });
  for (const file of await readdir(made))
    if (file.endsWith('.json')) await writeFile(path.join(made, file), JSON.stringify(files[file] ?? []));
  const rates = await readFile(path.join(made, 'exchange-rates.csv'), 'utf8');
  await writeFile(path.join(made, 'exchange-rates.csv'), rates.split('\n').slice(0, 3).join('\n'));
  return made;
}

async function now(kind: string, slug: string) {
  const found = await client.record.findUnique({ where: { kind_slug: { kind, slug } } });
  if (!found || found.retracted !== null) return null;
  const payloads = await client.$transaction((db) =>
    payloadsOf(db, [{ id: found.id, kind: kind as 'organization' }]),
  );
  return payloads.get(found.id) ?? null;
}

async function edit(kind: string, payload: Payload | null, slug = payload?.slug ?? '') {
  const known = await client.record.findUnique({ where: { kind_slug: { kind, slug } } });
  const result = await publish(client, {
    origin: 'form',
    note: name('edit'),
    records: [{ kind, slug, baseVersion: known?.version ?? 0, payload }],
  });
  expect(result.outcome).toBe('published');
}

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  client = connect(url);
});
afterAll(async () => {
  await client.$disconnect();
  await rm(folder as string, { recursive: true, force: true });
});

it('arrive as one edition; what editors changed stays and is told, what left the files goes unless it is needed', async () => {
  folder = await write(older);
  expect(await loadStartingFacts(url as string, folder)).toMatchObject({
    outcome: 'loaded',
    edition: 1,
    kept: [],
  });
  await edit('organization', company('edited', { homepage: 'https://editor.example' }));
  await edit('organization', company('edited-alike', { homepage: 'https://alike.example' }));
  await edit('organization', null, 'retracted');
  await edit('model', model('of-the-editor', 'needed'));

  await rm(folder, { recursive: true });
  folder = await write(newer);
  const result = await loadStartingFacts(url as string, folder);
  expect(result).toMatchObject({ outcome: 'loaded', edition: 6, retracted: 2 });
  expect(
    'kept' in result && result.kept.map(({ kind, slug, why }) => `${kind}/${slug} ${why}`).sort(),
  ).toEqual([
    'model/of-retracted refers',
    'organization/edited edited',
    'organization/needed needed',
    'organization/retracted edited',
  ]);
  expect(await client.edition.count()).toBe(6);
  expect(await now('organization', 'stays')).toMatchObject({ homepage: 'https://stays.example' });
  expect(await now('organization', 'edited')).toMatchObject({ homepage: 'https://editor.example' });
  expect(await now('model', 'moves')).toMatchObject({ vendor: 'added' });
  expect(await now('model', 'of-the-editor')).toMatchObject({ vendor: 'needed' });
  for (const [kind, slug] of [
    ['organization', 'gone'],
    ['organization', 'retracted'],
    ['model', 'falls'],
    ['model', 'of-retracted'],
  ] as const)
    expect([slug, await now(kind, slug)]).toEqual([slug, null]);

  // The same files once more change nothing, and tell the same.
  const again = await loadStartingFacts(url as string, folder);
  expect(again).toMatchObject({ outcome: 'unchanged', edition: 6, retracted: 0 });
  expect('kept' in again && again.kept.length).toBe(4);
});

it('write nothing where a file is broken', async () => {
  await writeFile(
    path.join(folder as string, 'models.json'),
    JSON.stringify([{ slug: 'one', name: name('one') }]),
  );
  expect(await loadStartingFacts(url as string, folder)).toMatchObject({
    outcome: 'refused',
    problems: [expect.objectContaining({ file: 'models.json', record: 'one', field: 'vendor' })],
  });
  expect(await client.edition.count()).toBe(6);
});
