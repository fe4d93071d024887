import type { Bilingual } from '@/domain/bilingual';
import { type FieldChange, fieldChanges } from '@/domain/field-changes';
import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';
import type { Payload } from '../record-rows';
import type { EditionOrigin } from './newest-editions';
import { versionsOfRecords } from './versions-of-records';

/** What an edition did to a record. A correction is never an addition: the record was there before. */
export const changeActions = ['added', 'corrected', 'retracted', 'restored'] as const;
export type ChangeAction = (typeof changeActions)[number];

/** One record that one edition changed. */
export interface RecordChange {
  edition: number;
  published: Date;
  origin: EditionOrigin;
  note: Bilingual;
  id: number;
  kind: RecordKind;
  slug: string;
  version: number;
  action: ChangeAction;
  /** Its name then; null for kinds without one. */
  name: Bilingual | null;
  /** What it belongs to: the slug of its organization or indicator. */
  owner: string | null;
  /** Of a correction: the fields that differ. */
  fields: FieldChange[];
}

/** Where a page of changes begins: after this record of this edition. */
export interface ChangeCursor {
  edition: number;
  record: number;
}

/** What is wanted of changes. Empty lists and nulls want everything. */
export interface ChangeFilter {
  /** Slugs of organizations: changes of them and of what is theirs. */
  vendors: readonly string[];
  /** Slugs of industries, likewise. */
  industries: readonly string[];
  kinds: readonly string[];
  actions: readonly string[];
  edition: number | null;
  /** Only editions after this one; all where it is missing. */
  since?: number;
  after: ChangeCursor | null;
}

interface Row extends Omit<RecordChange, 'note' | 'name' | 'owner' | 'fields'> {
  noteZh: string;
  noteEn: string;
}

/** Ids of these organizations and industries, and of every record that is or was about one of them. */
async function relatedRecords(facts: Facts, filter: ChangeFilter): Promise<number[] | null> {
  if (filter.vendors.length === 0 && filter.industries.length === 0) return null;
  const rows = await facts.db.$queryRaw<{ id: number }[]>`
    WITH org AS (SELECT id FROM public.record WHERE kind = 'organization' AND slug = ANY(${filter.vendors}::text[])),
    ind AS (SELECT id FROM public.record WHERE kind = 'industry' AND slug = ANY(${filter.industries}::text[]))
    SELECT id FROM org UNION SELECT id FROM ind
    UNION SELECT id FROM public.model WHERE vendor_id IN (SELECT id FROM org)
    UNION SELECT record_id FROM public.model_partner WHERE organization_id IN (SELECT id FROM org)
    UNION SELECT record_id FROM public.model_industry WHERE industry_id IN (SELECT id FROM ind)
    UNION SELECT id FROM public.product WHERE vendor_id IN (SELECT id FROM org)
    UNION SELECT record_id FROM public.product_industry WHERE industry_id IN (SELECT id FROM ind)
    UNION SELECT id FROM public.platform WHERE vendor_id IN (SELECT id FROM org)
    UNION SELECT id FROM public.placement WHERE organization_id IN (SELECT id FROM org)
    UNION SELECT id FROM public.position WHERE organization_id IN (SELECT id FROM org)
    UNION SELECT id FROM public.coverage WHERE organization_id IN (SELECT id FROM org) OR industry_id IN (SELECT id FROM ind)
    UNION SELECT id FROM public.people_move WHERE organization_id IN (SELECT id FROM org) OR joined_id IN (SELECT id FROM org)
    UNION SELECT id FROM public.funding_event WHERE organization_id IN (SELECT id FROM org)
    UNION SELECT record_id FROM public.participation WHERE investor_id IN (SELECT id FROM org)
    UNION SELECT id FROM public.observation WHERE about_id IN (SELECT id FROM org UNION SELECT id FROM ind)
    -- Retracted records stand in no fact table any more; the log knows whose they were.
    UNION SELECT c.record_id FROM public.change c WHERE c.operation = 'delete'
      AND EXISTS (SELECT FROM (SELECT id FROM org UNION SELECT id FROM ind) AS own WHERE own.id::text IN (
        c.before ->> 'vendor_id', c.before ->> 'organization_id', c.before ->> 'industry_id', c.before ->> 'investor_id',
        c.before ->> 'about_id', c.before ->> 'joined_id'))`;
  return rows.map(({ id }) => id);
}

