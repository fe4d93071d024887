import type { Bilingual } from '@/domain/bilingual';
import type { RoundFamily } from '@/domain/round';
import type { Transaction } from '../client';
import { Prisma } from '../generated/client';
import { folded, hasHan, type NameForm, pinyinOf } from '../name-forms';
import type { Facts } from '../reading';

export const searchedKinds = [
  'organization',
  'model',
  'product',
  'platform',
  'industry',
  'funding-event',
  'indicator',
  'source',
] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** A record that may be meant. */
export interface SearchHit {
  kind: SearchedKind;
  slug: string;
  name: Bilingual;
  /** Who it belongs to: a model's or product's vendor, an event's organization. */
  of: { slug: string; name: Bilingual } | null;
  /** The alias or label that the text was found in, where it is not the name. */
  matched: string | null;
  /** 1: the very name; more: an event of the round that is named; 0.2: the least that is shown. */
  score: number;
  /** How many records of this kind match, with this one; more than `mostCandidates` are not counted. */
  ofKind: number;
}

/** What is searched for. */
export interface SearchAsked {
  text: string;
  /** A round that the text names beside somebody: 'Pre-A' of '百川 Pre-A'. */
  round?: { family: RoundFamily; letter: string | null; isPre: boolean; plusCount: number } | null;
  /** Only records of this kind. */
  kind?: SearchedKind | null;
  /** Hits of each kind. */
  limit?: number;
}

/** Names that are looked at closely in each way of finding. */
const mostCandidates = 300;
/** Similarity (pg_trgm) from which a name may be a misspelling of the text. */
const leastSimilar = 0.4;
/** Organizations whose funding events are shown; more where the text names a round and few of them have had one. */
const mostOrganizations = 5;
const mostWithRound = 20;
/** A misspelling is about as long as what is meant. */
const mostLonger = 1.6;

/** How telling it is that a text was found in a word of this form. */
const weightOfForm: Record<NameForm, number> = {
  name: 1,
  slug: 0.98,
  alias: 0.96,
  pinyin: 0.92,
  initials: 0.9,
};

interface Candidate {
  id: number;
  kind: SearchedKind;
  ownerId: number | null;
  form: NameForm;
  shown: string;
  folded: string;
  similarity: number;
}

type Way = 'begins' | 'holds' | 'like';

function scoreOf(candidate: Candidate, asked: string, way: Way): number {
  const weight = weightOfForm[candidate.form];
  if (way === 'like') return candidate.similarity * 0.65 * weight;
  // Of names that hold the text, the one that holds little else is meant.
  const share = asked.length / candidate.folded.length;
  if (share === 1) return weight;
  // First letters stand for too much to count half typed.
  const typed = candidate.form === 'initials' ? 0.6 : weight;
  return way === 'begins' ? (0.75 + 0.15 * share) * typed : (0.55 + 0.15 * share) * typed;
}

const columns = `record_id AS id, kind, owner_id AS "ownerId", form, shown, folded`;

