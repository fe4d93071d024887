import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { listWords } from '@/i18n/lists';

type Props = {
  lang: Lang;
  /** The numbers of the first and the last row shown, and of all rows. */
  first: number;
  last: number;
  all: number;
  /** Addresses of the pages before and after, without the language; null where there is none. */
  previous: string | null;
  next: string | null;
};

/** Links to the page before and the page after, and where this one stands. Draws nothing where one page is all. */
export function CursorPager({ lang, first, last, all, previous, next }: Props) {
  if (previous === null && next === null) return null;
  const words = listWords[lang];
  return (
    <nav className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-small" aria-label={words.pages}>
      {previous === null ? null : (
        <a rel="prev" href={href(lang, previous)}>
          ← {words.previous}
        </a>
      )}
      <span className="text-muted">{words.rows(first, last, all)}</span>
      {next === null ? null : (
        <a rel="next" href={href(lang, next)}>
          {words.next} →
        </a>
      )}
    </nav>
  );
}
