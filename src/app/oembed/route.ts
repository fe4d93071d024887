import { answerChart, chartPath, filePath } from '@/charts/answer';
import { findChart } from '@/charts/registry';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { publicUrl } from '@/linking/public-url';
import { escapeXml } from '@/pictures/markup';
import { ask } from '../asking';
import { embedCode, embedHeight } from '../embed-code';
import { askedKnowledge } from '../known';

const formats = ['json', 'xml'];

/** oEmbed (https://oembed.com): /oembed?url=…/charts/models-by-vendor&format=xml. Errors are JSON. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const format = asked.get('format') ?? 'json';
  if (!formats.includes(format)) return failure(501, 'format', format, formats);
  const page = pageOf(asked.get('url') ?? '');
  const found = page && findChart(page.slug);
  if (!page || !found) return failure(404, 'url', asked.get('url') ?? '', [`${publicUrl()}/charts/…`]);
  const width = bound(asked.get('maxwidth'), 960);
  const height = bound(asked.get('maxheight'), embedHeight);
  if (width === null || height === null)
    return failure(400, width === null ? 'maxwidth' : 'maxheight', '', ['200 … 4000']);
  const known = await askedKnowledge(page.search);
  const answer = await ask((facts) => answerChart(facts, found.chart, page.search), known.edition);
  const { lang } = page;
  const picture = publicUrl() + href(lang, filePath(answer, 'png', ['height=630', 'scale=1', 'width=1200']));
  const content = {
    version: '1.0',
    type: 'rich',
    title: answer.chart.question(answer.state)[lang],
    provider_name: site[lang].name,
    provider_url: publicUrl() + href(lang, '/'),
    cache_age: 3600,
    html: embedCode(lang, answer, height),
    width,
    height,
    thumbnail_url: picture,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    url: publicUrl() + href(lang, chartPath(answer)),
  };
  const headers = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' };
  if (format === 'json') return Response.json(content, { headers });
  const elements = Object.entries(content).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>${elements.join('')}</oembed>`,
    {
      headers: { ...headers, 'Content-Type': 'text/xml; charset=utf-8' },
    },
  );
}

/** The chart that an address of ours shows; null for any other address. */
function pageOf(text: string): { lang: Lang; slug: string; search: URLSearchParams } | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.origin !== new URL(publicUrl()).origin) return null;
  const [, english, slug] = /^(\/en)?(?:\/embed)?\/charts\/([a-z0-9-]+)$/.exec(url.pathname) ?? [];
  return slug === undefined ? null : { lang: english ? 'en' : 'zh', slug, search: url.searchParams };
}

/** A wished-for size: ours or smaller; null where it is no size. */
function bound(text: string | null, ours: number): number | null {
  if (text === null) return ours;
  const number = Number(text);
  return Number.isInteger(number) && number >= 200 && number <= 4000 ? Math.min(ours, number) : null;
}

function failure(status: number, parameter: string, value: string, allowed: string[]): Response {
  return Response.json(
    { error: { parameter, value, allowed } },
    { status, headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' } },
  );
}
