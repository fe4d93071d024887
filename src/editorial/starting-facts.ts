import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import type { Payload } from '@/database/record-rows';
import { fieldChanges } from '@/domain/field-changes';
import { type RecordKind, recordSchemas } from '@/records/record';
import type { Problem } from './problem';
import { publish } from './publication';
import { payloadsOf } from './record-payloads';
import { referencesTo } from './references';
import { nameOf } from './standing';
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

/** A record of an installation that stays as it is although the files say otherwise, and why. */
export interface KeptRecord {
  kind: RecordKind;
  slug: string;
  /**
   * `edited`: an editor changed it, and it differs from what the files say. `refers`: what the files say of it does not fit what editors
   * changed. `needed`: the files no longer hold it, but a record of an editor refers to it.
   */
  why: 'edited' | 'refers' | 'needed';
}

/** What loading did. `kept`: what stays as it is although the files say otherwise. */
export type Loading =
  | { outcome: 'loaded'; edition: number; records: number; retracted: number; kept: KeptRecord[] }
  | { outcome: 'unchanged'; edition: number; records: number; retracted: number; kept: KeptRecord[] }
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
  id: number;
  kind: RecordKind;
  slug: string;
  version: number;
  retracted: boolean;
  /** Every change so far came from loading the starting facts. */
  untouched: boolean;
}

async function standingOf(client: PrismaClient): Promise<Map<string, Standing>> {
  const rows = await client.$queryRaw<Standing[]>`
    SELECT r.id, r.kind, r.slug, r.version, r.retracted IS NOT NULL AS retracted, NOT EXISTS (
      SELECT FROM change c JOIN edition e ON e.number = c.edition
      WHERE c.record_id = r.id AND e.origin <> 'starting-facts') AS untouched
    FROM record r ORDER BY r.id`;
  return new Map(rows.map((row) => [nameOf(row.kind, row.slug), row]));
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

/** Records that editors changed, and that differ from what the files say of them. */
async function editedOtherwise(
  client: PrismaClient,
  edited: readonly { record: FileRecord; standing: Standing }[],
): Promise<KeptRecord[]> {
  const there = edited.filter(({ standing }) => !standing.retracted).map(({ standing }) => standing);
  const payloads = await client.$transaction((db) => payloadsOf(db, there), { timeout: 60_000 });
  return edited.flatMap(({ record: { kind, slug, payload }, standing }): KeptRecord[] => {
    const now = standing.retracted ? null : (payloads.get(standing.id) ?? null);
    const read = recordSchemas[kind].safeParse(payload);
    const same = now !== null && read.success && fieldChanges(now, read.data as Payload).length === 0;
    return same ? [] : [{ kind, slug, why: 'edited' }];
  });
}

/**
 * Records that came with earlier files, that nobody edited and that the files no longer hold: those that can go, and those
 * that a record which stays refers to.
 */
async function goneFrom(
  client: PrismaClient,
  standing: ReadonlyMap<string, Standing>,
  inFiles: ReadonlySet<string>,
  written: ReadonlySet<string>,
): Promise<{ gone: Standing[]; needed: Standing[] }> {
  const left = [...standing.values()].filter(
    ({ kind, slug, untouched, retracted }) => untouched && !retracted && !inFiles.has(nameOf(kind, slug)),
  );
  const references = await referencesTo(
    client,
    left.map(({ id }) => id),
  );
  const names = new Map([...standing.values()].map(({ id, kind, slug }) => [id, nameOf(kind, slug)]));
  const going = new Map(left.map((each) => [each.id, each]));
  const needed: Standing[] = [];
  // What one that stays refers to stays too, and what that one refers to.
  for (let more = true; more; ) {
    more = false;
    for (const { target, owner } of references) {
      const each = going.get(target);
      // What is written anew refers to what the files hold.
      if (!each || going.has(owner) || written.has(names.get(owner) ?? '')) continue;
      going.delete(target);
      needed.push(each);
      more = true;
    }
  }
  return { gone: [...going.values()], needed };
}

const notes = {
  first: { zh: '载入起始资料', en: 'Starting facts loaded' },
  newer: { zh: '载入新版起始资料', en: 'Newer starting facts loaded' },
};

/**
 * Loads the starting facts through the one way in, as one edition. Loading them again changes nothing; a record that
 * an editor has changed since is left as the editor has it, and one that the files no longer hold is retracted if nobody
 * edited it and nothing that stays refers to it. A broken file stops the loading before anything is written.
 */
export async function loadStartingFacts(databaseUrl: string, folder = 'prisma/data'): Promise<Loading> {
  const { records, problems } = await readFiles(folder);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const client = connect(databaseUrl);
  try {
    const standing = await standingOf(client);
    const of = ({ kind, slug }: FileRecord) => standing.get(nameOf(kind, slug));
    const edited = records.flatMap((record) => {
      const known = of(record);
      return known?.untouched === false ? [{ record, standing: known }] : [];
    });
    const kept = await editedOtherwise(client, edited);
    let loaded = records.filter((record) => of(record)?.untouched !== false);
    const inFiles = new Set(records.map(({ kind, slug }) => nameOf(kind, slug)));
    for (;;) {
      const written = new Set(loaded.map(({ kind, slug }) => nameOf(kind, slug)));
      const { gone, needed } = await goneFrom(client, standing, inFiles, written);
      const result = await publish(client, {
        origin: 'starting-facts',
        note: standing.size === 0 ? notes.first : notes.newer,
        records: [
          ...loaded.map(
            (record): ProposedRecord => ({
              kind: record.kind,
              slug: record.slug,
              baseVersion: of(record)?.version ?? 0,
              payload: record.payload,
            }),
          ),
          ...gone.map(({ kind, slug, version }) => ({ kind, slug, baseVersion: version, payload: null })),
        ],
      });
      if (result.outcome !== 'refused') {
        const outcome = result.outcome === 'published' ? 'loaded' : 'unchanged';
        kept.push(...needed.map(({ kind, slug }): KeptRecord => ({ kind, slug, why: 'needed' })));
        return { outcome, edition: result.edition, records: loaded.length, retracted: gone.length, kept };
      }
      // What does not fit what editors changed is left as it is; in files that are broken by themselves it stops the loading.
      const unfit = new Set(
        result.problems.flatMap(({ item, cause }) =>
          item !== null && isMisfit(cause, edited.length) ? [item] : [],
        ),
      );
      if (unfit.size === 0 || result.problems.some(({ cause }) => !isMisfit(cause, edited.length)))
        return { outcome: 'refused', problems: result.problems.map((problem) => told(problem, loaded)) };
      kept.push(
        ...loaded.flatMap(({ kind, slug }, at): KeptRecord[] =>
          unfit.has(at) ? [{ kind, slug, why: 'refers' }] : [],
        ),
      );
      loaded = loaded.filter((_, at) => !unfit.has(at));
    }
  } finally {
    await client.$disconnect();
  }
}

/** Can a problem come from what editors changed, rather than from the files? */
function isMisfit(cause: Problem['cause'], edited: number): boolean {
  return edited > 0 && cause === 'unknown-reference';
}
