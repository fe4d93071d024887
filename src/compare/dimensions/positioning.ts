import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { sourceName } from '@/i18n/source-byline';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

/** Who says it stands in the value itself: a judgement is never the product's own view. */
function accordingTo(text: Bilingual, evidence: readonly Evidence[]): Bilingual {
  if (evidence.length === 0) return text;
  const who = (lang: Lang) => [...new Set(evidence.map(({ source }) => sourceName(source, lang)))];
  return {
    zh: `据${who('zh').join('；')}：${text.zh}`,
    en: `According to ${who('en').join('; ')}: ${text.en}`,
  };
}

export const strengths = defineDimension({
  key: 'strengths',
  group: 'positioning',
  kind: 'words',
  label: { zh: '长处', en: 'Strengths' },
  find: ({ positions }) =>
    positions.length === 0
      ? { missing: 'unknown' }
      : {
          value: positions.map(({ text, evidence }) => accordingTo(text, evidence)),
          evidence: evidenceTogether(positions.map(({ evidence }) => evidence)),
        },
});
