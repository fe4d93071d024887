/**
 * What was read of a document: the page of who published it, a copy that somebody else put up, or a digest that tells
 * what others published. From the nearest to the furthest from who first said it.
 */
export const sourceVias = ['publisher', 'republication', 'digest'] as const;
export type SourceVia = (typeof sourceVias)[number];

/** Ways of reading that are not the publisher's own page. */
export const secondHandVias = ['republication', 'digest'] as const satisfies readonly SourceVia[];
export type SecondHandVia = (typeof secondHandVias)[number];

/** What is known of how a source was read. null: nobody has said, and nothing is claimed. */
export type ReadVia = { via: SourceVia | null };

/**
 * Through what a figure is known where no statement about it was read at its publisher: the nearest of the ways. null
 * where one statement was, where one does not say how it was read, and where there is none.
 */
export function secondHandVia(sources: readonly ReadVia[]): SecondHandVia | null {
  if (sources.length === 0 || sources.some(({ via }) => via === null || via === 'publisher')) return null;
  return secondHandVias.find((each) => sources.some(({ via }) => via === each)) ?? null;
}

/** The name of a page's host, as one would say it. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
}
