import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { findDatasetFile, wholeFileNames } from '@/exchange/export/dataset-file';
import { datasetTables } from '@/exchange/export/dataset-table';
import { importFile } from '@/exchange/import/import-file';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { recordKinds } from '@/records/record';
import { freshDatabase } from './database';

let client: PrismaClient;
let edition = 0;

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  await loadStartingFacts(url);
  client = connect(url);
  edition = (await client.edition.findFirstOrThrow({ orderBy: { number: 'desc' } })).number;
}, 120_000);

afterAll(() => client.$disconnect());

async function bytesOf(name: string): Promise<Uint8Array> {
  const file = findDatasetFile(name);
  if (!file) throw new Error(`there is no ${name}`);
  const parts: Uint8Array[] = [];
  for await (const part of file.bytes(
    { edition, published: null, site: 'https://site.example', sources: [] },
    null,
  ))
    parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

const names = [
  ...datasetTables.flatMap(({ name, part }) => [
    `${name}.csv`,
    `${name}.xlsx`,
    ...(part === null ? [`${name}.json`, `${name}.ndjson`] : []),
  ]),
  ...wholeFileNames.filter((name) => !/\.(?:csv|xlsx)\.zip$|parquet$/.test(name)),
];

describe('an export of ours', () => {
  it('has tables of every kind', () => {
    expect(new Set(datasetTables.flatMap(({ kinds }) => kinds))).toEqual(new Set(recordKinds));
  });

  it.each(names)(
    '%s says the same of every row',
    async (name) => {
      const { imported } = await importFile(client, await bytesOf(name), { file: name }, { head: null });
      const { same, ...others } = imported.counts;
      const wrong = imported.rows.find(({ outcome }) => outcome !== 'same');
      expect([others, wrong?.changes, wrong?.problems, imported.question]).toEqual([
        { new: 0, changed: 0, duplicate: 0, refused: 0 },
        undefined,
        undefined,
        null,
      ]);
      expect(imported.kind).toBe('dataset');
      expect(same).toBe(imported.rows.length);
      const kind = recordKinds.find((each) => name.startsWith(`${each}.`));
      if (kind) expect(same).toBe(await client.record.count({ where: { kind, retracted: null } }));
    },
    60_000,
  );

  it('of which one cell was changed says that of its row alone, whatever is written there', async () => {
    const [head = [], ...lines] = parse(Buffer.from(await bytesOf('organization.csv'))) as string[][];
    const at = head.indexOf('homepage');
    const csvOf = (rows: string[][]) =>
      rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    const edit = fc.record({
      line: fc.nat(lines.length - 1),
      homepage: fc.webUrl({ validSchemes: ['https'] }),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ line, homepage }) => {
        const before = lines[line]?.[at];
        const changed = csvOf([
          head,
          ...lines.map((cells, index) =>
            index === line ? cells.map((cell, column) => (column === at ? homepage : cell)) : cells,
          ),
        ]);
        const { imported } = await importFile(
          client,
          new TextEncoder().encode(changed),
          { file: 'organization.csv' },
          { head: null },
        );
        const { counts, rows } = imported;
        expect(counts.same).toBe(lines.length - 1);
        const own = rows.find(({ outcome }) => outcome !== 'same');
        if (own?.outcome === 'changed')
          expect(own.changes).toEqual([{ field: 'homepage', before: before || null, after: homepage }]);
        else expect(own?.outcome).toBe('refused');
      }),
      { numRuns: 12, seed: 3 },
    );
  }, 120_000);

  it('as an archive of tables, or as Parquet, is refused in a sentence that says what to take', async () => {
    for (const name of ['all.csv.zip', 'all.parquet'])
      await expect(importFile(client, await bytesOf(name), { file: name }, { head: null })).rejects.toThrow(
        UnreadableTable,
      );
  });
});
