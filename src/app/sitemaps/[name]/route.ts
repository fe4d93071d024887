import { readFacts } from '@/database/reading';
import { addressesOf } from '../../site-addresses';
import { sitemapFile, sitemapHeaders } from './sitemap-file';

type Props = { params: Promise<{ name: string }> };

/** One part of the sitemap: /sitemaps/pages.xml, /sitemaps/model-1.xml. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { name } = await params;
  return readFacts(async (facts) => {
    const addresses = name.endsWith('.xml') ? await addressesOf(facts, name.slice(0, -'.xml'.length)) : null;
    if (!addresses)
      return Response.json(
        { error: { reason: 'There is no such sitemap; /sitemap.xml lists all.' } },
        { status: 404, headers: { 'Cache-Control': 'no-store' } },
      );
    return new Response(sitemapFile(addresses), { headers: sitemapHeaders(facts.edition) });
  });
}
