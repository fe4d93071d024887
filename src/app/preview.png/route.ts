import { site } from '@/i18n/site';
import { drawPng } from '@/pictures/png';
import { titleCard } from '@/pictures/title-card';
import { unescapedNames } from '../address-names';
import { readPreview } from '../preview-link';

/** The picture that chats and search engines show for a page that has none of its own. */
export async function GET(request: Request): Promise<Response> {
  const preview = await readPreview(unescapedNames(new URL(request.url).searchParams));
  if (!preview)
    return Response.json(
      { error: { reason: 'This is not an address that a page of ours names as its preview.' } },
      { status: 404, headers: { 'Cache-Control': 'no-store' } },
    );
  const { lang, title, text, edition } = preview;
  const foot = `${site[lang].name} · ${site[lang].edition(edition)}`;
  return new Response(await drawPng(titleCard({ title, text, foot }), 1), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    },
  });
}
