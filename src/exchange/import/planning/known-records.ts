import { folded } from '@/database/name-forms';
import type { Facts } from '@/database/reading';
import type { PartialDate, Precision } from '@/domain/partial-date';
import { partialDateOf } from '@/domain/partial-date';
import { nameKey, withoutLegalEnding } from '../cells/company-name';

/** An event on record, as far as it takes to tell whether a row repeats it. */
export interface KnownEvent {
  slug: string;
  organization: string;
  announced: PartialDate | null;
  round: string | null;
  currency: string | null;
  min: number | null;
  max: number | null;
  investors: string[];
}

/** What is on record, by the names that a table may use. Read once for a whole file. */
export interface KnownRecords {
  /** Name or alias as it is compared (`nameKey`) → slug. */
  organizations: Map<string, string>;
  /** The same without legal forms, of the names that mean one organization only. */
  organizationsByCore: Map<string, string>;
  /** The first two characters of the names of organizations → those names. */
  beginnings: Map<string, { key: string; slug: string }[]>;
  /** Slug of an organization → its name. */
  names: Map<string, string>;
  industries: Map<string, string>;
  indicators: Map<string, string>;
  /** Folded name and slug of the vendor → slug. */
  models: Map<string, string>;
  /** Kind and folded name → slug; '' where several records of the kind have the name. */
  named: Map<string, string>;
  sourcesByUrl: Map<string, string>;
  sourcesByTitle: Map<string, string>;
  /** By the slug of the organization. */
  events: Map<string, KnownEvent[]>;
  /** Slug → id and version, by kind. */
  records: Map<string, { id: number; version: number }>;
  taken: Set<string>;
}

interface NamedRow {
  kind: string;
  slug: string;
  names: string[];
  owner: string | null;
}

/** Reads everything that rows are compared with. */
export async function knownRecords(facts: Facts): Promise<KnownRecords> {
  const { db } = facts;
  const named = await db.$queryRaw<NamedRow[]>`
    SELECT 'organization' AS kind, slug, ARRAY[slug, name_zh, name_en] || aliases AS names, NULL AS owner FROM organization
    UNION ALL SELECT 'industry', slug, ARRAY[slug, name_zh, name_en] || aliases, NULL FROM industry
    UNION ALL SELECT 'indicator', slug, ARRAY[slug, name_zh, name_en], NULL FROM indicator
    UNION ALL SELECT 'platform', slug, ARRAY[slug, name_zh, name_en] || aliases, NULL FROM platform
    UNION ALL SELECT 'model', m.slug, ARRAY[m.slug, m.name_zh, m.name_en] || m.aliases, o.slug FROM model m JOIN organization o ON o.id = m.vendor_id`;
  const byName = new Map<string, string>();
  const maps = {
    organization: new Map(),
    industry: new Map(),
    indicator: new Map(),
    model: new Map(),
  } as Record<string, Map<string, string>>;
  for (const { kind, slug, names, owner } of named) {
    const map = maps[kind];
    for (const name of new Set(names.map(nameKey))) {
      const there = byName.get(`${kind} ${name}`);
      byName.set(`${kind} ${name}`, there === undefined || there === slug ? slug : '');
    }
    for (const name of names) {
      const key = owner === null ? nameKey(name) : `${owner} ${nameKey(name)}`;
      if (map && !map.has(key)) map.set(key, slug);
    }
  }
  const byCore = new Map<string, string | null>();
  const beginnings: KnownRecords['beginnings'] = new Map();
  const shown = new Map<string, string>();
  for (const { kind, slug, names } of named) {
    if (kind !== 'organization') continue;
    shown.set(slug, names[1] ?? slug);
    for (const name of names) {
      const [key, core] = [nameKey(name), nameKey(withoutLegalEnding(name))];
      byCore.set(core, byCore.has(core) && byCore.get(core) !== slug ? null : slug);
      const alike = beginnings.get(key.slice(0, 2));
      if (alike) alike.push({ key, slug });
      else beginnings.set(key.slice(0, 2), [{ key, slug }]);
    }
  }
  const sources = await db.$queryRaw<{ slug: string; title: string; url: string | null }[]>`
    SELECT slug, title, url FROM source`;
  const records = await db.$queryRaw<
    { id: number; kind: string; slug: string; version: number; retracted: number | null }[]
  >`
    SELECT id, kind, slug, version, retracted FROM public.record`;
  return {
    organizations: maps.organization as Map<string, string>,
    organizationsByCore: new Map(
      [...byCore].flatMap(([core, slug]) => (slug === null ? [] : [[core, slug]])),
    ),
    beginnings,
    names: shown,
    industries: maps.industry as Map<string, string>,
    indicators: maps.indicator as Map<string, string>,
    models: maps.model as Map<string, string>,
    named: byName,
    sourcesByUrl: new Map(sources.flatMap(({ slug, url }) => (url === null ? [] : [[url, slug]]))),
    sourcesByTitle: new Map(sources.map(({ slug, title }) => [folded(title), slug])),
    events: await knownEvents(facts),
    records: new Map(
      records.flatMap(({ id, kind, slug, version, retracted }) =>
        retracted === null ? [[`${kind}/${slug}`, { id, version }]] : [],
      ),
    ),
    taken: new Set(records.map(({ slug }) => slug)),
  };
}

async function knownEvents(facts: Facts): Promise<Map<string, KnownEvent[]>> {
  const rows = await facts.db.$queryRaw<
    (Omit<KnownEvent, 'announced'> & {
      from: string | null;
      to: string | null;
      precision: Precision | null;
    })[]
  >`
    SELECT f.slug, o.slug AS organization, f.round, f.amount_currency AS currency, f.amount_min AS min, f.amount_max AS max,
      f.announced_from::text AS "from", f.announced_to::text AS "to", f.announced_precision AS precision,
      ARRAY(SELECT i.slug FROM participation p JOIN organization i ON i.id = p.investor_id WHERE p.record_id = f.id) AS investors
    FROM funding_event f JOIN organization o ON o.id = f.organization_id`;
  const events = new Map<string, KnownEvent[]>();
  for (const { from, to, precision, ...row } of rows) {
    const announced = from && to && precision ? partialDateOf({ from, to, precision }) : null;
    const own = events.get(row.organization);
    if (own) own.push({ ...row, announced });
    else events.set(row.organization, [{ ...row, announced }]);
  }
  return events;
}
