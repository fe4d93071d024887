import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Lang } from '@/domain/bilingual';
import { joinSentences } from '@/i18n/list';
import { type ChartData, defineChart } from '../engine/definition';
import { groupBy } from '../facts/group-by';
import {
  type ObservationBarState,
  observationBarParameters,
  observationBars,
} from '../facts/observation-bars';
import { type ObservationRow, observationWords, valueInWords } from '../facts/observation-words';
import type { Indicators } from '../facts/observations';
import { surveyWords } from './words';

/** Shares that somebody asked about: who uses large models, and what is wrong with the data. */
function surveysOf({ indicators }: Indicators): IndicatorWithObservations[] {
  return indicators.filter(
    ({ theme, unit }) => unit === 'share' && (theme === 'adoption' || theme === 'data'),
  );
}

/** Those that answer the question: who uses it, and what is wrong with the data. */
const first = [
  'ai-adoption-companies',
  'genai-adoption-companies',
  'paid-adoption-us',
  'genai-adoption-population',
  'data-quality-problems',
];

export const definition = defineChart({
  slug: 'surveys',
  name: { zh: '采用与数据质量', en: 'Adoption and data quality' },
  question: () => ({
    zh: '调查里多少企业在用大模型，多少企业的数据有问题？',
    en: 'What share of companies uses large models, and what share has trouble with its data?',
  }),
  parameters: observationBarParameters(2),
  ...observationBars(surveysOf, first, surveyWords.note),
  finding,
});

function finding({ rows }: ChartData<ObservationRow>, _state: ObservationBarState, lang: Lang): string {
  const words = surveyWords[lang];
  const surveys = [...groupBy(rows, ({ indicator }) => indicator).values()];
  if (surveys.length === 0) return observationWords[lang].none;
  const reach = (row: ObservationRow) => row.floor ?? row.ceiling ?? 0;
  const sentences = surveys.slice(0, 3).flatMap((own) => {
    const [top] = [...own].sort((a, b) => reach(b) - reach(a));
    return top ? words.highest(top.indicatorName[lang], top.subject[lang], valueInWords(top, lang)) : [];
  });
  return joinSentences(lang, [words.finding(rows.length, surveys.length), ...sentences]);
}
