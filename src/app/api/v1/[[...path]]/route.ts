import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { holderOf, type TokenHolder } from '@/accounts/api-tokens';
import { clients } from '@/database/client';
import { isLang, type Lang } from '@/domain/bilingual';
import { askedKnowledge } from '../../../known';
import { useAllowance } from '../allowance';
import { openApiDocument, queryParametersOf } from '../openapi';
import { ApiProblem, type Operation, refusedQuery } from '../operation';
import { operationsAt } from '../operations';

type Props = { params: Promise<{ path?: string[] }> };

/** Bytes of a body that are read. */
const largestBody = 1024 * 1024;
/** Shorter answers are sent as they are. */
const leastCompressed = 1024;

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

async function answer(request: Request, { params }: Props): Promise<Response> {
  const allowance = await useAllowance(request.headers.get('x-client-address') ?? 'unknown');
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
  const there = operationsAt(path);
  const found = there.find(({ operation }) => operation.method === method);
  if (!found) {
    if (there.length === 0)
      throw new ApiProblem(404, 'There is no such path; /api/v1/openapi.json lists all of them.');
    const allow = there.map(({ operation }) => operation.method.toUpperCase()).join(', ');
    throw new ApiProblem(405, `This path takes ${allow}.`, [], { Allow: allow });
  }
  const { operation, parts } = found;
  const { searchParams } = new URL(request.url);
  const holder = operation.scope ? await holderOfRequest(request) : null;
  const lang = langOf(searchParams);
  searchParams.delete('lang');
  checkQuery(operation, searchParams);
  checkParts(operation, parts);
  const known = operation.ofEdition ? await askedKnowledge(searchParams) : null;
  if (known && known.problems.length > 0) throw refusedQuery(known.problems, lang);
  const search = new URLSearchParams(
    [...searchParams].filter(([name]) => name !== 'edition' && name !== 'known'),
  );
  const body = operation.body ? await bodyOf(request, operation.body) : undefined;
  const result = await operation.run({ path: parts, search, lang, edition: known?.edition, body, holder });
  if (result instanceof Response) {
    for (const [name, value] of Object.entries({ ...open, ...headers })) result.headers.set(name, value);
    return result;
  }
  return written(request, result, operation.scope ? { ...headers, 'Cache-Control': 'no-store' } : headers);
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

function langOf(search: URLSearchParams): Lang {
  const lang = search.get('lang') ?? 'zh';
  if (!isLang(lang))
    throw new ApiProblem(400, 'Parameter lang: zh or en.', [
      { parameter: 'lang', value: lang.slice(0, 200), allowed: 'zh, en' },
    ]);
  return lang;
}

/** Does a text fit the JSON Schema of its parameter? */
function fits(text: string, schema: Record<string, unknown>): boolean {
  if (schema.type === 'integer') {
    const number = Number(text);
    return /^\d{1,10}$/.test(text) && number >= Number(schema.minimum) && number <= Number(schema.maximum);
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(text)) return false;
  if (typeof schema.maxLength === 'number' && text.length > schema.maxLength) return false;
  return typeof schema.pattern !== 'string' || new RegExp(schema.pattern).test(text);
}

function checkQuery(operation: Operation, search: URLSearchParams): void {
  const parameters = queryParametersOf(operation);
  const problems: object[] = [];
  for (const name of new Set(search.keys())) {
    const [value = '', ...more] = search.getAll(name);
    if (!Object.hasOwn(parameters, name))
      problems.push({
        parameter: name.slice(0, 100),
        value: value.slice(0, 200),
        allowed: Object.keys(parameters).sort().join(', '),
      });
    else if (more.length > 0)
      problems.push({
        parameter: name,
        value: search.getAll(name).join(' ').slice(0, 200),
        allowed: 'one value',
      });
  }
  for (const [name, { schema, required }] of Object.entries(parameters)) {
    const value = search.get(name);
    // Edition and day are checked, and told, by what finds them.
    if (name === 'edition' || name === 'known') continue;
    if (value === null) {
      if (required) problems.push({ parameter: name, value: '', allowed: 'It must be there.' });
    } else if (!fits(value, schema))
      problems.push({ parameter: name, value: value.slice(0, 200), allowed: schema });
  }
  const [first] = problems as { parameter: string }[];
  if (first) throw new ApiProblem(400, `Parameter ${first.parameter} is not as described.`, problems);
}

function checkParts(operation: Operation, parts: Record<string, string>): void {
  for (const [name, { schema }] of Object.entries(operation.parts ?? {}))
    if (!fits(parts[name] ?? '', schema))
      throw new ApiProblem(404, `There is nothing at this address; ${name} has another form.`);
}

async function bodyOf(
  request: Request,
  { schema, plainText }: NonNullable<Operation['body']>,
): Promise<unknown> {
  const tooLarge = new ApiProblem(413, 'At most 1 MB.');
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) throw tooLarge;
  const text = await request.text();
  if (Buffer.byteLength(text) > largestBody) throw tooLarge;
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (plainText && type === 'text/plain') return text;
  if (type !== 'application/json')
    throw new ApiProblem(415, `Send application/json${plainText ? ' or text/plain' : ''}.`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new ApiProblem(400, 'The body is no valid JSON.');
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ApiProblem(
    400,
    'The body is not as described.',
    parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ field: path.join('.'), reason: message })),
  );
}

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

async function written(
  request: Request,
  { body, edition, status = 200 }: { body: unknown; edition: number | null; status?: number },
  more: Record<string, string>,
): Promise<Response> {
  const bytes = Buffer.from(JSON.stringify(body));
  const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const reads = request.method !== 'POST';
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': reads ? 'public, max-age=0, must-revalidate' : 'no-store',
    Vary: 'Accept-Encoding, Authorization',
    ...(reads ? { ETag: tag } : {}),
    ...(edition === null ? {} : { 'X-Edition': String(edition) }),
    ...open,
    ...more,
  };
  if (reads && request.headers.get('if-none-match')?.split(/,\s*/).includes(tag))
    return new Response(null, { status: 304, headers });
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
  if (encoding === undefined || bytes.length < leastCompressed)
    return new Response(bytes, { status, headers });
  const packed = await compress[encoding](bytes);
  return new Response(new Uint8Array(packed), {
    status,
    headers: { ...headers, 'Content-Encoding': encoding },
  });
}
