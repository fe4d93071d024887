import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { ObservationBound } from '@/domain/observed';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { IndicatorTheme } from '@/records/indicator/schema';
import { keptForEdition } from '../kept-for-edition';
import type { Facts } from '../reading';
import { bilingual, bilingualOrNull, partialDate, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';

/** One value of an indicator. Shares are fractions of one; money is in units of the currency. */
export interface ObservationOnRecord {
  id: number;
  slug: string;
  subject: Bilingual;
  /** The record that the subject is; `vendor` is the slug of whose it is, where that is another record. */
  about: { kind: string; slug: string; vendor: string | null } | null;
  date: PartialDate;
  value: number | null;
  min: number | null;
  max: number | null;
  bound: ObservationBound;
  unit: string;
  /** The words that follow a figure; none where the observation is in a unit of its own. */
  unitName: Bilingual | null;
  /** A forecast. */
  projection: boolean;
  /** Who counted or estimated. */
  by: { slug: string | null; name: Bilingual } | null;
  note: Bilingual | null;
  evidence: Evidence[];
}

export interface IndicatorWithObservations {
  id: number;
  slug: string;
  name: Bilingual;
  theme: IndicatorTheme | null;
  unit: string;
  unitName: Bilingual | null;
  note: Bilingual | null;
  evidence: Evidence[];
  observations: ObservationOnRecord[];
}

/** A value without what is said of it: evidence of all values is most of what they weigh. */
export type ObservedFigure = Omit<ObservationOnRecord, 'evidence'>;
type ObservationRow = Omit<ObservedFigure, 'date'> & {
  date: { from: string; to: string; precision: Precision };
};
type IndicatorWithFigures = Omit<IndicatorWithObservations, 'evidence' | 'observations'> & {
  observations: ObservedFigure[];
};
type Row = Omit<IndicatorWithFigures, 'observations'> & { observations: ObservationRow[] };

/**
 * Which indicators are on record, with every value? Indicators by slug, values by date, then the greatest or the first
 * rank first. With `about`, only values of these records (ids), and only indicators that have one.
 */
export async function indicatorsWithObservations(
  facts: Facts,
  about?: readonly number[],
): Promise<IndicatorWithObservations[]> {
  const indicators = await indicatorsWithFigures(facts, about);
  const evidence = await evidenceOfRecords(
    facts,
    indicators.flatMap(({ id, observations }) => [id, ...observations.map((each) => each.id)]),
  );
  return indicators.map((indicator) => ({
    ...indicator,
    evidence: evidence.get(indicator.id) ?? [],
    observations: indicator.observations.map((each) => ({ ...each, evidence: evidence.get(each.id) ?? [] })),
  }));
}

/** The same without evidence. */
export async function indicatorsWithFigures(
  facts: Facts,
  about?: readonly number[],
): Promise<IndicatorWithFigures[]> {
  const only = about === undefined ? null : [...about];
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT n.id, n.slug, ${bilingual('n.name')} AS name, n.theme, n.unit,
      ${bilingualOrNull('n.unit_name')} AS "unitName",
      ${bilingualOrNull('n.note')} AS note,
      coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'slug', b.slug,
        'subject', ${bilingual('b.subject')},
        'about', CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('kind', r.kind, 'slug', r.slug, 'vendor', v.slug) END,
        'date', ${partialDate('b.date')},
        'value', b.value, 'min', b.min, 'max', b.max, 'bound', b.bound, 'unit', coalesce(b.unit, n.unit),
        'unitName', CASE WHEN coalesce(b.unit, n.unit) = n.unit AND n.unit_name_zh IS NOT NULL
          THEN ${bilingual('n.unit_name')} END,
        'projection', b.projection,
        'by', CASE WHEN o.id IS NOT NULL THEN ${slugAndName('o')}
            WHEN b.by_text_zh IS NOT NULL THEN jsonb_build_object('slug', NULL,
              'name', ${bilingual('b.by_text')}) END,
        'note', ${bilingualOrNull('b.note')})
        ORDER BY b.date_from, CASE WHEN coalesce(b.unit, n.unit) = 'rank' THEN b.value ELSE -coalesce(b.max, b.value, b.min) END,
          b.slug) FILTER (WHERE b.id IS NOT NULL), '[]') AS observations
    FROM indicator n
      LEFT JOIN observation b ON b.indicator_id = n.id AND (${only}::int[] IS NULL OR b.about_id = ANY(${only}::int[]))
      LEFT JOIN "record" r ON r.id = b.about_id
      LEFT JOIN model m ON m.id = b.about_id LEFT JOIN product p ON p.id = b.about_id
      LEFT JOIN organization v ON v.id = coalesce(m.vendor_id, p.vendor_id)
      LEFT JOIN organization o ON o.id = b.by_organization_id
    WHERE ${only}::int[] IS NULL OR b.id IS NOT NULL
    GROUP BY n.id, n.slug, n.name_zh, n.name_en, n.theme, n.unit, n.unit_name_zh, n.unit_name_en, n.note_zh, n.note_en ORDER BY n.slug`;
  return rows.map((row) => ({
    ...row,
    observations: row.observations.map(({ date, ...each }) => ({ ...each, date: partialDateOf(date) })),
  }));
}

/** Every indicator with every value, read once an edition: pages and charts ask it again and again. */
export const everyIndicator = keptForEdition('indicators', (facts: Facts) =>
  indicatorsWithObservations(facts),
);
