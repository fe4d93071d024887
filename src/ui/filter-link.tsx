import type { ComponentProps } from 'react';

/** Parameters that only order what another address shows, or choose its columns. */
const arranging = /[?&](?:sort|order|columns|highlight)=/;

/**
 * Crawlers are asked not to follow addresses that combine conditions or only order what stands elsewhere: there is no end of
 * them, and none has anything of its own. One condition alone is a page that somebody may look for.
 */
export function followed(href: string): boolean {
  return !/[&~]|%7e/i.test(href) && !arranging.test(href);
}

/** A link that filters or orders the list that it stands beside. */
export function FilterLink({ href, rel, ...rest }: ComponentProps<'a'> & { href: string }) {
  return <a {...rest} href={href} rel={followed(href) ? rel : [rel, 'nofollow'].filter(Boolean).join(' ')} />;
}
