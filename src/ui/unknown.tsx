import type { Lang } from '@/domain/bilingual';
import { evidenceWords } from '@/i18n/evidence';

export type WhyUnknown = 'unknown' | 'undisclosed' | 'not-applicable';

const words = {
  unknown: ['unknown', 'unknownWhy'],
  undisclosed: ['undisclosed', 'undisclosedWhy'],
  'not-applicable': ['notApplicable', 'notApplicableWhy'],
} as const;

/** In place of a figure that is not there: a word that says why, never a zero and never an empty cell. */
export function Unknown({ lang, why }: { lang: Lang; why: WhyUnknown }) {
  const [word, reason] = words[why];
  return (
    <span className="unknown" title={evidenceWords[lang][reason]}>
      {evidenceWords[lang][word]}
    </span>
  );
}
