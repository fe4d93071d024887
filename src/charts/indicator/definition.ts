import {
  everyIndicator,
  type IndicatorWithObservations,
} from '@/database/queries/indicators-with-observations';
import { type RatesWithSource, ratesToConvertWith } from '@/database/queries/rates-to-convert-with';
import type { Facts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { howComplete } from '@/domain/how-complete';
import { data as colours } from '@/domain/palette';
import { dateSpan } from '@/domain/partial-date';
import { howCompleteNote } from '@/i18n/how-complete';
import { marks } from '@/i18n/marks';
import { unitInWords } from '@/i18n/observed-value';
import { numberOf, type Option } from '@/linking/parameters';
import { type ChartData, defineChart, type LegendItem, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { observationWords, subjectInWords, valueInWords } from '../facts/observation-words';
import { basisOfObservation } from '../facts/observations';
import { chosen, optionsFrom } from '../facts/options';
import { columns } from './columns';
import { finding } from './finding';
import { coloursOf, formOf, seriesOf, single } from './look';
import { type IndicatorRow, parameters, type State } from './rows';
import { type Subject, subjectsOf } from './subjects';
import { isMoney, rowOf } from './value';
import { indicatorChartWords } from './words';

/** All indicators by name, the one that the chart is of, and what amounts are converted with. */
export type Read = {
  indicators: readonly IndicatorWithObservations[];
  /** What was made of each for this edition. */
  ones: Map<string, Read>;
  one: IndicatorWithObservations | null;
  rates: RatesWithSource;
};

/** The indicator that stands for all where a link names none. */
const first = 'monthly-active-users';

async function read(facts: Facts): Promise<Read> {
  const indicators = await everyIndicator(facts);
  return { indicators, ones: new Map(), one: null, rates: await ratesToConvertWith(facts) };
}

/** The chart of the indicator that the query names. */
function one(read: Read, search: URLSearchParams) {
  const { indicators, ones } = read;
  const asked = search.get('of');
  const named = indicators.find(({ slug }) => slug === asked);
  const own =
    named ??
    indicators.find(({ slug }) => slug === first) ??
    indicators.find(({ observations }) => observations.length > 0) ??
    null;
  const known = ones.get(own?.slug ?? '') ?? { ...read, one: own };
  ones.set(own?.slug ?? '', known);
  const whole = new URLSearchParams(search);
  if (asked === null && own) whole.set('of', own.slug);
  // A link to one value names it; the state names the subject that it is of.
  const value = whole.get('observation');
  whole.delete('observation');
  const subject =
    value !== null && own && !whole.has('subjects')
      ? subjectsOf(own).find(({ observations }) => observations.some(({ slug }) => slug === value))
      : undefined;
  if (subject) whole.set('subjects', subject.key);
  return { chart: own === null ? anyIndicator : chartOf(own), read: known, search: whole };
}

/** The definition with the words of one indicator. */
function chartOf(indicator: IndicatorWithObservations): typeof anyIndicator {
  const { name } = indicator;
  const series = subjectsOf(indicator).some(
    ({ observations }) => new Set(observations.map(({ date }) => date)).size > 1,
  );
  const title = (lang: Lang) => indicatorChartWords[lang].title(name[lang], series);
  const converts = new Set(indicator.observations.map(({ unit }) => unit)).size > 1;
  const idle = [
    ...(isMoney(indicator.unit) ? [] : ['currency']),
    ...(indicator.unit === 'share' ? ['axis'] : []),
  ];
  return {
    ...anyIndicator,
    name,
    question: () => ({ zh: title('zh'), en: title('en') }),
    columns: (state) => columns({ converts: converts || state.currency !== 'own' }),
    idle,
  };
}

const anyIndicator = defineChart({
  slug: 'indicator',
  name: { zh: indicatorChartWords.zh.name, en: indicatorChartWords.en.name },
  question: () => ({ zh: indicatorChartWords.zh.name, en: indicatorChartWords.en.name }),
  parameters,
  address: { under: '/indicators', parameter: 'of' },
  read,
  options: ({ indicators, one: own }: Read) => ({
    of: optionsFrom(indicators),
    subjects: own === null ? [] : subjectOptions(own),
  }),
  highlight: { options: 'subjects', of: (row: IndicatorRow) => row.key },
  answer,
  columns: () => columns({ converts: true }),
  finding,
  rowInWords: (row, _state, lang) =>
    `${subjectInWords(row, lang)}${marks[lang].colon}${valueInWords(row, lang)}`,
  legend,
});

/** The chart of any one indicator. */
export const definition = { ...anyIndicator, one };

function subjectOptions(indicator: IndicatorWithObservations): Option[] {
  return optionsFrom(
    subjectsOf(indicator).flatMap(({ key, observations: [seen] }) =>
      seen ? [{ slug: key, name: seen.subject }] : [],
    ),
  );
}

function answer({ one: indicator, rates }: Read, state: State): ChartData<IndicatorRow> {
  if (indicator === null) return { rows: [], basis: [], leftOut: [], notes: [] };
  const left = leftOutList();
  const all = subjectsOf(indicator);
  const wanted = all.filter(({ key }) => chosen(state.subjects, key));
  // Subjects that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.subjects.length > 0 ? wanted : wanted.slice(0, numberOf(state.top));
  const cells = shown.flatMap((subject) =>
    subject.observations.flatMap((seen) => {
      const basis = basisOfObservation(indicator, seen);
      const made = rowOf(indicator, subject.key, seen, state, rates);
      if ('row' in made) return [{ row: made.row, basis: [basis] }];
      left.leave(made.reason, basis);
      return [];
    }),
  );
  const beyond = wanted.slice(shown.length);
  const reason: Bilingual = {
    zh: indicatorChartWords.zh.beyond(beyond.length),
    en: indicatorChartWords.en.beyond(beyond.length),
  };
  for (const { observations } of beyond)
    for (const seen of observations) left.leave(reason, basisOfObservation(indicator, seen));
  const rows = cells.map(({ row }) => row);
  return {
    rows,
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(shown.length, wanted.length),
    ends: endOf(shown),
    notes: notesOf(indicator, rows),
  };
}

/** How far the observations of these subjects reach; a forecast is none of its day. */
function endOf(subjects: readonly Subject[]): Bilingual {
  const observed = subjects.flatMap(({ observations }) =>
    observations.filter(({ projection }) => !projection),
  );
  return howCompleteNote(howComplete(observed.map(({ date }) => dateSpan(date))));
}

function notesOf({ note }: IndicatorWithObservations, rows: readonly IndicatorRow[]): Bilingual[] {
  const converted = rows.filter((row) => row.converted !== null);
  const [axis] = rows;
  const count = converted.length;
  const source = [...new Set(converted.flatMap((row) => row.converted?.source ?? []))].join(' · ');
  return [
    ...(note === null ? [] : [note]),
    ...(formOf(rows) === 'time' ? [indicatorChartWords.noteTime] : []),
    ...(axis && count > 0
      ? [
          {
            zh: indicatorChartWords.zh.converted(count, unitInWords(axis, 'zh'), source),
            en: indicatorChartWords.en.converted(count, unitInWords(axis, 'en'), source),
          },
        ]
      : []),
  ];
}

function legend(rows: readonly IndicatorRow[]): LegendItem[] {
  const forecast = rows.some(({ projection }) => projection)
    ? [{ label: indicatorChartWords.projection, colour: single, mark: 'ring' as const }]
    : [];
  if (formOf(rows) === 'bars')
    return [
      { label: observationWords.floorLegend, colour: colours.blue, mark: 'solid', key: 'floor' },
      ...forecast,
    ];
  const own = coloursOf(rows);
  const series = [...seriesOf(rows)].flatMap(([key, [row]]): LegendItem[] => {
    const colour = own.get(key);
    return row && colour ? [{ label: row.subject, colour, mark: 'solid' }] : [];
  });
  const alone = rows.some(({ key }) => !own.has(key))
    ? [{ label: indicatorChartWords.single, colour: single, mark: 'solid' as const }]
    : [];
  return [...series, ...alone, ...forecast];
}
