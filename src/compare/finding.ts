import type { Lang } from '@/domain/bilingual';
import { compareFinding, compareWords } from '@/i18n/compare';
import { joinList } from '@/i18n/list';
import { marks } from '@/i18n/marks';
import type { Comparison } from './comparison';
import { type SubjectKey, subjectKeys } from './subject-kind';
import { amountOf } from './value';

/** Dimensions whose leader is named, by the kind of subject. */
const told: Record<SubjectKey, readonly [string, 'models' | 'industries' | 'largest' | 'served'][]> = {
  vendors: [
    ['models-on-record', 'models'],
    ['industry-count', 'industries'],
  ],
  models: [['parameters', 'largest']],
  industries: [
    ['vendors-serving', 'served'],
    ['models-for-it', 'models'],
  ],
};

/** What is compared, in a line: 百度、华为对比. */
export function headingOf({ subjects, state }: Pick<Comparison, 'subjects' | 'state'>, lang: Lang): string {
  const words = compareWords[lang];
  if (subjects.length > 1) return words.heading(subjects.map(({ name }) => name[lang]));
  return words.titles[subjectKeys.indexOf(state.kind)] ?? '';
}

/** Where the subjects differ and who is ahead, in one or two sentences made from the rows. */
export function findingOf(
  { subjects, rows, state }: Pick<Comparison, 'subjects' | 'rows' | 'state'>,
  lang: Lang,
): string {
  const words = compareFinding[lang];
  if (subjects.length < 2) return '';
  const leader = ([key, say]: readonly [
    string,
    'models' | 'industries' | 'largest' | 'served',
  ]): string[] => {
    const row = rows.find(({ dimension }) => dimension.key === key);
    const amounts = (row?.cells ?? []).map((cell) => (cell.value === null ? null : amountOf(cell.value)));
    const most = Math.max(...amounts.map((amount) => amount ?? 0));
    const ahead = subjects.filter((_, at) => amounts[at] === most);
    // All level: nobody is ahead, and the sentence would say nothing.
    if (most === 0 || ahead.length === subjects.length) return [];
    const who = joinList(
      lang,
      ahead.map(({ name }) => name[lang]),
    );
    return [words[say](who, ahead.length > 1, most)];
  };
  const same = rows.filter(({ differs }) => !differs).length;
  return [...told[state.kind].flatMap(leader), words.same(subjects.length, same, rows.length)].join(
    marks[lang].gap,
  );
}
