import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

/** Who says it stands in the value itself: a judgement is never the product's own view. */
function accordingTo(text: Bilingual, evidence: readonly Evidence[]): Bilingual {
  const who = [...new Set(evidence.map(({ source }) => source.publisher ?? source.title))];
  if (who.length === 0) return text;
  return { zh: `据${who.join('、')}：${text.zh}`, en: `According to ${who.join(', ')}: ${text.en}` };
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
