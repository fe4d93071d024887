import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { freshDatabase } from './database';

let client: PrismaClient;
beforeAll(async () => {
  client = connect(await freshDatabase());
});
afterAll(() => client?.$disconnect());

it('an earlier edition has the columns of today in every fact table, whoever wrote the migration', async () => {
  const unlike = await client.$queryRaw<{ table: string }[]>`
    SELECT watched.relname AS table FROM pg_class watched JOIN pg_trigger t ON t.tgrelid = watched.oid AND t.tgname = 'log'
    WHERE watched.relnamespace = 'public'::regnamespace AND
      ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = watched.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum)
      IS DISTINCT FROM ARRAY(SELECT attname FROM pg_attribute
        WHERE attrelid = to_regclass(format('asof.%I', watched.relname)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum)`;
  expect(unlike).toEqual([]);
});

it('the comment of schema asof names the newest migration', async () => {
  const newest = (await readdir('prisma/migrations'))
    .filter((name) => /^\d/.test(name))
    .sort()
    .at(-1);
  const [row] = await client.$queryRaw<{ said: string }[]>`
    SELECT obj_description('asof'::regnamespace, 'pg_namespace') AS said`;
  expect(row?.said).toBe(newest);
});
