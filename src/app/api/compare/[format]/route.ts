import { createHash } from 'node:crypto';
import { compareContentTypes, compareFile, compareFormats, isCompareFormat } from '@/compare/file';
import { ask } from '../../../asking';
import { askedKnowledge } from '../../../known';
import { publicUrl } from '../../../public-url';

type Context = { params: Promise<{ format: string }> };

/** The comparison as CSV, JSON or Markdown: /compare.csv?vendors=baidu~alibaba. Errors are JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { format } = await params;
  if (!isCompareFormat(format))
    return failure(404, { parameter: 'format', value: format, allowed: compareFormats });
  try {
    const search = new URL(request.url).searchParams;
    const known = await askedKnowledge(search);
    if (known.problems.length > 0) return failure(400, known.problems[0] ?? { parameter: '?' });
    const result = await compareFile(format, search, (question) => ask(question, known.edition), publicUrl());
    if ('problems' in result) {
      const [first] = result.problems;
      return failure(400, first ?? { parameter: '?' }, result.problems);
    }
    const { body, name, edition } = result.file;
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const headers = {
      'Content-Type': compareContentTypes[format],
      'Content-Disposition': `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}"`,
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

function failure(status: number, error: object, problems: readonly object[] = []): Response {
  const body = problems.length > 1 ? { error, problems } : { error };
  return Response.json(body, {
    status,
    headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' },
  });
}
