/**
 * What was read of a document: the page of who published it, a copy that somebody else put up, or a digest that tells
 * what others published. From the nearest to the furthest from who first said it.
 */
export const sourceVias = ['publisher', 'republication', 'digest'] as const;
export type SourceVia = (typeof sourceVias)[number];

/** Ways of reading that are not the publisher's own page. */
export const secondHandVias = ['republication', 'digest'] as const satisfies readonly SourceVia[];
export type SecondHandVia = (typeof secondHandVias)[number];

/** What is known of how a source was read: `via` null where nobody has said; `seen` false where nobody has opened it. */
export type ReadVia = { via: SourceVia | null; seen: boolean };

/** How far from who said it: 0 at the publisher, and where nobody has said how it was read; else as in `sourceVias`. */
export function viaDistance(via: SourceVia | null): number {
  return via === null ? 0 : sourceVias.indexOf(via);
}

/**
 * Through what a figure is known where no statement about it was read at its publisher: the nearest of the ways. null
 * where one statement was, where one does not say how it was read, and where there is none. A source that nobody has
 * opened makes nothing first-hand: it counts only where none was opened.
 */
export function secondHandVia(sources: readonly ReadVia[]): SecondHandVia | null {
  if (sources.length === 0) return null;
  const opened = sources.filter(({ seen }) => seen);
  const nearest = Math.min(...(opened.length > 0 ? opened : sources).map(({ via }) => viaDistance(via)));
  return secondHandVias[nearest - 1] ?? null;
}

/** The way in which this one source was read, if it is not its publisher's page. */
export function readThrough({ via }: { via: SourceVia | null }): SecondHandVia | null {
  return secondHandVias[viaDistance(via) - 1] ?? null;
}

/** The name of a page's host, as one would say it. */
export function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '');
}
