import { createHash } from 'node:crypto';
import { unescapedNames } from '@/app/address-names';
import { ask } from '@/app/asking';
import { askedKnowledge } from '@/app/known';
import { type ChartFile, chartFile } from '@/charts/engine/file';
import { contentTypes, fileFormats, isFileFormat } from '@/charts/engine/file-format';
import { chartSearch } from '@/charts/landscape/map-state';
import { charts, chartsNear, findChart } from '@/charts/registry';
import { publicUrl } from '@/linking/public-url';
import { TooManyPictures } from '@/pictures/pool';

type Context = { params: Promise<{ slug: string; format: string }> };

/** A chart as SVG, PNG, CSV or JSON: /en/charts/models-by-vendor.png?top=5. Errors are JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, format } = await params;
  const found = findChart(slug);
  const search = queryOf(request);
  if (!found) {
    return failure(404, {
      parameter: 'chart',
      value: slug,
      allowed: charts.map((chart) => chart.slug),
      closest: chartsNear(slug).map((chart) => chart.slug),
    });
  }
  if (!isFileFormat(format))
    return failure(404, { parameter: 'format', value: format, allowed: fileFormats });
  if (found.moved) return moved(`/api/charts/${found.chart.slug}/${format}`, search);
  try {
    const known = await askedKnowledge(search);
    if (known.problems.length > 0) return failure(400, known.problems[0] ?? { parameter: '?' });
    const result = await chartFile(
      found.chart,
      format,
      search,
      (question) => ask(question, known.edition),
      publicUrl(),
    );
    if ('problems' in result) {
      const [first] = result.problems;
      return failure(400, first ?? { parameter: '?' }, result.problems);
    }
    return answered(request, result.file, format);
  } catch (error) {
    if (error instanceof TooManyPictures)
      return failure(503, { reason: 'Too many pictures are waiting.' }, undefined, { 'Retry-After': '2' });
    console.error(`The chart ${found.chart.slug} could not be made as ${format}:`, error);
    const reason =
      format === 'svg' || format === 'png'
        ? 'The picture could not be drawn.'
        : 'The data could not be read.';
    return failure(500, { reason });
  }
}

/**
 * The query, with the language of the public address: /en/charts/x.csv is rewritten to this route, and the request
 * keeps the address that the reader asked for.
 */
function queryOf(request: Request): URLSearchParams {
  const { pathname, searchParams: asked } = new URL(request.url);
  const searchParams = unescapedNames(asked);
  if (pathname.startsWith('/en/') && !searchParams.has('lang')) searchParams.set('lang', 'en');
  return /^(?:\/en)?\/map\./.test(pathname) ? chartSearch(searchParams) : searchParams;
}

function answered(request: Request, file: ChartFile, format: keyof typeof contentTypes): Response {
  const tag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'Content-Type': contentTypes[format],
    'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${file.name}"`,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: tag,
    // The front keeps what names its edition.
    'X-Edition': String(file.edition),
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': '*',
  };
  if (request.headers.get('if-none-match')?.includes(tag))
    return new Response(null, { status: 304, headers });
  return new Response(file.body, { headers });
}

function failure(
  status: number,
  error: object,
  problems?: readonly object[],
  headers?: Record<string, string>,
): Response {
  const body = problems && problems.length > 1 ? { error, problems } : { error };
  return Response.json(body, {
    status,
    headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*', ...headers },
  });
}

function moved(path: string, search: URLSearchParams): Response {
  const query = search.toString();
  return new Response(null, { status: 308, headers: { Location: query === '' ? path : `${path}?${query}` } });
}
