import type { Bilingual } from '@/domain/bilingual';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { SourceVia } from '@/domain/source-via';
import type { Source } from '@/records/source/schema';
import { memoizeByObject } from '../memoize-by-object';
import { sizeFor } from '../packed';
import type { Facts } from '../reading';
import { bilingualOrNull, partialDateOrNull } from '../sql-fragments';
import { type EvidenceColumns, evidenceColumns, isDoubted, isSeen } from './evidence-columns';

/** A source, and how much rests on it. */
export interface SourceWithUse {
  id: number;
  slug: string;
  title: string;
  author: string | null;
  publisher: string | null;
  url: string | null;
  via: SourceVia | null;
  carrier: string | null;
  language: Source['language'];
  published: PartialDate | null;
  /** How the date was worked out, where the document carries none. */
  publishedBasis: string | null;
  retrieved: PartialDate | null;
  licence: string | null;
  /** Did one of us read it? */
  seen: boolean;
  note: Bilingual | null;
  /** Records, statements, and statements that an editor doubts; exchange rates count as records. */
  records: number;
  statements: number;
  doubts: number;
  unseen: number;
}

type Span = { from: string; to: string; precision: Precision } | null;
type Row = Omit<SourceWithUse, 'published' | 'retrieved' | keyof Use> & {
  published: Span;
  retrieved: Span;
  rates: number;
};

/** Which sources are there, and what rests on each? Those with most statements first. */
export async function sourcesWithUse(facts: Facts): Promise<SourceWithUse[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT s.id, s.slug, s.title, s.author, s.publisher, s.url, s.via, s.carrier, s.language, s.published_basis AS "publishedBasis", s.licence, s.seen,
      ${partialDateOrNull('s.published')} AS published,
      ${partialDateOrNull('s.retrieved')} AS retrieved,
      ${bilingualOrNull('s.note')} AS note,
      (SELECT count(*)::int FROM exchange_rate r WHERE r.source_id = s.id) AS rates
    FROM source s ORDER BY s.slug`;
  const uses = usesOfSources(await evidenceColumns(facts));
  const sources = rows.map(({ published, retrieved, rates, ...row }) => ({
    ...row,
    ...useWith(uses.get(row.id), rates),
    published: published === null ? null : partialDateOf(published),
    retrieved: retrieved === null ? null : partialDateOf(retrieved),
  }));
  return sources.sort((a, b) => b.statements - a.statements || (a.slug < b.slug ? -1 : 1));
}

type Use = Pick<SourceWithUse, 'records' | 'statements' | 'doubts' | 'unseen'>;

function useWith(use: Use | undefined, rates: number): Use {
  const { records = 0, statements = 0, doubts = 0, unseen = 0 } = use ?? {};
  return { records: records + rates, statements: statements + rates, doubts, unseen };
}

/** What rests on each source, by its record id. */
const usesOfSources = memoizeByObject(
  ({ record, source, marks }: EvidenceColumns): ReadonlyMap<number, Use> => {
    const size = sizeFor(source);
    const [records, statements, doubts, unseen] = [0, 1, 2, 3].map(() => new Int32Array(size)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const last = new Int32Array(size).fill(-1);
    const add = (counts: Int32Array, id: number) => {
      counts[id] = (counts[id] as number) + 1;
    };
    for (let at = 0; at < record.length; at++) {
      const id = source[at] as number;
      // The statements on one record stand together.
      if (last[id] !== record[at]) add(records, id);
      last[id] = record[at] as number;
      add(statements, id);
      const said = marks[at] as number;
      if (isDoubted(said)) add(doubts, id);
      if (!isSeen(said)) add(unseen, id);
    }
    const uses = new Map<number, Use>();
    for (let id = 0; id < size; id++)
      if ((statements[id] as number) > 0)
        uses.set(id, {
          records: records[id] as number,
          statements: statements[id] as number,
          doubts: doubts[id] as number,
          unseen: unseen[id] as number,
        });
    return uses;
  },
);
