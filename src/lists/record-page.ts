import { recordsAfter, recordsInOrder } from '@/database/queries/records-in-order';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { listWords } from '@/i18n/lists';
import type { Problem } from '@/linking/state';
import type { RecordKind } from '@/records/record';
import { type Cursor, pageAfter } from './engine/cursor';
import { listOfKind } from './registry';

/** The records that a query chooses, in the order of the page that takes the same query. */
export interface RecordList {
  slugs: string[];
  /** Filter → value → records that it would leave; null for kinds without facets. */
  facets: Record<string, Record<string, number>> | null;
  problems: Problem[];
}

function plain(counts: Readonly<Record<string, ReadonlyMap<string, number>>>) {
  return Object.fromEntries(
    Object.entries(counts).map(([name, values]) => [name, Object.fromEntries([...values].sort())]),
  );
}

/** A page of a list of records, and what the list is. */
export interface RecordPage {
  slugs: string[];
  all: number;
  next: string | null;
  facets: RecordList['facets'];
  problems: Problem[];
}

/** The page of the list that comes after a record. Without filters only that page is read. */
export async function pageOfRecords(
  facts: Facts,
  kind: RecordKind,
  search: URLSearchParams,
  lang: Lang,
  cursor: Cursor,
  limit: number,
): Promise<RecordPage> {
  if (search.size === 0 && cursor.page === null) {
    const read = await recordsAfter(facts, kind, cursor.after, limit + 1);
    const slugs = read?.slugs.slice(0, limit) ?? [];
    const lost = { parameter: 'after', value: cursor.after ?? '', allowed: listWords.inTheList };
    const next = (read?.slugs.length ?? 0) > limit ? (slugs.at(-1) ?? null) : null;
    return { slugs, all: read?.all ?? 0, next, facets: null, problems: read ? [] : [lost] };
  }
  const list = await listRecords(facts, kind, search, lang);
  const { page, problems } = pageAfter(
    list.slugs.map((slug) => ({ slug })),
    cursor,
    limit,
  );
  return {
    slugs: page.rows.map(({ slug }) => slug),
    all: page.all,
    next: page.next,
    facets: list.facets,
    problems: [...list.problems, ...problems],
  };
}

/** Lists records of a kind. A filter that is not understood is a problem, never silently dropped. */
export async function listRecords(
  facts: Facts,
  kind: RecordKind,
  search: URLSearchParams,
  lang: Lang = 'en',
): Promise<RecordList> {
  const list = listOfKind(kind);
  if (list && search.size > 0) {
    const asked = new URLSearchParams({ ...list.everything, ...Object.fromEntries(search) });
    const { matching, counts, problems } = await list.answer(facts, asked, lang, true);
    const facets = list.facets.length === 0 ? null : plain(counts);
    return { slugs: matching.map(({ slug }) => slug), facets, problems };
  }
  const problems = [...search].map(([parameter, value]) => ({
    parameter,
    value,
    allowed: { zh: '这类记录没有筛选', en: 'Records of this kind have no filters.' },
  }));
  const all = await recordsInOrder(facts, kind);
  return { slugs: all.map(({ slug }) => slug), facets: null, problems };
}