/** What changed, newest edition first, at most `limit`; none after the edition of the facts. */
export async function changesOfRecords(
  facts: Facts,
  filter: ChangeFilter,
  limit: number,
): Promise<RecordChange[]> {
  const related = await relatedRecords(facts, filter);
  const { after, edition, since = 0 } = filter;
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH touched AS (
      SELECT edition, record_id, operation, before, after FROM public.change
      WHERE "table" = 'record' AND edition <= ${Math.min(facts.edition, after?.edition ?? facts.edition)}::int
        AND edition > ${since}::int
        AND (${edition}::int IS NULL OR edition = ${edition}::int)
        AND (${after === null} OR edition < ${after?.edition ?? 0}::int OR record_id > ${after?.record ?? 0}::int)
        AND (${related}::int[] IS NULL OR record_id = ANY(${related}::int[]))
    ), told AS (
      SELECT t.edition, t.record_id AS id, r.kind, r.slug, (t.after ->> 'version')::int AS version,
        CASE WHEN t.operation = 'insert' THEN 'added'
          WHEN t.after ->> 'retracted' IS NOT NULL AND t.before ->> 'retracted' IS NULL THEN 'retracted'
          WHEN t.before ->> 'retracted' IS NOT NULL AND t.after ->> 'retracted' IS NULL THEN 'restored'
          ELSE 'corrected' END AS action
      FROM touched t JOIN public.record r ON r.id = t.record_id
      WHERE (cardinality(${filter.kinds}::text[]) = 0 OR r.kind = ANY(${filter.kinds}::text[]))
    )
    SELECT told.*, e.published, e.origin, e.note_zh AS "noteZh", e.note_en AS "noteEn"
    FROM told JOIN public.edition e ON e.number = told.edition
    WHERE (cardinality(${filter.actions}::text[]) = 0 OR action = ANY(${filter.actions}::text[]))
    ORDER BY told.edition DESC, told.id LIMIT ${limit}`;
  const versions = await versionsOfRecords(
    facts.db,
    rows.flatMap(({ id, kind, edition: number }) => [
      { id, kind, edition: number - 1 },
      { id, kind, edition: number },
    ]),
  );
  const payloads = rows.map((_, at) => [versions[2 * at] ?? null, versions[2 * at + 1] ?? null] as const);
  const names = await namesInPayloads(facts, payloads);
  return rows.map(({ noteZh, noteEn, ...row }, at) => {
    const [before, now] = payloads[at] ?? [null, null];
    return {
      ...row,
      note: { zh: noteZh, en: noteEn },
      name: nameOf(row.kind, now ?? before, names),
      owner: ownerOf(now ?? before),
      fields: row.action === 'corrected' ? fieldChanges(before, now) : [],
    };
  });
}

function ownerOf(payload: Payload | null): string | null {
  const owner = payload?.vendor ?? payload?.organization ?? payload?.indicator;
  return typeof owner === 'string' ? owner : null;
}

/** Names of what payloads refer to, by slug. */
async function namesInPayloads(
  facts: Facts,
  payloads: readonly (readonly (Payload | null)[])[],
): Promise<Map<string, Bilingual>> {
  const slugs = payloads
    .flat()
    .flatMap((payload) => [ownerOf(payload), payload?.industry, payload?.layer])
    .filter((slug) => typeof slug === 'string');
  const rows = await facts.db.$queryRaw<{ slug: string; zh: string; en: string }[]>`
    SELECT slug, name_zh AS zh, name_en AS en FROM public.organization WHERE slug = ANY(${slugs}::text[])
    UNION ALL SELECT slug, name_zh, name_en FROM public.indicator WHERE slug = ANY(${slugs}::text[])
    UNION ALL SELECT slug, name_zh, name_en FROM public.industry WHERE slug = ANY(${slugs}::text[])
    UNION ALL SELECT slug, name_zh, name_en FROM public.layer WHERE slug = ANY(${slugs}::text[])`;
  return new Map(rows.map(({ slug, zh, en }) => [slug, { zh, en }]));
}

/** What a record is called: its own name, or that of what it belongs to with what tells it apart. */
function nameOf(
  kind: RecordKind,
  payload: Payload | null,
  names: ReadonlyMap<string, Bilingual>,
): Bilingual | null {
  if (payload === null) return null;
  const own = payload.name ?? payload.person ?? (kind === 'source' ? undefined : payload.title);
  if (typeof own === 'object' && own !== null) return own as Bilingual;
  if (typeof payload.title === 'string') return { zh: payload.title, en: payload.title };
  const owner = names.get(ownerOf(payload) ?? '');
  if (!owner) return null;
  const round = typeof payload.round === 'string' ? { zh: payload.round, en: payload.round } : undefined;
  const part =
    round ??
    names.get(String(payload.industry ?? payload.layer ?? '')) ??
    (payload.subject as Bilingual | undefined);
  return {
    zh: [owner.zh, part?.zh].filter(Boolean).join(' '),
    en: [owner.en, part?.en].filter(Boolean).join(' '),
  };
}
