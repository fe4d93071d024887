import { periodInWords } from '@/charts/facts/calendar';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { formatTotal } from '@/domain/totals';
import { href } from '@/i18n/href';
import { overview } from '@/i18n/overview';
import { FindingLine } from '@/ui/finding-line';
import type { StateOfIndustry } from './state-of-industry';

/** How far the facts reach, and what happened in the newest two quarters of them. */
export function Lately({ lang, state: { lately, newest } }: { lang: Lang; state: StateOfIndustry }) {
  const words = overview[lang];
  const last = [newest.models, newest.funding, newest.prices, newest.usage]
    .filter((date) => date !== null)
    .sort()
    .at(-1);
  if (lately === null || last === undefined) return <FindingLine>{words.nothing}</FindingLine>;
  const { since, models, events, total } = lately;
  return (
    <div className="overview-lately">
      <FindingLine>
        {words.lately(periodInWords(since, lang), models, events, formatTotal(total, 'CNY', lang))}
      </FindingLine>
      <p className="link-line text-small">
        <span className="text-muted">{words.upTo(formatPartialDate(last, lang))}</span>
        <a href={href(lang, `/charts/releases?from=${since}`)}>{words.releases} →</a>
        <a href={href(lang, `/funding?from=${since.slice(0, 4)}-${since.slice(4)}`)}>{words.money} →</a>
      </p>
    </div>
  );
}
