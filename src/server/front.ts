import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import { CapturedResponse } from './captured-response';
import type { EditionWatch } from './edition-watch';
import { encoded, type KeptAnswer, keptAnswer } from './kept-answer';
import { type Fresh, PageCache } from './page-cache';
import { unavailablePage } from './unavailable-page';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Bytes of finished pages kept in memory. */
const capacity = 192 * 1024 * 1024;

/** Longer addresses are refused: no link of ours is that long. */
const longestAddress = 8192;

const securityHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** The header in which the app finds the address of the client; whatever the client itself wrote there is replaced. */
const clientAddressHeader = 'x-client-address';

/** The client's address: of the connection, or, behind a proxy of ours (`TRUST_PROXY=1`), what that proxy added last. */
function clientAddress(request: IncomingMessage): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return (process.env.TRUST_PROXY === '1' && forwarded) || (request.socket.remoteAddress ?? 'unknown');
}

/** Headers of a handler's answer that belong to that one exchange, and are not kept. */
const ofTheExchange = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'etag',
  'link',
  'x-powered-by',
]);

/**
 * Next's own files, the API and pages that depend on who looks at them go straight through; pages, pictures and tables
 * that are the same for everybody are kept.
 */
function isKept(request: IncomingMessage, path: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return (
    !/^(?:\/en)?\/(?:editor|sign-in|set-up|report)(?:\/|$)/.test(path) &&
    !path.startsWith('/_next/') &&
    !path.startsWith('/api/') &&
    !path.startsWith('/data/') &&
    !request.headers.rsc &&
    !request.headers['next-action']
  );
}

/** Answers for programs: they are made for each request, and compressed as they are sent. Next sends none compressed. */
function isData(path: string): boolean {
  return path.startsWith('/api/v1/') || path.startsWith('/data/');
}

const compress = compression({
  filter: (_, response) =>
    /^(?:text\/|application\/(?:[\w-]+\+)?(?:x-nd)?json)/.test(String(response.getHeader('content-type'))),
});

/** Makes what is written to the response come out in a form that the client takes. */
function compressed(request: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => compress(request as never, response as never, () => resolve()));
}

/** The page says in its head which status it means; Next cannot say it with data from the page. */
function statedStatus(html: string): number | null {
  const stated = /<meta name="tracker-status" content="(\d{3})"/.exec(html)?.[1];
  return stated ? Number(stated) : null;
}

/** A page from which something is missing for the moment says so in its head. */
function isPassing(html: string | null): boolean {
  return html?.includes('<meta name="tracker-keep" content="no"') ?? false;
}

/** The edition that a page was rendered from stands on its root element; other formats name it in a header. */
function statedEdition(headers: Record<string, string>, html: string | null): number | null {
  const stated = headers['x-edition'] ?? (html && /<html[^>]* data-edition="(\d+)"/.exec(html)?.[1]);
  return stated ? Number(stated) : null;
}

/**
 * What stands before Next: health, whole finished answers by edition and address, tags and compression, statuses that
 * pages ask for, and a plain page for when the facts cannot be read.
 */
export class Front {
  readonly cache = new PageCache(capacity);

  constructor(
    private readonly handler: Handler,
    private readonly watch: () => EditionWatch,
    /** In development nothing is kept. */
    private readonly keeps: boolean,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    request.headers[clientAddressHeader] = clientAddress(request);
    const address = request.url ?? '/';
    const path = address.split('?', 1)[0] ?? '/';
    if (!/^(?:\/en)?\/embed\//.test(path))
      response.setHeader('content-security-policy', "frame-ancestors 'self'");
    if (address.length > longestAddress) return this.#refuse(response, 414, 'The address is too long.');
    if (path === '/api/health') return this.#health(response);
    if (!isKept(request, path)) {
      if (isData(path)) await compressed(request, response);
      return this.handler(request, response);
    }
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const edition = this.watch().edition();
    const kept =
      this.keeps && edition !== null
        ? await this.#kept(edition, request, address)
        : (await this.#fresh(request)).answer;
    await this.#send(request, response, kept, accepted);
  }

  async #kept(edition: number, request: IncomingMessage, address: string): Promise<KeptAnswer> {
    const answer = await this.cache.get(edition, address, () => this.#fresh(request));
    if (answer.status < 500) return answer;
    // The database is away: what was seen before is still true of its edition.
    return this.cache.lastKnown(address) ?? answer;
  }

  async #fresh(request: IncomingMessage): Promise<Fresh> {
    const captured = new CapturedResponse(request);
    // One rendering serves every encoding.
    request.headers['accept-encoding'] = 'identity';
    delete request.headers['if-none-match'];
    await this.handler(request, captured);
    const body = await captured.finishedBody;
    const all = captured.collectedHeaders();
    const headers = Object.fromEntries(Object.entries(all).filter(([name]) => !ofTheExchange.has(name)));
    const html = (headers['content-type'] ?? '').startsWith('text/html') ? body.toString('utf8') : null;
    if (captured.statusCode >= 500 && html !== null) {
      const page = Buffer.from(unavailablePage((request.url ?? '').startsWith('/en')));
      const unavailable = {
        'content-type': 'text/html; charset=utf-8',
        'retry-after': '30',
        'cache-control': 'no-store',
      };
      return { answer: keptAnswer(503, unavailable, page), edition: null };
    }
    const status = (html && statedStatus(html)) || captured.statusCode;
    const passing = isPassing(html);
    const keepable =
      (status === 200 || status === 404) &&
      !passing &&
      !headers['set-cookie'] &&
      headers['cache-control'] !== 'no-store';
    if (passing) headers['cache-control'] = 'no-store';
    else if (html !== null || headers['x-edition'])
      headers['cache-control'] = 'public, max-age=0, must-revalidate';
    return {
      answer: keptAnswer(status, headers, body),
      edition: keepable ? statedEdition(headers, html) : null,
    };
  }

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    kept: KeptAnswer,
    accepted: string,
  ): Promise<void> {
    for (const [name, value] of Object.entries(kept.headers)) response.setHeader(name, value);
    response.setHeader('vary', 'Accept-Encoding');
    if (kept.status === 200) {
      response.setHeader('etag', kept.etag);
      const known = request.headers['if-none-match']?.split(/,\s*/).map((tag) => tag.replace(/^W\//, ''));
      if (known?.includes(kept.etag) || known?.includes('*')) {
        response.statusCode = 304;
        response.removeHeader('content-type');
        response.end();
        return;
      }
    }
    response.statusCode = kept.status;
    const { body, encoding } = await encoded(kept, accepted);
    if (encoding) response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #health(response: ServerResponse): void {
    const watch = this.watch();
    const ready = watch.reachable();
    const body = JSON.stringify({
      status: ready ? 'ready' : 'database unreachable',
      edition: watch.edition(),
    });
    response.writeHead(ready ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    response.end(body);
  }

  #refuse(response: ServerResponse, status: number, reason: string): void {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ error: { reason } }));
  }
}
