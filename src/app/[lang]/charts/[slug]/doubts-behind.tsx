import type { Answer } from '@/charts/engine/answer';
import { recordsOf } from '@/charts/engine/basis';
import type { Lang } from '@/domain/bilingual';
import { doubtWords } from '@/i18n/doubts';
import { href } from '@/i18n/href';
import { doubtsPath } from '@/lists/doubts/parameters';
import type { RecordKind } from '@/records/record';

/** The kind of a record by where its page stands. */
const kinds: readonly (readonly [RegExp, RecordKind])[] = [
  [/^\/models\//, 'model'],
  [/^\/funding\//, 'funding-event'],
  [/^\/indicators/, 'observation'],
];

/** How many records behind a chart have a statement that is doubted, with the way to what is in doubt. */
export function DoubtsBehind({ lang, answer }: { lang: Lang; answer: Answer }) {
  const doubted = recordsOf(answer.data).filter(({ evidence }) =>
    evidence.some(({ doubt }) => doubt !== null),
  );
  if (doubted.length === 0) return null;
  const kind = [
    ...new Set(doubted.flatMap(({ path }) => kinds.flatMap(([at, of]) => (at.test(path) ? [of] : [])))),
  ];
  return (
    <li>
      <a href={href(lang, doubtsPath({ doubt: ['doubted'], kind }))}>
        {doubtWords[lang].behindChart(doubted.length)}
      </a>
    </li>
  );
}
