import type { Bilingual, Lang } from '@/domain/bilingual';
import type { EvidenceSource } from '@/domain/evidence';
import { hostOf, readThrough, type SourceVia } from '@/domain/source-via';

/** A filter of records by the nearest of their sources. */
export const knownThroughLabel: Bilingual = { zh: '来源', en: 'Known through' };
export const knownThroughNames: Readonly<Record<SourceVia, Bilingual>> = {
  publisher: { zh: '有发布者原页', en: 'a publisher’s own page' },
  republication: { zh: '只见于转载', en: 'republished copies only' },
  digest: { zh: '只见于摘编', en: 'digests only' },
};

type Said = Pick<EvidenceSource, 'publisher' | 'url' | 'via' | 'carrier'>;

/** The carrier by name; else the host of the page that was read, if that is not how the publisher is called already. */
function carrierOf({ publisher, url, carrier }: Said): string | null {
  const who = carrier ?? hostOf(url);
  return who === publisher ? null : who;
}

/**
 * Who says it, and through whom it was read: '36氪，经 chengju.com 转载'. A copy never stands as its publisher's own
 * page. null where neither is on record.
 */
export function sourceByline(source: Said, lang: Lang): string | null {
  const { publisher, via } = source;
  if (via === 'republication') {
    const carrier = carrierOf(source);
    if (lang === 'zh') {
      if (carrier === null) return `${publisher ?? '原出处不详'}（转载）`;
      return publisher === null ? `${carrier} 转载，原出处不详` : `${publisher}，经 ${carrier} 转载`;
    }
    if (carrier === null) return `${publisher ?? 'unnamed outlet'} (republished)`;
    return publisher === null
      ? `unnamed outlet, republished at ${carrier}`
      : `${publisher}, republished at ${carrier}`;
  }
  if (via === 'digest') {
    const { carrier } = source;
    const written = publisher ?? carrier ?? hostOf(source.url);
    if (carrier !== null && publisher !== null && carrier !== publisher)
      return lang === 'zh' ? `${publisher}，据 ${carrier} 摘编` : `${publisher}, as summarised by ${carrier}`;
    return lang === 'zh' ? `${written ?? '佚名'}（摘编）` : `${written ?? 'unnamed'} (digest)`;
  }
  return publisher;
}

/** As `sourceByline`, with the title where nobody is named. */
export function sourceName(source: Said & { title: string }, lang: Lang): string {
  return sourceByline(source, lang) ?? source.title;
}

/** The title of a source for lists of sources; with who republished or summarised it, where that was read. */
export function citedTitle(source: Said & { title: string }, lang: Lang): string {
  const by = readThrough(source) === null ? null : sourceByline(source, lang);
  if (by === null) return source.title;
  return lang === 'zh' ? `${source.title}（${by}）` : `${source.title} (${by})`;
}

/** What the link to the page that was read is called. */
export function readPageName({ via }: Pick<EvidenceSource, 'via'>, lang: Lang): string {
  if (via === 'republication') return lang === 'zh' ? '查看转载页' : 'Read the republished copy';
  if (via === 'digest') return lang === 'zh' ? '查看摘编' : 'Read the digest';
  return lang === 'zh' ? '查看原文' : 'Read the original';
}
