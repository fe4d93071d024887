import { readFacts } from '@/database/reading';
import { publicUrl } from '@/linking/public-url';
import { sitemapNames } from '../site-addresses';
import { sitemapHeaders } from '../sitemaps/[name]/sitemap-file';

// What it says is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

/** The parts of the sitemap (sitemaps.org). */
export function GET(): Promise<Response> {
  return readFacts(async (facts) => {
    const parts = (await sitemapNames(facts)).map(
      (name) => `<sitemap><loc>${publicUrl()}/sitemaps/${name}.xml</loc></sitemap>`,
    );
    const text = `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join('\n')}\n</sitemapindex>\n`;
    return new Response(text, { headers: sitemapHeaders(facts.edition) });
  });
}
