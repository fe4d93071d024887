import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Lang } from '@/domain/bilingual';
import { joinSentences } from '@/i18n/list';
import { formatShare } from '@/i18n/numbers';
import { type ChartData, defineChart } from '../engine/definition';
import {
  type ObservationBarState,
  observationBarParameters,
  observationBars,
} from '../facts/observation-bars';
import { type ObservationRow, observationWords, valueInWords } from '../facts/observation-words';
import type { Indicators } from '../facts/observations';
import { computeWords } from './words';

/** Hardware, and what running models on it is said to cost; the cost of training has a chart of its own. */
function isCompute({ theme, unit }: Pick<IndicatorWithObservations, 'theme' | 'unit'>): boolean {
  // A rank as a bar would make the last the longest.
  return unit !== 'rank' && (theme === 'chips' || theme === 'capacity' || theme === 'spending');
}

/** What answers the question in one screen: three measures of a chip, and what serving is said to need. */
const first = [
  'accelerator-fp16-performance',
  'accelerator-memory-throughput',
  'interconnect-bandwidth',
  'accelerators-needed',
];
const parameters = observationBarParameters(5);

/** Hardware first, then money. */
function computeOf({ indicators }: Indicators): IndicatorWithObservations[] {
  const rank = ({ slug, theme }: IndicatorWithObservations) =>
    slug.includes('bandwidth') ? 0 : theme === 'spending' ? 2 : 1;
  return indicators.filter(isCompute).sort((a, b) => rank(a) - rank(b));
}

export const definition = defineChart({
  slug: 'compute',
  name: { zh: '算力', en: 'Compute' },
  question: () => ({
    zh: '加速芯片有多快，用大模型服务要多少算力和钱？',
    en: 'How fast are accelerators, and how much compute and money is serving said to need?',
  }),
  parameters,
  ...observationBars(computeOf, first, computeWords.note),
  finding,
});

function finding({ rows }: ChartData<ObservationRow>, _state: ObservationBarState, lang: Lang): string {
  const words = computeWords[lang];
  if (rows.length === 0) return observationWords[lang].none;
  const bandwidths = rows
    .filter(({ indicator, floor }) => indicator.includes('bandwidth') && floor !== null)
    .sort((a, b) => (b.floor ?? 0) - (a.floor ?? 0));
  const [top, second] = bandwidths;
  const needs = rows
    .filter(({ indicator }) => indicator === 'accelerators-needed')
    .map((row) => words.most(row.indicatorName[lang], row.subject[lang], valueInWords(row, lang)));
  return joinSentences(lang, [
    words.finding(rows.length, new Set(rows.map(({ indicator }) => indicator)).size),
    top && second
      ? words.bandwidth(
          top.subject[lang],
          valueInWords(top, lang),
          second.subject[lang],
          formatShare(lang, (second.floor ?? 0) / (top.floor ?? 1)),
        )
      : '',
    ...needs.slice(0, 1),
  ]);
}
