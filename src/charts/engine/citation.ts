import type { Lang } from '@/domain/bilingual';
import { site } from '@/i18n/site';

/** What a citation is made from. */
export interface Cited {
  /** The chart's title; null for the whole data set. */
  title: string | null;
  edition: number;
  /** When the edition was published: '2026-11-23'. The citation names that day, so its text stays the same. */
  day: string;
  /** The whole address. */
  url: string;
}

export const citationStyles = ['plain', 'gbt7714', 'apa', 'bibtex'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A chart, or the data set, as a reference: in words, by GB/T 7714-2015 (electronic resource), by APA 7, as BibTeX. */
export function citationOf(style: CitationStyle, { title, edition, day, url }: Cited, lang: Lang): string {
  const name = site[lang].name;
  const named = site[lang].edition(edition);
  const year = day.slice(0, 4);
  const parts = (...texts: (string | null)[]) => texts.filter((text) => text !== null);
  if (style === 'plain') {
    return lang === 'zh'
      ? parts(title === null ? name : `${name}：《${title}》`, named, day, url).join('，')
      : parts(name, title && `“${title}”`, named, day, url).join(', ');
  }
  if (style === 'gbt7714')
    return `${parts(name, title).join('. ')}[DB/OL]. ${named}. (${day})[${day}]. ${url}.`;
  if (style === 'apa') {
    const work = title === null ? '' : `${title}${/[?？!！]$/.test(title) ? '' : '.'} `;
    return `${name}. (${year}). ${work}(${named}) [Data set]. ${url}`;
  }
  const page = new URL(url).pathname.split('/').at(-1);
  const key = parts('ai-landscape', String(edition), page ? page : null).join('-');
  const who = title === null ? '' : `\n  author = {{${name}}},`;
  return `@misc{${key},${who}\n  title = {{${title ?? name}}},\n  year = {${year}},\n  edition = {${edition}},\n  note = {CC BY 4.0},\n  url = {${url}}\n}`;
}
