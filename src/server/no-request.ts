import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** How long a client that is refused may go on sending before its connection is cut, in milliseconds. */
const patience = 2000;

const problems: Readonly<Record<string, { status: string; reason: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    reason: 'The headers are larger than 16 kB; mostly cookies are.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    reason: 'The request did not arrive in time.',
  },
};
const malformed = { status: '400 Bad Request', reason: 'This is no request of HTTP/1.1.' };

/** Answers what does not become a request: the parser of HTTP, which refuses it, has no words of its own. */
export function answerNoRequest(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  underway: ServerResponse | undefined,
): void {
  // Nobody listens any more, or it is being said already.
  if (error.code === 'ECONNRESET' || socket.destroyed) return void socket.destroy();
  if (socket.writableEnded) return;
  // In the middle of an answer nothing else can be said.
  if (underway?.headersSent && !underway.writableFinished) return void socket.destroy();
  say(socket, problems[error.code ?? ''] ?? malformed);
}

/** Answers who takes this for a proxy: with nobody who answers, the connection would end without a word. */
export function answerTunnel(socket: Duplex): void {
  say(socket, { status: '405 Method Not Allowed', reason: 'This is no proxy.' }, ['Allow: GET, HEAD, POST']);
}

function say(socket: Duplex, { status, reason }: typeof malformed, more: readonly string[] = []): void {
  const body = JSON.stringify({ type: 'about:blank', title: reason, status: Number.parseInt(status, 10) });
  socket.on('error', () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      ...more,
      '',
      body,
    ].join('\r\n'),
  );
  setTimeout(() => socket.destroy(), patience).unref();
}
