import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { marks } from '@/i18n/marks';
import type { Answer } from './answer';

/** What the chart shows, in one or two sentences, and how much of the field it does not show. */
export function findingOf(
  { chart, state, data }: Pick<Answer, 'chart' | 'state' | 'data'>,
  lang: Lang,
): string {
  const found = chart.finding(data, state, lang);
  if (!data.limited) return found;
  const { shown, all } = data.limited;
  return `${found}${marks[lang].gap}${chartWords[lang].limited(shown, all)}`;
}
