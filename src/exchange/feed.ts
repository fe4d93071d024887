import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import type { Lang } from '@/domain/bilingual';

export const feedFormats = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/**
 * Names something for ever, whatever address the site has: a UUID of its name (RFC 9562, version 5), as Atom takes it. A site
 * that moves or gets https keeps its ids, so no reader shows old entries as new.
 */
export function feedId(name: string): string {
  const hash = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// Drawn once, for the names of this project.
const space = Buffer.from('7d0c6f0e5b1d4c3b9a52e1f6a4c8d370', 'hex');

/** One entry of a feed. */
export interface FeedEntry {
  /** What the entry is about, without the site: an entry that is corrected keeps it. */
  name: string;
  title: string;
  /** Full address. */
  link: string;
  summary: string;
  /** When it last changed. */
  updated: Date;
  /** When it first appeared. */
  published: Date;
}

/** A feed, whatever format it is asked for in. */
export interface FeedContent {
  title: string;
  description: string;
  lang: Lang;
  /** What the feed is, without the site: 'funding?family=series'. */
  name: string;
  /** The page that shows the same list. */
  link: string;
  /** The feed's own address, without its format: '…/feeds/changes' and '?…'. */
  self: (format: FeedFormat) => string;
  entries: readonly FeedEntry[];
  /** When the facts last changed, for a feed without entries. */
  updated: Date;
}

const types: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

const codes: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

/** Characters that XML 1.0 cannot hold in any form: controls, halves of surrogate pairs, non-characters. */
const notInXml = /(?![\n\t\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

function clean(text: string): string {
  return text.replace(notInXml, '');
}

/** Readers show entries as HTML; what we have is text. */
function html(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/** A feed as a file: its text and its media type. */
export function feedFile(content: FeedContent, format: FeedFormat): { body: string; type: string } {
  const newest = content.entries.map((entry) => entry.updated.getTime());
  const updated = newest.length === 0 ? content.updated : new Date(Math.max(...newest));
  const feed = new Feed({
    id: feedId(`${content.lang} ${content.name}`),
    title: clean(content.title),
    description: clean(content.description),
    link: content.link,
    language: codes[content.lang],
    copyright: 'CC BY 4.0',
    updated,
    generator: '大模型产业图谱 · AI Landscape',
    feedLinks: Object.fromEntries(feedFormats.map((each) => [each, content.self(each)])),
    author: { name: '大模型产业图谱 · AI Landscape' },
  });
  for (const { name, title, link, summary, updated: date, published } of content.entries) {
    const id = feedId(name);
    // Atom and RSS titles are HTML here, those of JSON Feed are text.
    const heading = format === 'json' ? clean(title) : html(title);
    feed.addItem({ id, guid: id, title: heading, link, description: html(summary), date, published });
  }
  const body =
    format === 'atom'
      ? feed.atom1()
      : format === 'rss'
        ? feed.rss2()
        : asVersion11(feed.json1(), content.lang);
  return { body, type: types[format] };
}

/** JSON Feed 1.1 out of 1.0, which is what the library writes: authors are a list, and the language is said. */
function asVersion11(text: string, lang: Lang): string {
  const { version: _, author, ...rest } = JSON.parse(text) as { version: string; author?: object };
  const authors = author ? { authors: [author] } : {};
  return JSON.stringify(
    { version: 'https://jsonfeed.org/version/1.1', language: codes[lang], ...authors, ...rest },
    null,
    1,
  );
}
