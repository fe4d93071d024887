import { Feed } from 'feed';
import type { Lang } from '@/domain/bilingual';

export const feedFormats = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** One entry of a feed. */
export interface FeedEntry {
  /** Names the entry for ever: an entry that is corrected keeps it. */
  id: string;
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
    id: content.link,
    title: clean(content.title),
    description: clean(content.description),
    link: content.link,
    language: content.lang === 'zh' ? 'zh-CN' : 'en',
    copyright: 'CC BY 4.0',
    updated,
    generator: '大模型产业图谱 · AI Landscape',
    feedLinks: Object.fromEntries(feedFormats.map((each) => [each, content.self(each)])),
    author: { name: '大模型产业图谱 · AI Landscape' },
  });
  for (const { id, title, link, summary, updated: date, published } of content.entries) {
    // Atom and RSS titles are HTML here, those of JSON Feed are text.
    const heading = format === 'json' ? clean(title) : html(title);
    feed.addItem({ id, guid: id, title: heading, link, description: html(summary), date, published });
  }
  const body = format === 'atom' ? feed.atom1() : format === 'rss' ? feed.rss2() : feed.json1();
  return { body, type: types[format] };
}
