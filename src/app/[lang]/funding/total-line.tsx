import type { Lang } from '@/domain/bilingual';
import { fundingPage } from '@/i18n/funding';
import { type FundingAnswer, funding } from '@/lists/funding/definition';
import { Disclosure } from '@/ui/disclosure';
import { FindingLine } from '@/ui/finding-line';

/** The total of exactly what is filtered, and what was left out of it and why. */
export function TotalLine({ lang, list }: { lang: Lang; list: FundingAnswer }) {
  const words = fundingPage[lang];
  const { total, matches } = list;
  const { undated } = matches;
  const left = total.leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="mb-5 grid gap-1">
      <FindingLine>{funding.finding(list, lang)}</FindingLine>
      {left === 0 ? null : (
        <Disclosure summary={words.leftOut(left)}>
          <ul className="text-table">
            {total.leftOut.map(({ why, count }) => (
              <li key={why.en}>{words.leftOutOf(why[lang], count)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {undated === 0 ? null : <p className="text-muted text-small">{words.undatedLeft(undated)}</p>}
    </div>
  );
}
