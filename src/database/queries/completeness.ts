import { keptForEdition } from '../kept-for-edition';
import type { Facts } from '../reading';

/** Kinds of records that stand at a date of their own. */
const datedKinds = ['model', 'funding-event', 'observation', 'people-move'] as const;
export type DatedKind = (typeof datedKinds)[number];

/** How far the records of a kind reach, and how thick they lie. */
export interface Completeness {
  kind: DatedKind;
  records: number;
  /** Records whose date no source gives. */
  undated: number;
  /** The newest month of a record that is dated to a day or a month, as YYYY-MM; null where none is. */
  newest: string | null;
  /** The last quarters up to the newest record, as YYYY-Qn, oldest first, with the records that lie wholly in each. */
  quarters: { quarter: string; records: number }[];
}

/** Quarters that are counted. */
const lastQuarters = 8;

/** How complete is what is on record, by kind and quarter? A forecast is no record of its day. */
export const completeness = keptForEdition(
  'completeness',
  (facts: Facts): Promise<readonly Completeness[]> => facts.db.$queryRaw`
    WITH dated AS (
      SELECT 'model' AS kind, released_from AS "from", released_to AS "to", released_precision AS precision FROM model
      UNION ALL SELECT 'funding-event', announced_from, announced_to, announced_precision FROM funding_event
      UNION ALL SELECT 'observation', date_from, date_to, date_precision FROM observation WHERE NOT projection
      UNION ALL SELECT 'people-move', date_from, date_to, date_precision FROM people_move
    ), kinds AS (
      SELECT kind, count(*)::int AS records, count(*) FILTER (WHERE "from" IS NULL)::int AS undated,
        max("to") FILTER (WHERE precision IN ('day', 'month')) AS newest
      FROM dated GROUP BY kind
    )
    SELECT kind, records, undated, to_char(newest, 'YYYY-MM') AS newest,
      coalesce((SELECT jsonb_agg(jsonb_build_object('quarter', to_char(q, 'YYYY-"Q"Q'), 'records', (SELECT count(*)::int FROM dated d
          WHERE d.kind = kinds.kind AND d."from" >= q AND d."to" < q + interval '3 months')) ORDER BY q)
        FROM generate_series(date_trunc('quarter', newest) - ${lastQuarters - 1}::int * interval '3 months',
          date_trunc('quarter', newest), interval '3 months') AS q), '[]') AS quarters
    FROM kinds ORDER BY array_position(${[...datedKinds]}::text[], kind)`,
);
