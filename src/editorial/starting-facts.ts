import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import type { RecordKind } from '@/domain/records/record';
import type { Problem } from './problem';
import { publish } from './publication';
import type { ProposedRecord } from './validation';

/** The file of each kind of record in `prisma/data/`. */
const files: Record<Exclude<RecordKind, 'exchange-rate'>, string> = {
  source: 'sources.json',
  industry: 'industries.json',
  organization: 'organizations.json',
  layer: 'layers.json',
  platform: 'platforms.json',
  model: 'models.json',
  product: 'products.json',
  placement: 'placements.json',
  coverage: 'coverages.json',
  position: 'positions.json',
  'funding-event': 'funding-events.json',
  indicator: 'indicators.json',
  observation: 'observations.json',
  'people-move': 'people-moves.json',
  thesis: 'theses.json',
};
const ratesFile = 'exchange-rates.csv';

/** Where the rates of `exchange-rates.csv` come from. */
const ratesSource = 'fed-exchange-rates';

/** Something wrong in a data file, told so that whoever edits the file finds the place. */
export interface FileProblem {
  file: string;
  /** Slug of the record, or the line of the file. */
  record: string;
  field: string;
  reason: string;
}

/** What loading did. `kept`: records that an editor has changed since; the files do not overwrite them. */
export type Loading =
  | { outcome: 'loaded'; edition: number; records: number; kept: string[] }
  | { outcome: 'unchanged'; edition: number; records: number; kept: string[] }
  | { outcome: 'refused'; problems: FileProblem[] };

interface FileRecord {
  file: string;
  kind: RecordKind;
  slug: string;
  payload: unknown;
}

function recordsOfJson(file: string, kind: RecordKind, text: string, problems: FileProblem[]): FileRecord[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    problems.push({ file, record: '', field: '', reason: `is not valid JSON: ${(error as Error).message}` });
    return [];
  }
  if (!Array.isArray(content)) {
    problems.push({ file, record: '', field: '', reason: 'must hold a list of records: [ … ]' });
    return [];
  }
  return content.map((payload: unknown, place) => {
    const slug = (payload as { slug?: unknown } | null)?.slug;
    return { file, kind, slug: typeof slug === 'string' ? slug : `(record ${place + 1})`, payload };
  });
}

function recordsOfRates(text: string, problems: FileProblem[]): FileRecord[] {
  const [header, ...lines] = text.split(/\r?\n/);
  if (header !== 'month,currency,per_usd') {
    problems.push({
      file: ratesFile,
      record: 'line 1',
      field: '',
      reason: 'must be: month,currency,per_usd',
    });
    return [];
  }
  return lines.flatMap((line, place): FileRecord[] => {
    if (line.trim() === '') return [];
    const [period = '', currency = '', perUsd = ''] = line.split(',');
    const slug = `${currency.toLowerCase()}-${period}`;
    if (!Number.isFinite(Number.parseFloat(perUsd))) {
      problems.push({
        file: ratesFile,
        record: `line ${place + 2}`,
        field: 'per_usd',
        reason: `"${perUsd}" is no number`,
      });
    }
    return [
      {
        file: ratesFile,
        kind: 'exchange-rate',
        slug,
        payload: { slug, currency, period, perUsd: Number.parseFloat(perUsd), source: ratesSource },
      },
    ];
  });
}

async function readFiles(folder: string): Promise<{ records: FileRecord[]; problems: FileProblem[] }> {
  const problems: FileProblem[] = [];
  const read = async (file: string) => {
    try {
      return await readFile(path.join(folder, file), 'utf8');
    } catch (error) {
      problems.push({
        file,
        record: '',
        field: '',
        reason: `cannot be read (${(error as NodeJS.ErrnoException).code})`,
      });
      return undefined;
    }
  };
  const records: FileRecord[] = [];
  for (const [kind, file] of Object.entries(files)) {
    const text = await read(file);
    if (text !== undefined) records.push(...recordsOfJson(file, kind as RecordKind, text, problems));
  }
  const rates = await read(ratesFile);
  if (rates !== undefined) records.push(...recordsOfRates(rates, problems));
  return { records, problems };
}

interface Standing {
  version: number;
  /** Every change so far came from loading the starting facts. */
  untouched: boolean;
}

async function standingOf(client: PrismaClient): Promise<Map<string, Standing>> {
  const rows = await client.$queryRaw<({ name: string } & Standing)[]>`
    SELECT r.kind || '/' || r.slug AS name, r.version, NOT EXISTS (
      SELECT FROM change c JOIN edition e ON e.number = c.edition
      WHERE c.record_id = r.id AND e.origin <> 'starting-facts') AS untouched
    FROM record r`;
  return new Map(rows.map(({ name, version, untouched }) => [name, { version, untouched }]));
}

function told(problem: Problem, records: readonly FileRecord[]): FileProblem {
  const record = problem.item === null ? undefined : records[problem.item];
  return {
    file: record?.file ?? '',
    record: record?.slug ?? '',
    field: problem.field,
    reason: problem.reason.en,
  };
}

/**
 * Loads the starting facts through the one way in, as one edition. Loading them again changes nothing; a record that
 * an editor has changed since is left as the editor has it. A broken file stops the loading before anything is written.
 */
export async function loadStartingFacts(databaseUrl: string, folder = 'prisma/data'): Promise<Loading> {
  const { records, problems } = await readFiles(folder);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const client = connect(databaseUrl);
  try {
    const standing = await standingOf(client);
    const nameOf = (record: FileRecord) => `${record.kind}/${record.slug}`;
    const edited = (record: FileRecord) => standing.get(nameOf(record))?.untouched === false;
    const loaded = records.filter((record) => !edited(record));
    const kept = records.filter(edited).map(nameOf);
    const result = await publish(client, {
      origin: 'starting-facts',
      note: { zh: '载入起始资料', en: 'Starting facts loaded' },
      records: loaded.map(
        (record): ProposedRecord => ({
          kind: record.kind,
          slug: record.slug,
          baseVersion: standing.get(nameOf(record))?.version ?? 0,
          payload: record.payload,
        }),
      ),
    });
    if (result.outcome === 'refused') {
      return { outcome: 'refused', problems: result.problems.map((problem) => told(problem, loaded)) };
    }
    const outcome = result.outcome === 'published' ? 'loaded' : 'unchanged';
    return { outcome, edition: result.edition, records: loaded.length, kept };
  } finally {
    await client.$disconnect();
  }
}
