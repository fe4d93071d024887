import type { Lang } from '@/domain/bilingual';
import { marks } from '@/i18n/marks';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import type { PlaceRow, State } from './rows';
import { whereWords } from './words';

/** The figures of a place in one line. */
export function figuresInWords(row: PlaceRow, state: State, lang: Lang): string {
  const words = whereWords[lang];
  return [
    words.organizationCount(row.organizations),
    ...(row.models > 0 ? [words.modelCount(row.models)] : []),
    ...(row.events > 0 ? [sumInWords(row, currencyOf(state), lang)] : []),
  ].join(marks[lang].comma);
}
