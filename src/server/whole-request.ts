import { IncomingMessage } from 'node:http';
import { limits } from './limits';

/**
 * Why a body is not taken: it is larger than allowed, too many are being received at once, its client went away, it is
 * compressed, or it holds U+0000, which no database keeps in a text.
 */
export type BodyRefusal = 'large' | 'many' | 'broken' | 'coded' | 'zero';

/**
 * Receives bodies before anything else is done: whoever sends slowly holds no place among those who write, and what is
 * larger than it may be ends here, whether its length was announced or not.
 */
export class BodyReceiver {
  #held = 0;

  /** Bytes in memory now. */
  get held(): number {
    return this.#held;
  }

  /** Receives a body, hands on a request that has it whole, and forgets it when `work` is done. */
  async receive(
    request: IncomingMessage,
    most: number,
    work: (whole: IncomingMessage) => Promise<void>,
  ): Promise<BodyRefusal | null> {
    const chunks: Buffer[] = [];
    let size = 0;
    let kept = 0;
    let refusal: BodyRefusal | null = isCoded(request) ? 'coded' : null;
    const read = async () => {
      if (Number(request.headers['content-length'] ?? 0) > most * limits.drained) return 'large';
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > most) refusal = 'large';
        else if (this.#held + chunk.length > limits.bodiesAtOnce) refusal ??= 'many';
        if (refusal === null) {
          chunks.push(chunk);
          kept += chunk.length;
          this.#held += chunk.length;
        } else if (size > most * limits.drained) break;
      }
      return refusal;
    };
    try {
      refusal = await read().catch(() => 'broken' as const);
      if (refusal !== null) return refusal;
      const body = Buffer.concat(chunks);
      if (isJson(request) && holdsZero(body)) return 'zero';
      await work(wholeRequest(request, body));
      return null;
    } finally {
      this.#held -= kept;
    }
  }
}

/** Is the body in a form that has to be unpacked first? Nothing here does that: what is small may unpack to anything. */
const isCoded = ({ headers }: IncomingMessage) =>
  !/^(?:identity)?$/i.test(headers['content-encoding']?.trim() ?? '');

const isJson = ({ headers }: IncomingMessage) =>
  /^(?:application\/(?:[\w.-]+\+)?json|text\/plain)\b/i.test(headers['content-type'] ?? '');

/** Does a text, or one in this JSON, hold U+0000? Written in JSON as an escape, whose backslash is not itself escaped. */
export function holdsZero(body: Buffer): boolean {
  if (body.includes(0)) return true;
  const written = Buffer.from('\\u0000');
  for (let at = body.indexOf(written); at !== -1; at = body.indexOf(written, at + 1)) {
    let first = at;
    while (first > 0 && body[first - 1] === written[0]) first -= 1;
    if ((at - first) % 2 === 0) return true;
  }
  return false;
}

/** The same request with a body that is there already. */
function wholeRequest(request: IncomingMessage, body: Buffer): IncomingMessage {
  const whole = new IncomingMessage(request.socket);
  whole.method = request.method;
  whole.url = request.url;
  whole.httpVersion = request.httpVersion;
  whole.httpVersionMajor = request.httpVersionMajor;
  whole.httpVersionMinor = request.httpVersionMinor;
  whole.rawHeaders = request.rawHeaders;
  whole.headers = request.headers;
  whole.complete = true;
  if (body.length > 0) whole.push(body);
  whole.push(null);
  return whole;
}
