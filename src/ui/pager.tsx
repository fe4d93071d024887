import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';

type Props = {
  lang: Lang;
  /** This page, from 1, and how many there are. */
  page: number;
  pages: number;
  /** Rows on a page, and in all. */
  size: number;
  all: number;
  /** The address of a page, without the language. */
  path: (page: number) => string;
};

/** Links to the page before and the page after, and where this one stands. Draws nothing where one page is all. */
export function Pager({ lang, page, pages, size, all, path }: Props) {
  if (pages < 2) return null;
  const words = parts[lang];
  const first = (page - 1) * size + 1;
  const last = Math.min(all, page * size);
  return (
    <nav className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-small" aria-label={words.pages}>
      {page > 1 ? (
        <a rel="prev" href={href(lang, path(page - 1))}>
          ← {words.previous}
        </a>
      ) : null}
      <span className="text-muted">{words.pageOf(page, pages, first, last, all)}</span>
      {page < pages ? (
        <a rel="next" href={href(lang, path(page + 1))}>
          {words.next} →
        </a>
      ) : null}
    </nav>
  );
}
