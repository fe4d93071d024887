import type { Lang } from '@/domain/bilingual';
import { formatTotal } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';
import { Disclosure } from '@/ui/disclosure';
import { FindingLine } from '@/ui/finding-line';
import type { FundingList } from './funding-list';

/** The total of exactly what is filtered, and what was left out of it and why. */
export function TotalLine({ lang, list }: { lang: Lang; list: FundingList }) {
  const words = fundingPage[lang];
  const { total, currency, matching, undated } = list;
  const left = total.leftOut.reduce((sum, { count }) => sum + count, 0);
  const stop = lang === 'zh' ? '。' : '.';
  return (
    <div className="mb-5 grid gap-1">
      <FindingLine>
        {words.count(matching)}
        {lang === 'zh' ? '：' : ': '}
        {formatTotal(total, currency, lang)}
        {stop}
      </FindingLine>
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
