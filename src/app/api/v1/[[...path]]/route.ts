import { createHash } from 'node:crypto';
import { holderOf, type TokenHolder } from '@/accounts/api-tokens';
import { clients } from '@/database/client';
import { parseBoundedJson } from '@/domain/bounded-json';
import { pointsOfBody, useAllowance } from '../allowance';
import { callOperation } from '../call-operation';
import { openApiDocument } from '../openapi';
import { ApiProblem, type Operation } from '../operation';

type Props = { params: Promise<{ path?: string[] }> };

/** Bytes of a body that are read. */
const largestBody = 1024 * 1024;

const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, X-Edition, RateLimit, RateLimit-Policy, Retry-After',
};

export function GET(request: Request, props: Props): Promise<Response> {
  return answer(request, props);
}

export function POST(request: Request, props: Props): Promise<Response> {
  return answer(request, props);
}

/** Pages of other sites may read. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...open,
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  });
}

function clientOf(request: Request): string {
  return request.headers.get('x-client-address') ?? 'unknown';
}

async function answer(request: Request, { params }: Props): Promise<Response> {
  const allowance = await useAllowance(clientOf(request));
  try {
    if (!allowance.granted) throw new ApiProblem(429, 'Too many requests.');
    const { path = [] } = await params;
    return await (path.length === 1 && path[0] === 'openapi.json'
      ? written(request, { body: openApiDocument(), edition: null }, allowance.headers)
      : called(request, path, allowance.headers));
  } catch (error) {
    if (error instanceof ApiProblem) return refusal(error, allowance.headers);
    console.error(`The API could not answer ${new URL(request.url).pathname}:`, error);
    return refusal(new ApiProblem(503, 'The data could not be read; try again.'), {
      ...allowance.headers,
      'Retry-After': '5',
    });
  }
}

function refusal({ status, title, problems, headers }: ApiProblem, more: Record<string, string>): Response {
  const body = { type: 'about:blank', title, status, ...(problems.length > 0 ? { problems } : {}) };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...open,
      ...headers,
      ...more,
    },
  });
}

async function called(
  request: Request,
  path: readonly string[],
  headers: Record<string, string>,
): Promise<Response> {
  const method = request.method === 'POST' ? 'post' : 'get';
  let isPrivate = false;
  const result = await callOperation(method, `/${path.join('/')}`, new URL(request.url).searchParams, {
    async holderOf({ scope }) {
      isPrivate = scope !== undefined;
      return scope ? holderOfRequest(request) : null;
    },
    bodyOf: async ({ body }) => (body ? bodyOf(request, body) : undefined),
  });
  if (result instanceof Response) {
    for (const [name, value] of Object.entries({ ...open, ...headers })) result.headers.set(name, value);
    return result;
  }
  return written(request, result, isPrivate ? { ...headers, 'Cache-Control': 'no-store' } : headers);
}

async function holderOfRequest(request: Request): Promise<TokenHolder> {
  const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const holder = token === '' ? null : await holderOf(clients().current, token);
  if (!holder)
    throw new ApiProblem(
      401,
      'This needs a token: Authorization: Bearer …. An admin makes one at /editor/programs.',
      [],
      {
        'WWW-Authenticate': 'Bearer',
      },
    );
  return holder;
}

async function bodyOf(
  request: Request,
  { schema, plainText }: NonNullable<Operation['body']>,
): Promise<unknown> {
  const tooLarge = new ApiProblem(413, 'At most 1 MB.');
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw tooLarge;
  const text = await request.text();
  const bytes = Buffer.byteLength(text);
  if (bytes > largestBody) throw tooLarge;
  const allowance = await useAllowance(clientOf(request), pointsOfBody(bytes));
  if (!allowance.granted)
    throw new ApiProblem(429, 'Too much to read in a minute; send less, or later.', [], allowance.headers);
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (text.includes('\0'))
    throw new ApiProblem(400, 'The body holds the character U+0000, which no text has.');
  if (plainText && type === 'text/plain') return text;
  if (type !== 'application/json')
    throw new ApiProblem(415, `Send application/json${plainText ? ' or text/plain' : ''}.`);
  let content: unknown;
  try {
    content = parseBoundedJson(text);
  } catch (error) {
    throw new ApiProblem(400, `The body is no valid JSON: ${(error as Error).message}`);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ApiProblem(
    400,
    'The body is not as described.',
    parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ field: path.join('.'), reason: message })),
  );
}

function written(
  request: Request,
  { body, edition, status = 200 }: { body: unknown; edition: number | null; status?: number },
  more: Record<string, string>,
): Response {
  const bytes = Buffer.from(JSON.stringify(body));
  const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const reads = request.method !== 'POST';
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': reads ? 'public, max-age=0, must-revalidate' : 'no-store',
    Vary: 'Authorization',
    ...(reads ? { ETag: tag } : {}),
    ...(edition === null ? {} : { 'X-Edition': String(edition) }),
    ...open,
    ...more,
  };
  if (reads && request.headers.get('if-none-match')?.split(/,\s*/).includes(tag))
    return new Response(null, { status: 304, headers });
  return new Response(bytes, { status, headers });
}
