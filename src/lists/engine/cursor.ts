import { listWords } from '@/i18n/lists';
import type { Problem } from '@/linking/state';

/** One page of a list, and where those before and after it begin. */
export interface CursorPage<Row> {
  rows: Row[];
  /** The number of the first row, from 1; 0 where there is none. */
  first: number;
  all: number;
  /** Slug of the row that the next page comes after; null on the last. */
  next: string | null;
  /** The same of the page before; '' is the first page, null where this is it. */
  previous: string | null;
}

/** What the address says of the page: `after=<slug>`, or `page=` of an old link. */
export interface Cursor {
  after: string | null;
  page: number | null;
}

/** Parameters that `readCursor` reads. */
export const cursorNames = ['after', 'page'] as const;

/**
 * The canonical address of a page of a whole list: each page is one of its own, or nobody would find what stands on the
 * later ones. A list with filters is a part of the whole one, and no page of its own.
 */
export function canonicalPage(path: string, search: URLSearchParams): string {
  const names = new Set([...search.keys()]);
  const { after } = readCursor(search);
  return after !== null && names.size === 1 ? `${path}?${new URLSearchParams({ after })}` : path;
}

export function readCursor(search: URLSearchParams): Cursor {
  const after = search.get('after') ?? '';
  const page = /^[1-9]\d{0,6}$/.test(search.get('page') ?? '') ? Number(search.get('page')) : null;
  return { after: after === '' ? null : after.slice(0, 120), page };
}

/** Rows in order, of which only those of a page are made. */
export interface Sorted<Row> {
  size: number;
  /** The place of the row with this slug, from 0; -1 where there is none. */
  placeOf(slug: string): number;
  rowAt(place: number): Row;
}

/** The page of rows that comes after a row, like `pageAfter`. */
export function pageOf<Row extends { slug: string }>(
  { size: all, placeOf, rowAt }: Sorted<Row>,
  { after, page }: Cursor,
  size: number,
): { page: CursorPage<Row>; after: string | null; problems: Problem[] } {
  const byNumber = after === null && page !== null && page > 1 ? (page - 1) * size - 1 : null;
  const place = byNumber ?? (after === null ? -1 : placeOf(after));
  const lost = (after !== null && place === -1) || place >= all;
  const from = lost ? 0 : place + 1;
  const rows = Array.from({ length: Math.max(0, Math.min(size, all - from)) }, (_, at) => rowAt(from + at));
  const last = rows.at(-1);
  const problems: Problem[] = lost
    ? [
        {
          parameter: after === null ? 'page' : 'after',
          value: after ?? String(page),
          allowed: listWords.inTheList,
        },
      ]
    : [];
  return {
    page: {
      rows,
      first: rows.length === 0 ? 0 : from + 1,
      all,
      next: last && from + size < all ? last.slug : null,
      previous: from === 0 ? null : from <= size ? '' : rowAt(from - size - 1).slug,
    },
    after: from === 0 ? null : rowAt(from - 1).slug,
    problems,
  };
}

/**
 * The page of a sorted list that comes after a row. Rows that are added before it do not move the page. Where that row
 * is no longer in the list, the first page stands, and a problem says so.
 */
export function pageAfter<Row extends { slug: string }>(
  sorted: readonly Row[],
  cursor: Cursor,
  size: number,
) {
  return pageOf(
    {
      size: sorted.length,
      placeOf: (slug) => sorted.findIndex((row) => row.slug === slug),
      rowAt: (place) => sorted[place] as Row,
    },
    cursor,
    size,
  );
}
