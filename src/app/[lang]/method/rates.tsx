import type { Lang } from '@/domain/bilingual';
import { currencyName } from '@/domain/currency';
import { formatPartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { methodWords } from '@/i18n/method';
import type { MethodFacts } from './method-facts';

/** Which rates there are, and where they come from. */
export function Rates({ lang, facts: { rates } }: { lang: Lang; facts: MethodFacts }) {
  const words = methodWords[lang];
  return (
    <ul className="max-w-text text-table">
      {rates.map(({ source, currencies, first, last, rates: count }) => (
        <li key={source.slug} className="border-rule border-b py-1.5">
          <a href={href(lang, `/sources/${source.slug}`)}>{source.title}</a>
          <span className="block text-muted text-small">
            {words.ratesOf(
              count,
              joinList(
                lang,
                currencies.map((currency) => currencyName(currency, lang)),
              ),
              formatPartialDate(first, lang),
              formatPartialDate(last, lang),
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