/** What a name holds is data: folded texts have no wildcards, so they can stand in a pattern. */
async function namesThat(
  db: Transaction,
  way: Way,
  asked: string,
  { kind = null, owners = null }: { kind?: SearchedKind | null; owners?: readonly number[] | null } = {},
): Promise<Candidate[]> {
  const within = `($2::text IS NULL OR kind = $2) AND ($3::int[] IS NULL OR owner_id = ANY($3))`;
  if (way === 'begins') {
    return db.$queryRawUnsafe<Candidate[]>(
      `SELECT ${columns}, 1::float8 AS similarity FROM public.search_name
       WHERE folded LIKE $1 || '%' AND ${within} ORDER BY folded LIMIT ${mostCandidates}`,
      asked,
      kind,
      owners,
    );
  }
  if (way === 'holds') {
    // Pairs find Chinese words of two characters, for which an index of threes is of no use.
    const where = hasHan(asked)
      ? `pairs @> search_pairs($1) AND position($1 IN folded) > 0`
      : `folded LIKE '%' || $1 || '%'`;
    return db.$queryRawUnsafe<Candidate[]>(
      `SELECT ${columns}, 1::float8 AS similarity FROM public.search_name WHERE ${where} AND ${within} LIMIT ${mostCandidates}`,
      asked,
      kind,
      owners,
    );
  }
  await db.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(leastSimilar)}, true)`;
  return db.$queryRawUnsafe<Candidate[]>(
    `SELECT ${columns}, similarity(folded, $1)::float8 AS similarity FROM public.search_name
     WHERE folded % $1 AND length(folded) <= ${Math.ceil(asked.length * mostLonger)} AND ${within}
     ORDER BY similarity(folded, $1) DESC LIMIT 60`,
    asked,
    kind,
    owners,
  );
}

/** The best word of each record. */
type Best = Map<number, { candidate: Candidate; score: number }>;

function keepBest(best: Best, candidates: readonly Candidate[], asked: string, way: Way, factor = 1): void {
  for (const candidate of candidates) {
    const score = scoreOf(candidate, asked, way) * factor;
    const known = best.get(candidate.id);
    if (!known || known.score < score) best.set(candidate.id, { candidate, score });
  }
}

/** Whom a text of several words may mean: 'huawei pangu' is something of Huawei's. */
async function ofOwner(db: Transaction, words: readonly string[], best: Best): Promise<void> {
  let found = false;
  for (let cut = 1; cut < words.length; cut++) {
    const [left, right] = [folded(words.slice(0, cut).join('')), folded(words.slice(cut).join(''))];
    for (const [owner, thing] of [
      [left, right],
      [right, left],
    ] as const) {
      if (owner === '' || thing === '') continue;
      const owners = await namesThat(db, 'begins', owner, { kind: 'organization' });
      if (owners.length === 0) continue;
      const ids = [...new Set(owners.map(({ id }) => id))].slice(0, 20);
      const things = await namesThat(db, 'holds', thing, { owners: ids });
      keepBest(best, things, thing, 'holds', 0.95);
      found ||= things.length > 0;
    }
    if (found) return;
  }
}

async function findNames(db: Transaction, text: string, kind: SearchedKind | null): Promise<Best> {
  const best: Best = new Map();
  const asked = folded(text);
  if (asked === '') return best;
  keepBest(best, await namesThat(db, 'begins', asked, { kind }), asked, 'begins');
  // Of two Latin letters no index knows where they stand, and they would be found almost anywhere.
  if (asked.length > (hasHan(asked) ? 1 : 2))
    keepBest(best, await namesThat(db, 'holds', asked, { kind }), asked, 'holds');
  // Also where something is found: 'huawei pangu' begins the pinyin of a source's title, and means Huawei's model.
  const words = text.split(/[\s,，、/]+/).filter((word) => word !== '');
  if (words.length > 1 && words.length <= 4) await ofOwner(db, words, best);
  if (best.size > 0) return best;
  // 文新一言 for 文心一言: what sounds the same is the likeliest slip of a Chinese keyboard.
  if (hasHan(asked)) {
    const sound = pinyinOf(asked);
    keepBest(best, await namesThat(db, 'begins', sound, { kind }), sound, 'begins', 0.85);
    if (best.size > 0) return best;
  }
  if (asked.length > 2) keepBest(best, await namesThat(db, 'like', asked, { kind }), asked, 'like');
  return best;
}

interface Named {
  id: number;
  slug: string;
  nameZh: string;
  nameEn: string;
  ownerSlug: string | null;
  ownerZh: string | null;
  ownerEn: string | null;
}

/** Names of records as they stand at the edition of these facts; a record that was not there then is not among them. */
async function namedRecords(facts: Facts, ids: readonly number[]): Promise<Map<number, Named>> {
  const rows = await facts.db.$queryRaw<Named[]>`
    SELECT named.id, named.slug, named.name_zh AS "nameZh", named.name_en AS "nameEn",
      o.slug AS "ownerSlug", o.name_zh AS "ownerZh", o.name_en AS "ownerEn"
    FROM (
      SELECT id, slug, name_zh, name_en, NULL::int AS owner FROM organization WHERE id = ANY(${ids}::int[])
      UNION ALL SELECT id, slug, name_zh, name_en, vendor_id FROM model WHERE id = ANY(${ids}::int[])
      UNION ALL SELECT id, slug, name_zh, name_en, vendor_id FROM product WHERE id = ANY(${ids}::int[])
      UNION ALL SELECT id, slug, name_zh, name_en, vendor_id FROM platform WHERE id = ANY(${ids}::int[])
      UNION ALL SELECT id, slug, name_zh, name_en, NULL FROM industry WHERE id = ANY(${ids}::int[])
      UNION ALL SELECT id, slug, name_zh, name_en, NULL FROM indicator WHERE id = ANY(${ids}::int[])
      UNION ALL SELECT id, slug, title, title, NULL FROM source WHERE id = ANY(${ids}::int[])
    ) AS named LEFT JOIN organization o ON o.id = named.owner`;
  return new Map(rows.map((row) => [row.id, row]));
}

interface EventRow {
  slug: string;
  round: string | null;
  organization: string;
  nameZh: string;
  nameEn: string;
  owner: number;
  count: number;
}

/** Funding events of organizations, as who raised or who invested, or of a round; the newest first. */
async function eventsOf(
  facts: Facts,
  organizations: readonly number[],
  round: SearchAsked['round'],
  limit: number,
): Promise<EventRow[]> {
  const { family = null, letter = null, isPre = false, plusCount = 0 } = round ?? {};
  const ofRound = Prisma.sql`(${family}::text IS NULL OR (f.round_family = ${family} AND f.round_letter IS NOT DISTINCT FROM ${letter}
    AND f.round_is_pre = ${isPre} AND f.round_plus_count = ${plusCount}))`;
  // Two questions rather than one with a way out in it: for those of somebody there are indexes.
  const theirs =
    organizations.length === 0
      ? Prisma.sql`TRUE`
      : Prisma.sql`f.id = ANY(ARRAY(
          SELECT id FROM funding_event WHERE organization_id = ANY(${[...organizations]}::int[])
          UNION SELECT record_id FROM participation WHERE investor_id = ANY(${[...organizations]}::int[])))`;
  return facts.db.$queryRaw<EventRow[]>`
    SELECT f.slug, f.round, o.slug AS organization, o.name_zh AS "nameZh", o.name_en AS "nameEn", o.id AS owner,
      (count(*) OVER ())::int AS count
    FROM funding_event f JOIN organization o ON o.id = f.organization_id
    WHERE ${theirs} AND ${ofRound}
    ORDER BY f.announced_from DESC NULLS LAST, f.slug LIMIT ${limit}`;
}

/**
 * Which records are meant by a text? The very name first, then names that begin with it or hold it, then what sounds
 * or looks like it. Names are compared by letters and digits alone, so no character of the text is a wildcard.
 */
export async function searchRecords(facts: Facts, asked: SearchAsked): Promise<SearchHit[]> {
  const { text, round = null, kind = null, limit = 12 } = asked;
  const best =
    kind === 'funding-event' && text === ''
      ? new Map()
      : await findNames(facts.db, text, kind === 'funding-event' ? 'organization' : kind);
  const byKind = new Map<SearchedKind, { id: number; candidate: Candidate; score: number }[]>();
  for (const [id, found] of best) {
    const of = byKind.get(found.candidate.kind) ?? [];
    of.push({ id, ...found });
    byKind.set(found.candidate.kind, of);
  }
  for (const list of byKind.values())
    list.sort(
      (a, b) => b.score - a.score || a.candidate.folded.length - b.candidate.folded.length || a.id - b.id,
    );
  const shown = [...byKind.values()].flatMap((list) => list.slice(0, limit));
  const named = await namedRecords(
    facts,
    shown.map(({ id }) => id),
  );
  const hits = shown.flatMap(({ id, candidate, score }): SearchHit[] => {
    const record = named.get(id);
    if (!record || kind === 'funding-event') return [];
    const { slug, nameZh, nameEn, ownerSlug, ownerZh, ownerEn } = record;
    const aliased =
      candidate.form === 'alias' ||
      (candidate.form !== 'slug' && ![nameZh, nameEn].includes(candidate.shown));
    return [
      {
        kind: candidate.kind,
        slug,
        name: { zh: nameZh, en: nameEn },
        of: ownerSlug === null ? null : { slug: ownerSlug, name: { zh: ownerZh ?? '', en: ownerEn ?? '' } },
        matched: aliased ? candidate.shown : null,
        score,
        ofKind: byKind.get(candidate.kind)?.length ?? 1,
      },
    ];
  });
  if (kind === null || kind === 'funding-event')
    hits.push(...(await eventHits(facts, byKind.get('organization') ?? [], round, text, limit)));
  return hits.sort(
    (a, b) => b.score - a.score || a.name.zh.length - b.name.zh.length || (a.slug < b.slug ? -1 : 1),
  );
}

async function eventHits(
  facts: Facts,
  organizations: readonly { id: number; score: number }[],
  round: SearchAsked['round'],
  text: string,
  limit: number,
): Promise<SearchHit[]> {
  const sure = organizations.slice(0, round ? mostWithRound : mostOrganizations);
  if (sure.length === 0 && (!round || text !== '')) return [];
  const scores = new Map(sure.map(({ id, score }) => [id, score]));
  const rows = await eventsOf(
    facts,
    sure.map(({ id }) => id),
    round,
    limit,
  );
  return rows.map((row) => ({
    kind: 'funding-event',
    slug: row.slug,
    name: {
      zh: [row.nameZh, row.round].filter(Boolean).join(' '),
      en: [row.nameEn, row.round].filter(Boolean).join(' '),
    },
    of: { slug: row.organization, name: { zh: row.nameZh, en: row.nameEn } },
    matched: null,
    // Whoever names a round means the event; whoever names a company alone means the company.
    score: (scores.get(row.owner) ?? sure[0]?.score ?? 0.7) * 0.7 + (round ? 1 : 0),
    ofKind: row.count,
  }));
}
