import type { Lang } from '@/domain/bilingual';

/** The formats of a feed, with their names. */
export const feedFormatNames = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON Feed'],
] as const;

/** The address of a feed, with the filter of its page (`query`, without '?'). */
export function feedAddress(lang: Lang, name: string, format: string, query: string): string {
  const asked = [query, lang === 'en' ? 'lang=en' : ''].filter((part) => part !== '').join('&');
  return `/feeds/${name}.${format}${asked === '' ? '' : `?${asked}`}`;
}

/** The feed of a page as its head names it, so that feed readers find it by the address of the page. */
export function feedTypes(
  lang: Lang,
  feeds: readonly { name: string; title: string; query: string }[],
): Record<string, { url: string; title: string }[]> {
  const of = (format: string) =>
    feeds.map(({ name, title, query }) => ({ url: feedAddress(lang, name, format, query), title }));
  return {
    'application/atom+xml': of('atom'),
    'application/rss+xml': of('rss'),
    'application/feed+json': of('json'),
  };
}
