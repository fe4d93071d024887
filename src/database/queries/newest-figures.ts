import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { ObservationBound } from '@/domain/observed';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { IndicatorTheme } from '@/records/indicator/schema';
import type { Facts } from '../reading';
import { bilingual, partialDate, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';

interface Figure {
  value: number | null;
  min: number | null;
  max: number | null;
  bound: ObservationBound;
  unit: string;
  unitName: Bilingual | null;
  date: PartialDate;
}

/** A value of an indicator that no later one of its subject has replaced, and the one before it. */
export interface NewestFigure extends Figure {
  id: number;
  theme: IndicatorTheme;
  indicator: { slug: string; name: Bilingual };
  subject: Bilingual;
  previous: Figure | null;
  evidence: Evidence[];
}

type Dated<Of> = Omit<Of, 'date'> & { date: { from: string; to: string; precision: Precision } };
type Row = Dated<Omit<NewestFigure, 'evidence' | 'previous'>> & { previous: Dated<Figure> | null };

/**
 * The newest values of each of these themes by the time that they are of, at most so many of a theme; forecasts are no
 * news of what is. Of one subject and indicator only the newest.
 */
export async function newestFigures(
  facts: Facts,
  themes: readonly IndicatorTheme[],
  most: number,
): Promise<NewestFigure[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH known AS (
      SELECT b.id, n.theme, n.slug AS indicator_slug, b.subject_zh, b.subject_en, b.date_from, b.date_to,
        ${slugAndName('n')} AS indicator,
        jsonb_build_object('value', b.value, 'min', b.min, 'max', b.max, 'bound', b.bound, 'unit', coalesce(b.unit, n.unit),
          'unitName', CASE WHEN coalesce(b.unit, n.unit) = n.unit AND n.unit_name_zh IS NOT NULL
            THEN ${bilingual('n.unit_name')} END,
          'date', ${partialDate('b.date')}) AS figure,
        coalesce(b.unit, n.unit) AS unit,
        row_number() OVER (PARTITION BY b.indicator_id, b.subject_zh, coalesce(b.unit, n.unit)
          ORDER BY b.date_from DESC, b.date_to, b.slug) AS place
      FROM observation b JOIN indicator n ON n.id = b.indicator_id
      WHERE n.theme = ANY(${[...themes]}::text[]) AND NOT b.projection
    ), newest AS (
      SELECT *, row_number() OVER (PARTITION BY theme ORDER BY date_from DESC, date_to, subject_zh, indicator_slug) AS rank
      FROM known WHERE place = 1
    )
    SELECT w.id, w.theme, w.indicator, ${bilingual('w.subject')} AS subject,
      (SELECT p.figure FROM known p WHERE p.indicator_slug = w.indicator_slug AND p.subject_zh = w.subject_zh
        AND p.unit = w.unit AND p.date_to < w.date_from ORDER BY p.date_from DESC, p.date_to, p.id LIMIT 1) AS previous,
      w.figure ->> 'bound' AS bound, w.unit, (w.figure -> 'unitName') AS "unitName", w.figure -> 'date' AS date,
      (w.figure ->> 'value')::float8 AS value, (w.figure ->> 'min')::float8 AS min, (w.figure ->> 'max')::float8 AS max
    FROM newest w WHERE w.rank <= ${most} ORDER BY array_position(${[...themes]}::text[], w.theme), w.rank`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    date: partialDateOf(row.date),
    previous: row.previous === null ? null : { ...row.previous, date: partialDateOf(row.previous.date) },
    evidence: evidence.get(row.id) ?? [],
  }));
}
