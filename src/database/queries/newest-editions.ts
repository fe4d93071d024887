import type { Bilingual } from '@/domain/bilingual';
import { LimitedCache } from '@/domain/limited-cache';
import { remember } from '@/domain/remember';
import { setting } from '@/domain/settings';
import type { RecordKind } from '@/records/record';
import { type Facts, firstRehearsal } from '../reading';

/** How an edition came about; `outside`: written to the database without the app. */
export type EditionOrigin = 'starting-facts' | 'form' | 'news' | 'import' | 'api' | 'undo' | 'outside';

/** A record that an edition changed. */
export interface ChangedRecord {
  kind: RecordKind;
  slug: string;
  /** Its name; null for kinds without one. */
  name: Bilingual | null;
}

/** One publication and what it changed. */
export interface EditionInBrief {
  number: number;
  published: Date;
  origin: EditionOrigin;
  note: Bilingual;
  /** Number of records changed. */
  records: number;
  /** The same by kind, the most first. */
  byKind: { kind: RecordKind; count: number }[];
  /** The records themselves where they are few (`named`), else empty. */
  changed: ChangedRecord[];
}

/** Editions that change no more records than this tell which. */
const named = 3;

/** What an edition changed; that never changes again. */
interface Touched extends Pick<EditionInBrief, 'records' | 'byKind'> {
  /** The ids of the records where they are few. */
  ids: number[];
}

const touched = () => remember('editions', () => new LimitedCache<Touched>(200, () => 1));

/** Counts the records that an edition changed; of a large import there are many, so it is done once a process. */
function touchedBy(facts: Facts, edition: number): Promise<Touched> {
  // What a rehearsal sees is nobody else's.
  if (facts.edition >= firstRehearsal) return countTouched(facts, edition);
  return touched().get(`${setting('DATABASE_URL') ?? ''} ${edition}`, () => countTouched(facts, edition));
}

async function countTouched(facts: Facts, edition: number): Promise<Touched> {
  const kinds = await facts.db.$queryRaw<{ kind: RecordKind; count: number; ids: number[] }[]>`
      SELECT kind, count(*)::int AS count, (array_agg(id ORDER BY slug))[:${named}::int] AS ids FROM (
        SELECT DISTINCT r.id, r.kind, r.slug FROM public.change c JOIN public."record" r ON r.id = c.record_id
        WHERE c.edition = ${edition}
      ) AS touched GROUP BY kind ORDER BY count(*) DESC, kind`;
  const records = kinds.reduce((sum, { count }) => sum + count, 0);
  return {
    records,
    byKind: kinds.map(({ kind, count }) => ({ kind, count })),
    ids: records > named ? [] : kinds.flatMap(({ ids }) => ids),
  };
}

/** What did the last editions change? Newest first, none after the edition of the facts. */
export async function newestEditions(facts: Facts, limit: number): Promise<EditionInBrief[]> {
  const rows = await facts.db.$queryRaw<
    (Pick<EditionInBrief, 'number' | 'published' | 'origin'> & { noteZh: string; noteEn: string })[]
  >`
    SELECT number, published, origin, note_zh AS "noteZh", note_en AS "noteEn" FROM public.edition
    WHERE number <= ${facts.edition} ORDER BY number DESC LIMIT ${limit}`;
  const editions: (Omit<EditionInBrief, 'changed'> & Touched)[] = [];
  for (const { noteZh, noteEn, ...row } of rows)
    editions.push({
      ...row,
      note: { zh: noteZh, en: noteEn },
      ...(await touchedBy(facts, row.number)),
    });
  const records = await changedRecords(
    facts,
    editions.flatMap(({ ids }) => ids),
  );
  return editions.map(({ ids, ...edition }) => ({
    ...edition,
    changed: ids
      .flatMap((id) => records.get(id) ?? [])
      .sort((a, b) => (a.kind === b.kind ? Number(a.slug > b.slug) || -1 : a.kind < b.kind ? -1 : 1)),
  }));
}

/** These records with their kinds, slugs and names as they are today. */
async function changedRecords(facts: Facts, ids: readonly number[]): Promise<Map<number, ChangedRecord>> {
  if (ids.length === 0) return new Map();
  const names = await namesOfRecords(facts, ids);
  const rows = await facts.db.$queryRaw<(Pick<ChangedRecord, 'kind' | 'slug'> & { id: number })[]>`
    SELECT id, kind, slug FROM public."record" WHERE id = ANY(${ids}::int[])`;
  return new Map(rows.map(({ id, kind, slug }) => [id, { kind, slug, name: names.get(id) ?? null }]));
}

/** The names of these records as they are today, where they have any. */
async function namesOfRecords(facts: Facts, ids: readonly number[]): Promise<Map<number, Bilingual>> {
  const rows = await facts.db.$queryRaw<{ id: number; zh: string; en: string }[]>`
    SELECT id, name_zh AS zh, name_en AS en FROM public.organization WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.model WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.platform WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.product WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.industry WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.indicator WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, title, title FROM public.source WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, person_zh, person_en FROM public.people_move WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT f.id, concat_ws(' ', o.name_zh, f.round), concat_ws(' ', o.name_en, f.round)
      FROM public.funding_event f JOIN public.organization o ON o.id = f.organization_id WHERE f.id = ANY(${ids}::int[])`;
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
