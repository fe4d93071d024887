import type { Lang } from '@/domain/bilingual';
import { site } from '@/i18n/site';

/** What a citation is made from. */
export interface CitedChart {
  title: string;
  edition: number;
  /** When the edition was published: '2026-11-23'. The citation names that day, so its text stays the same. */
  day: string;
  /** The whole address. */
  url: string;
}

export const citationStyles = ['plain', 'gbt7714', 'apa', 'bibtex'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A chart as a reference: in words, by GB/T 7714-2015 (electronic resource), by APA 7, as BibTeX. */
export function citationOf(
  style: CitationStyle,
  { title, edition, day, url }: CitedChart,
  lang: Lang,
): string {
  const name = site[lang].name;
  const named = site[lang].edition(edition);
  const year = day.slice(0, 4);
  if (style === 'plain') {
    return lang === 'zh'
      ? `${name}：《${title}》，${named}，${day}，${url}`
      : `${name}, “${title}”, ${named}, ${day}, ${url}`;
  }
  if (style === 'gbt7714') return `${name}. ${title}[DB/OL]. ${named}. (${day})[${day}]. ${url}.`;
  if (style === 'apa') {
    const stop = /[?？!！]$/.test(title) ? '' : '.';
    return `${name}. (${year}). ${title}${stop} (${named}) [Data set]. ${url}`;
  }
  const key = `ai-landscape-${edition}-${
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  }`;
  return `@misc{${key},\n  author = {{${name}}},\n  title = {{${title}}},\n  year = {${year}},\n  edition = {${edition}},\n  note = {CC BY 4.0},\n  url = {${url}}\n}`;
}
