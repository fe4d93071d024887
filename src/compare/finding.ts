import type { Lang } from '@/domain/bilingual';
import { compareFinding } from '@/i18n/compare';
import { joinList } from '@/i18n/list';
import type { Comparison } from './comparison';
import { amountOf } from './value';

/** Where the vendors differ and who is ahead, in one or two sentences made from the rows. */
export function findingOf({ subjects, rows }: Pick<Comparison, 'subjects' | 'rows'>, lang: Lang): string {
  const words = compareFinding[lang];
  if (subjects.length < 2) return '';
  const leader = (key: string, say: (who: string, several: boolean, count: number) => string): string[] => {
    const row = rows.find(({ dimension }) => dimension.key === key);
    const amounts = (row?.cells ?? []).map((cell) => (cell.value === null ? null : amountOf(cell.value)));
    const most = Math.max(...amounts.map((amount) => amount ?? 0));
    const ahead = subjects.filter((_, at) => amounts[at] === most);
    // All level: nobody is ahead, and the sentence would say nothing.
    if (most === 0 || ahead.length === subjects.length) return [];
    return [
      say(
        joinList(
          lang,
          ahead.map(({ name }) => name[lang]),
        ),
        ahead.length > 1,
        most,
      ),
    ];
  };
  const same = rows.filter(({ differs }) => !differs).length;
  return [
    ...leader('models-on-record', words.models),
    ...leader('industry-count', words.industries),
    words.same(subjects.length, same, rows.length),
  ].join(lang === 'zh' ? '' : ' ');
}
