import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { publicUrl } from '@/linking/public-url';
import { escapeXml } from '@/pictures/markup';
import { previewSize } from '@/pictures/title-card';
import { embedHeight, frameCode } from '../embed-code';
import { type Embedded, embeddedAt, ownAddress, type Size } from './embedded';

const formats = ['json', 'xml'];

/** The widest frame, in pixels. */
const widest = 960;
/** Narrower pictures of a chart are not drawn, and shorter ones say nothing. */
const smallest = { width: 320, height: 168 };

/** oEmbed (https://oembed.com): /oembed?url=…/charts/models-by-vendor&format=xml. Errors are JSON. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const format = asked.get('format') ?? 'json';
  if (!formats.includes(format)) return failure(501, 'format', format, formats);
  const most = { width: bound(asked.get('maxwidth')), height: bound(asked.get('maxheight')) };
  for (const side of ['width', 'height'] as const)
    if (most[side] === null) return failure(400, `max${side}`, asked.get(`max${side}`) ?? '', ['1, 2, 3 …']);
  const address = ownAddress(asked.get('url') ?? '');
  const found = address && (await embeddedAt(address));
  if (!address || !found)
    return failure(404, 'url', asked.get('url') ?? '', [
      ...['charts', 'compare', 's'].map((room) => `${publicUrl()}/${room}/…`),
      `${publicUrl()}/map`,
    ]);
  const content = answerOf(found, address.lang, most as Size);
  const headers = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' };
  if (format === 'json') return Response.json(content, { headers });
  const elements = Object.entries(content).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${elements.join('')}</oembed>`,
    { headers: { ...headers, 'Content-Type': 'text/xml; charset=utf-8' } },
  );
}

function answerOf(found: Embedded, lang: Lang, most: Size) {
  const full = (path: string) => publicUrl() + href(lang, path);
  const height = Math.min(embedHeight, most.height);
  const thumbnail = thumbnailOf(found, most);
  return {
    version: '1.0',
    type: 'rich',
    title: found.title,
    provider_name: site[lang].name,
    provider_url: full('/'),
    cache_age: 3600,
    html: frameCode(full(found.frame), found.title, height),
    width: Math.min(widest, most.width),
    height,
    ...(thumbnail && {
      thumbnail_url: full(thumbnail.path),
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
    url: full(found.page),
  };
}

/** The picture that fits what is wished for; null where none of ours is as small. */
function thumbnailOf(found: Embedded, most: Size): (Size & { path: string }) | null {
  const scale = Math.min(1, most.width / previewSize.width, most.height / previewSize.height);
  const size = {
    width: Math.floor(previewSize.width * scale),
    height: Math.floor(previewSize.height * scale),
  };
  if (size.width < smallest.width || size.height < smallest.height) return null;
  const path = found.picture(size);
  // A picture that comes in one size only does not fit where less is asked for.
  return scale === 1 || path !== found.picture(previewSize) ? { ...size, path } : null;
}

/** A wished-for size; no wish is no bound, and null where it is no size. */
function bound(text: string | null): number | null {
  if (text === null) return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function failure(status: number, parameter: string, value: string, allowed: string[]): Response {
  return Response.json(
    { error: { parameter, value, allowed } },
    { status, headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' } },
  );
}
