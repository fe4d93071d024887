import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why something is not answered, in a form that programs read. */
export interface Refusal {
  status: number;
  reason: string;
  headers?: Readonly<Record<string, string>>;
}

const because = (status: number, reason: string, headers?: Refusal['headers']): Refusal => ({
  status,
  reason,
  ...(headers && { headers }),
});
const waiting = (seconds: number) => ({ 'retry-after': String(seconds) });
const tooLarge = because(413, 'This is larger than it may be.');

/** What the server says by itself, before anything looks at what is asked for. */
export const refusals = {
  address: because(414, 'The address is too long.'),
  method: because(405, 'This address is only read.', { allow: 'GET, HEAD' }),
  nothing: because(404, 'There is nothing here.'),
  noHost: because(400, 'The request names no host, more than one, or no name of one.'),
  otherHost: because(
    421,
    'This site does not answer to that host: its operator names those it has in ALLOWED_HOSTS.',
  ),
  many: because(503, 'Too many requests at once; try again in a moment.', waiting(2)),
  away: because(503, 'The database cannot be reached; try again.', waiting(5)),
  // Of bodies.
  large: tooLarge,
  broken: tooLarge,
  coded: because(415, 'The body is compressed (Content-Encoding); send it as it is.', {
    'accept-encoding': 'identity',
  }),
  zero: because(400, 'The text holds the sign U+0000, which is in no text.'),
  // Of what is no request.
  headers: because(431, 'The headers are larger than 16 kB; mostly cookies are.'),
  slow: because(408, 'The request did not arrive in time.'),
  malformed: because(400, 'This is no request of HTTP/1.1.'),
  tunnel: because(405, 'This is no proxy.', { allow: 'GET, HEAD, POST' }),
} as const satisfies Record<string, Refusal>;

/** The body and the headers of a refusal (RFC 9457). */
export function problem({ status, reason, headers }: Refusal) {
  const body = JSON.stringify({ type: 'about:blank', title: reason, status });
  return {
    body,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  };
}

/** Refuses a request. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  const { body, headers } = problem(refusal);
  response.writeHead(refusal.status, headers);
  response.end(body);
}

/** Sends whoever reads on to the address as it is written here; what is written goes only where it was meant to. */
export function sendOn({ method }: IncomingMessage, response: ServerResponse, address: string): void {
  if (method !== 'GET' && method !== 'HEAD') {
    refuse(response, because(400, `The address is written otherwise here: ${address}`));
    return;
  }
  response.writeHead(308, { location: address, 'cache-control': 'no-store' });
  response.end();
}
