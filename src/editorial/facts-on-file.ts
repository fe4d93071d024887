import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PrismaClient } from '@/database/generated/client';
import type { KeptRecord } from './starting-facts';

const name = 'starting-facts';

/** What is remembered of the files that were loaded last. */
export interface FactsOnFile {
  /** Of the files, so that the same ones are not compared at every start. */
  digest: string;
  /** Records that stayed as they were although the files say otherwise. */
  kept: KeptRecord[];
}

/** Tells whether the files are still the same. */
export async function digestOfFiles(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).sort()) {
    hash.update(`${file}\n`);
    hash.update(await readFile(path.join(folder, file)));
  }
  return hash.digest('hex');
}

export async function factsOnFile(client: PrismaClient): Promise<FactsOnFile | null> {
  const found = await client.setting.findUnique({ where: { name } });
  return found === null ? null : (JSON.parse(found.value) as FactsOnFile);
}

export async function rememberFactsOnFile(client: PrismaClient, facts: FactsOnFile): Promise<void> {
  const value = JSON.stringify(facts);
  await client.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}
