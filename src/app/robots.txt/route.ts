import { publicUrl } from '@/linking/public-url';

// What it says is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

/** What crawlers are asked to leave alone: the same facts filtered, sorted and written another way, and what is personal. */
export function GET(): Response {
  const text = [
    'User-agent: *',
    // Two conditions at once, several values of one, an order, a choice of columns: pages of which there is no end.
    ...['&', '~', 'sort=', 'order=', 'columns=', 'highlight='].map((part) => `Disallow: /*?*${part}`),
    ...['csv', 'xlsx', 'json', 'ndjson', 'parquet', 'zip', 'md', 'svg'].map(
      (format) => `Disallow: /*.${format}`,
    ),
    ...['/api/', '/mcp', '/oembed', '/embed/', '/data/'].map((place) => `Disallow: ${place}`),
    ...['/editor', '/sign-in', '/set-up', '/report', '/search'].flatMap((place) => [
      `Disallow: ${place}`,
      `Disallow: /en${place}`,
    ]),
    // What links are shown with.
    'Allow: /*.png',
    '',
    `Sitemap: ${publicUrl()}/sitemap.xml`,
    '',
  ].join('\n');
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
