import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';
import { site } from '@/i18n/site';

type Props = {
  lang: Lang;
  /** What was searched for, to be edited. */
  query?: string;
};

/** The search form in the body of a page: GET /search?q=… */
export function SearchForm({ lang, query }: Props) {
  return (
    <search>
      <form className="search-form" action={href(lang, '/search')}>
        <input
          type="search"
          name="q"
          defaultValue={query}
          aria-label={site[lang].searchLabel}
          placeholder={site[lang].searchPlaceholder}
        />
        <button type="submit" className="button">
          {parts[lang].searchInstead}
        </button>
      </form>
    </search>
  );
}
