import {
  everyIndicator,
  type IndicatorWithObservations,
  type ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import type { Facts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { observedRange } from '@/domain/observed';
import { formatPartialDate } from '@/domain/partial-date';
import { marks } from '@/i18n/marks';
import { inUnit, unitInWords } from '@/i18n/observed-value';
import { observationPath } from '@/linking/shown-at';
import type { BasisRecord, Column } from '../engine/definition';
import type { leftOutList } from '../engine/left-out';
import { type ObservationRow, observationWords, valueInWords } from './observation-words';

export type Indicators = { indicators: IndicatorWithObservations[] };

export async function readIndicators(facts: Facts): Promise<Indicators> {
  return { indicators: await everyIndicator(facts) };
}

/** The row of an observation. */
export function observationRow(
  { slug, name }: Pick<IndicatorWithObservations, 'slug' | 'name'>,
  seen: ObservationOnRecord,
): ObservationRow {
  const { min, max } = observedRange(seen);
  return {
    slug: seen.slug,
    indicator: slug,
    indicatorName: name,
    subject: seen.subject,
    date: seen.date,
    floor: min,
    ceiling: max,
    bound: seen.bound,
    unit: seen.unit,
    unitName: seen.unitName,
    projection: seen.projection,
    by: seen.by?.name ?? null,
  };
}

/** The observation as the basis of a figure. */
export function basisOfObservation(
  indicator: Pick<IndicatorWithObservations, 'slug'>,
  seen: Pick<ObservationOnRecord, 'slug' | 'subject' | 'date' | 'evidence'>,
): BasisRecord {
  const name = (lang: Lang) =>
    `${seen.subject[lang]}${marks[lang].comma}${formatPartialDate(seen.date, lang)}`;
  return {
    name: { zh: name('zh'), en: name('en') },
    path: observationPath(indicator.slug, seen.slug),
    evidence: seen.evidence,
  };
}

/** The rows of the indicators, with the observation behind each; those without a figure go to `left`. */
export function observationRows(
  indicators: readonly IndicatorWithObservations[],
  left: ReturnType<typeof leftOutList>,
): { row: ObservationRow; basis: BasisRecord[] }[] {
  return indicators.flatMap((indicator) =>
    indicator.observations.flatMap((seen) => {
      const row = observationRow(indicator, seen);
      const basis = basisOfObservation(indicator, seen);
      if (row.floor !== null || row.ceiling !== null) return [{ row, basis: [basis] }];
      left.leave(observationWords.notStated, basis);
      return [];
    }),
  );
}

/** The columns of a table of observations. */
export function observationColumns(): Column<ObservationRow>[] {
  const bound = (key: 'floor' | 'ceiling', label: Bilingual): Column<ObservationRow> => ({
    key,
    label,
    kind: 'number',
    unit: null,
    value: (row) => row[key],
    text: (row, lang) => {
      const value = row[key];
      return value === null ? '—' : inUnit(row, lang)(value);
    },
  });
  const text = (
    key: string,
    label: Bilingual,
    value: (row: ObservationRow, lang: Lang) => string | null,
  ): Column<ObservationRow> => ({ key, label, kind: 'text', unit: null, value });
  return [
    {
      ...text('indicator', { zh: '指标', en: 'Indicator' }, (row, lang) => row.indicatorName[lang]),
      path: (row) => `/indicators/${row.indicator}`,
    },
    text('subject', { zh: '对象', en: 'Of what' }, (row, lang) => row.subject[lang]),
    {
      ...text('date', { zh: '时间', en: 'When' }, (row) => row.date),
      text: (row, lang) => formatPartialDate(row.date, lang),
    },
    bound('floor', { zh: '至少', en: 'At least' }),
    bound('ceiling', { zh: '至多', en: 'At most' }),
    {
      ...text('unit', { zh: '单位', en: 'Unit' }, (row) => row.unit),
      text: (row, lang) => unitInWords(row, lang),
    },
    text('stated', { zh: '来源所说', en: 'As stated' }, (row, lang) => valueInWords(row, lang)),
    {
      ...text('by', { zh: '谁测算', en: 'Who counted' }, (row, lang) => row.by?.[lang] ?? null),
      text: (row, lang) => row.by?.[lang] ?? '—',
    },
  ];
}
