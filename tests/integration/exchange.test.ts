import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { freePort } from '@/database/free-port';
import type { PrismaClient } from '@/database/generated/client';
import { publish } from '@/editorial/publication';
import { backup } from '@/exchange/backup/backup';
import { restore } from '@/exchange/backup/restore';
import { importFile } from '@/exchange/import/import-file';
import { type Serving, startServing } from '../../scripts/serving';
import { freshDatabase, freshDatabaseWithFacts } from './database';

interface Site {
  url: string;
  databaseUrl: string;
  serving: Serving;
}

async function startSite(databaseUrl: string): Promise<Site> {
  const port = await freePort();
  // Both sites have the same public address, so that nothing but the facts can differ.
  const serving = await startServing(port, databaseUrl, 'production', { PUBLIC_URL: 'https://site.example' });
  return { url: `http://localhost:${port}`, databaseUrl, serving };
}

let site: Site;
let client: PrismaClient;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-exchange-'));
  site = await startSite(await freshDatabaseWithFacts());
  client = connect(site.databaseUrl);
});
afterAll(async () => {
  await client.$disconnect();
  await site.serving.stop();
  await rm(folder, { recursive: true, force: true });
});

async function file(from: Site, name: string): Promise<Uint8Array> {
  const answer = await fetch(`${from.url}/data/${name}`);
  expect([name, answer.status]).toEqual([name, 200]);
  return new Uint8Array(await answer.arrayBuffer());
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const utf8 = new TextDecoder();

interface Descriptor {
  version: string;
  created: string;
  licenses: unknown[];
  resources: { name: string; path: string; bytes: number; hash: string }[];
}

function unpacked(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const descriptor = JSON.parse(utf8.decode(files['datapackage.json'])) as Descriptor;
  return { files, descriptor };
}

describe('an export', () => {
  it('is a package whose checksums hold, and the same bytes a second time', async () => {
    const first = await file(site, 'datapackage.zip');
    expect(hashOf(await file(site, 'datapackage.zip'))).toBe(hashOf(first));
    const { files, descriptor } = unpacked(first);
    expect(descriptor.version).toBe('1');
    expect(descriptor.licenses).toHaveLength(1);
    for (const resource of descriptor.resources) {
      const content = files[resource.path] ?? new Uint8Array();
      expect([resource.path, content.length, `sha256:${hashOf(content)}`]).toEqual([
        resource.path,
        resource.bytes,
        resource.hash,
      ]);
    }
  });

  it('makes an empty site hold the same facts: its exports are the same bytes', async () => {
    const copy = await freshDatabase();
    const other = connect(copy);
    const bytes = await file(site, 'datapackage.zip');
    const { publication, imported } = await importFile(
      other,
      bytes,
      { file: 'datapackage.zip' },
      { head: { origin: 'import', note: { zh: '导入', en: 'import' } } },
    );
    expect(publication?.outcome).toBe('published');
    expect(imported.counts).toMatchObject({ refused: 0, duplicate: 0, changed: 0, same: 0 });
    await other.$disconnect();
    const second = await startSite(copy);
    try {
      for (const name of [
        'all.json',
        'all.ndjson',
        'all.parquet',
        'all.csv.zip',
        'model.xlsx',
        'citations.csv',
      ])
        expect([name, hashOf(await file(second, name))]).toEqual([name, hashOf(await file(site, name))]);
      const [mine, theirs] = [unpacked(bytes), unpacked(await file(second, 'datapackage.zip'))];
      expect({ ...theirs.descriptor, created: '' }).toEqual({ ...mine.descriptor, created: '' });
    } finally {
      await second.serving.stop();
    }
  }, 120_000);

  it('is read by DuckDB, by another reader of Parquet, and by a spreadsheet library, with the same rows', async () => {
    const parquet = await file(site, 'model.parquet');
    const named = path.join(folder, 'model.parquet');
    await writeFile(named, parquet);
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const counted = await duck.runAndReadAll(
      `SELECT count(*)::int AS models, count(DISTINCT slug)::int AS slugs, max(parameters)::double AS largest FROM '${named}'`,
    );
    const expected = await client.model.aggregate({ _count: true, _max: { parameters: true } });
    expect(counted.getRowObjects()).toEqual([
      { models: expected._count, slugs: expected._count, largest: Number(expected._max.parameters) },
    ]);
    const buffer = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.byteLength);
    const objects = await parquetReadObjects({ file: buffer as ArrayBuffer });
    const [sheet] = await readSheets(Buffer.from(await file(site, 'model.xlsx')));
    const rows = (sheet as { data: unknown[][] }).data;
    const slugAt = rows[0]?.indexOf('slug') ?? -1;
    expect(objects.map(({ slug }) => slug)).toEqual(rows.slice(1).map((row) => row[slugAt]));
  });

  it('holds what a filter leaves, and refuses a filter that it does not understand', async () => {
    const filtered = JSON.parse(utf8.decode(await file(site, 'model.json?tier=general'))) as {
      records: { record: { tier: string } }[];
    };
    expect(new Set(filtered.records.map(({ record }) => record.tier))).toEqual(new Set(['general']));
    for (const query of ['tier=nonsense', 'colour=red'])
      expect((await fetch(`${site.url}/data/model.csv?${query}`)).status).toBe(400);
    expect((await fetch(`${site.url}/data/industry.csv?tier=general`)).status).toBe(400);
    expect((await fetch(`${site.url}/data/nothing.csv`)).status).toBe(404);
  });

  it('is told unchanged by its tag, and never runs as a formula', async () => {
    const first = await fetch(`${site.url}/data/organization.csv`);
    const tag = first.headers.get('etag') ?? '';
    await first.text();
    const again = () => fetch(`${site.url}/data/organization.csv`, { headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    const name = { zh: '=HYPERLINK("http://x")', en: '=1+1' };
    await publish(client, {
      origin: 'form',
      note: { zh: '试', en: 'try' },
      records: [
        {
          kind: 'organization',
          slug: 'formula-name',
          baseVersion: 0,
          payload: {
            slug: 'formula-name',
            name,
            kind: 'startup',
            roles: ['vendor'],
            citations: [{ source: 'article', kind: 'claimed' }],
          },
        },
      ],
    });
    const csv = await again();
    expect(csv.status).toBe(200);
    const text = await csv.text();
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(?:^|,)"?=/m);
  });
});

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

describe('a backup', () => {
  it('restores everything into an empty database: facts, log, accounts; a backup of that is the same', async () => {
    const account = {
      name: 'Somebody',
      email: 'somebody@example.org',
      password: 'correct horse battery',
      role: 'admin',
    };
    await createAccount(client, account);
    const whole = await bytesOf(backup(site.databaseUrl));
    const empty = await freshDatabase();
    const half = whole.subarray(0, Math.floor(whole.length / 2));
    await expect(restore(empty, Readable.from([half]))).rejects.toThrow(/cut off|cannot be restored/);
    await expect(restore(empty, Readable.from([Buffer.from('DROP TABLE record;\n')]))).rejects.toThrow(
      /no backup/,
    );
    const restored = connect(empty);
    expect([await restored.edition.count(), await restored.record.count()]).toEqual([0, 0]);
    const { edition } = await restore(empty, Readable.from([whole]));
    expect(await restored.edition.count()).toBe(edition);
    expect(hashOf(await bytesOf(backup(empty)))).toBe(hashOf(whole));
    // The log goes on where it was: a publication there is logged, and its ids do not collide.
    const published = await publish(restored, {
      origin: 'form',
      note: { zh: '试', en: 'try' },
      records: [
        {
          kind: 'industry',
          slug: 'after-restore',
          baseVersion: 0,
          payload: {
            slug: 'after-restore',
            name: { zh: '之后', en: 'After' },
            citations: [{ source: 'article', kind: 'claimed' }],
          },
        },
      ],
    });
    expect(published).toMatchObject({ outcome: 'published', edition: edition + 1 });
    expect(await restored.change.count({ where: { edition: edition + 1 } })).toBeGreaterThan(0);
    await restored.$disconnect();
    await expect(restore(empty, Readable.from([whole]))).rejects.toThrow(/not empty/);
  }, 60_000);
});
