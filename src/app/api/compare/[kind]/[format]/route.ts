import { createHash } from 'node:crypto';
import { unescapedNames } from '@/app/address-names';
import { ask } from '@/app/asking';
import { askedKnowledge } from '@/app/known';
import { compareContentTypes, compareFile, compareFormats, isCompareFormat } from '@/compare/file';
import { subjectKeys } from '@/compare/subject-kind';
import { publicUrl } from '@/linking/public-url';

type Context = { params: Promise<{ kind: string; format: string }> };

/** A comparison as a file: /compare.csv?vendors=baidu~alibaba, /compare/models.png?models=… Errors are JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind, format } = await params;
  const key = subjectKeys.find((each) => each === kind);
  if (!key) return failure(404, { parameter: 'subjects', value: kind, allowed: subjectKeys });
  if (!isCompareFormat(format))
    return failure(404, { parameter: 'format', value: format, allowed: compareFormats });
  try {
    const search = queryOf(request.url);
    const known = await askedKnowledge(search);
    if (known.problems.length > 0) return failure(400, known.problems[0] ?? { parameter: '?' });
    const result = await compareFile(
      key,
      format,
      search,
      (question) => ask(question, known.edition),
      publicUrl(),
    );
    if ('problems' in result) {
      const [first] = result.problems;
      return failure(400, first ?? { parameter: '?' }, result.problems);
    }
    const { body, name, edition } = result.file;
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const headers = {
      'Content-Type': compareContentTypes[format],
      'Content-Disposition': `${format === 'csv' || format === 'xlsx' ? 'attachment' : 'inline'}; filename="${name}"`,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ETag: tag,
      // The front keeps what names its edition.
      'X-Edition': String(edition),
      'X-Content-Type-Options': 'nosniff',
      'Access-Control-Allow-Origin': '*',
    };
    if (request.headers.get('if-none-match')?.includes(tag))
      return new Response(null, { status: 304, headers });
    return new Response(body, { headers });
  } catch (error) {
    console.error(`The comparison could not be made as ${format}:`, error);
    return failure(500, { reason: 'The data could not be read.' });
  }
}

/** The query, with the language of the public address: /en/compare.csv is rewritten to this route. */
function queryOf(address: string): URLSearchParams {
  const { pathname, searchParams: asked } = new URL(address);
  const searchParams = unescapedNames(asked);
  if (pathname.startsWith('/en/') && !searchParams.has('lang')) searchParams.set('lang', 'en');
  return searchParams;
}

function failure(status: number, error: object, problems: readonly object[] = []): Response {
  const body = problems.length > 1 ? { error, problems } : { error };
  return Response.json(body, {
    status,
    headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' },
  });
}
