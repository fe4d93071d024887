import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import onHeaders from 'on-headers';
import type { EditionWatch } from './edition-watch';
import { encodedBody, encodingFor, type KeptAnswer, tagOf } from './kept-answer';
import { mayReadMetrics, metricsText } from './metrics';
import { refusals, refuse } from './refusal';

const compress = compression({
  filter: (_, response) =>
    /^(?:text\/|application\/(?:[\w-]+\+)?(?:x-nd)?json)/.test(String(response.getHeader('content-type'))),
});

/** Makes what is written to the response come out in a form that the client takes. */
export function compressed(request: IncomingMessage, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => compress(request as never, response as never, () => resolve()));
}

/**
 * Makes what Next sends by itself go out as we mean it: without its own headers and their names in Vary, which only its own
 * scripts read and send, and with the length of a file, which it leaves out (`app/byte-range.ts`).
 */
export function asMeant(response: ServerResponse): void {
  onHeaders(response, function (this: ServerResponse) {
    const names = [this.getHeader('vary') ?? []].flat().flatMap((value) => String(value).split(','));
    const own = names.map((name) => name.trim()).filter((name) => !/^(?:$|rsc$|next-)/i.test(name));
    if (own.length === 0) this.removeHeader('vary');
    else this.setHeader('vary', [...new Set(own)].join(', '));
    for (const name of this.getHeaderNames()) if (name.startsWith('x-nextjs-')) this.removeHeader(name);
    const length = this.getHeader('x-content-length');
    if (length === undefined) return;
    this.removeHeader('x-content-length');
    this.setHeader('content-length', length);
  });
}

/** Sends the figures to whoever may read them. */
export async function sendMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!mayReadMetrics(request)) return refuse(response, refusals.nothing);
  const { type, text } = await metricsText();
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}

/** Sends a whole answer in the best form that the client takes, or says that it has it. */
export async function sendKept(
  request: IncomingMessage,
  response: ServerResponse,
  kept: KeptAnswer,
  accepted = String(request.headers['accept-encoding'] ?? ''),
): Promise<void> {
  for (const [name, value] of Object.entries(kept.headers)) response.setHeader(name, value);
  response.setHeader('vary', 'Accept-Encoding');
  const encoding = encodingFor(kept, accepted);
  if (kept.status === 200 && !kept.headers['cache-control']?.includes('no-store')) {
    const own = tagOf(kept, encoding);
    response.setHeader('etag', own);
    const known = request.headers['if-none-match']?.split(/,\s*/).map((tag) => tag.replace(/^W\//, ''));
    if (known?.includes(own) || known?.includes('*')) {
      response.statusCode = 304;
      response.removeHeader('content-type');
      response.end();
      return;
    }
  }
  response.statusCode = kept.status;
  const body = await encodedBody(kept, encoding);
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** `live`: the process answers. `ready`: it should be sent readers. `edition`: the newest that it knows. */
export function sendHealth(
  response: ServerResponse,
  path: string,
  { watch, warm, stopping }: { watch: EditionWatch; warm: boolean; stopping: boolean },
): void {
  const ready = watch.readable() && warm && !stopping;
  const status = stopping
    ? 'stopping'
    : !watch.readable()
      ? 'database unreachable'
      : !warm
        ? 'starting'
        : watch.reachable()
          ? 'ready'
          : 'reading only: primary unreachable';
  const good = path === '/api/health/live' || ready;
  response.writeHead(good ? 200 : 503, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify({ status, live: true, ready, edition: watch.edition() }));
}
