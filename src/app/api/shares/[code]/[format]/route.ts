import type { Snapshot } from '@/charts/engine/snapshot';
import { compareBody, compareContentTypes, compareFormats, isCompareFormat } from '@/compare/file';
import { isComparisonSnapshot, pinnedComparison } from '@/compare/snapshot';
import { findShare } from '@/database/shares';
import type { Lang } from '@/domain/bilingual';
import { publicUrl } from '@/linking/public-url';
import { drawPng } from '@/pictures/png';
import { asPreview } from '@/pictures/title-card';
import { csvOf } from '@/tables/csv';

type Context = { params: Promise<{ code: string; format: string }> };

const types = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;

/** What a pinned link showed, as a file: /s/<code>.svg, .png, .csv, .json; a comparison also as .xlsx and .md. It never changes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code, format } = await params;
  const share = await findShare(code);
  if (!share?.snapshot) return failure(404, 'code', code, 'the code of a pinned link');
  const comparison = isComparisonSnapshot(share.snapshot) ? pinnedComparison(share.snapshot) : null;
  const type = comparison
    ? isCompareFormat(format) && compareContentTypes[format]
    : Object.hasOwn(types, format) && types[format as keyof typeof types];
  if (!type) {
    const allowed = comparison ? compareFormats : Object.keys(types);
    return failure(404, 'format', format, allowed.join(', '));
  }
  const { pathname, searchParams } = new URL(request.url);
  const lang: Lang = pathname.startsWith('/en/') || searchParams.get('lang') === 'en' ? 'en' : 'zh';
  const dark = searchParams.get('theme') === 'dark';
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Access-Control-Allow-Origin': '*',
  };
  if (comparison && isCompareFormat(format)) {
    const wish = { lang, dark, bom: true, preview: searchParams.get('preview') === '1' };
    return new Response(await compareBody(comparison, format, wish, publicUrl()), { headers });
  }
  const preview = searchParams.get('preview') === '1';
  return new Response(await bodyOf(share.snapshot as Snapshot, format, lang, dark, preview), { headers });
}

async function bodyOf(
  snapshot: Snapshot,
  format: string,
  lang: Lang,
  dark: boolean,
  preview: boolean,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const shown = snapshot.shown[lang];
  const svg = dark ? shown.dark : shown.light;
  if (format === 'svg') return svg;
  if (format === 'png') return preview ? drawPng(asPreview(svg), 1) : drawPng(svg, 2);
  if (format === 'csv') return csvOf(shown.table, lang, true);
  const { pictures: _, light: _light, dark: _dark, ...told } = shown;
  const { shown: _shown, ...rest } = snapshot;
  return JSON.stringify({ ...rest, ...told, language: lang }, null, 1);
}

function failure(status: number, parameter: string, value: string, allowed: string): Response {
  return Response.json(
    { error: { parameter, value, allowed } },
    { status, headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' } },
  );
}
