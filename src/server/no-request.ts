import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { limits } from './limits';
import { problem, type Refusal, refusals } from './refusal';

const byCode: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: refusals.headers,
  ERR_HTTP_REQUEST_TIMEOUT: refusals.slow,
};

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
  say(socket, byCode[error.code ?? ''] ?? refusals.malformed);
}

/** Answers who takes this for a proxy: with nobody who answers, the connection would end without a word. */
export function answerTunnel(socket: Duplex): void {
  say(socket, refusals.tunnel);
}

function say(socket: Duplex, refusal: Refusal): void {
  const { body, headers } = problem(refusal);
  const all = {
    ...headers,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    connection: 'close',
  };
  socket.on('error', () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
  setTimeout(() => socket.destroy(), limits.afterRefusal).unref();
}
