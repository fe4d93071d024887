import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A whole answer, ready to be sent again. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  etag: string;
  /** Compressed forms, each made once, when first asked for. */
  gzip?: Promise<Buffer>;
  brotli?: Promise<Buffer>;
  /** The brotli form is, or is about to be, as small as we make it. */
  smallest?: boolean;
  /** The same, marked as what was known before the database went away. */
  asOf?: KeptAnswer;
}

const compressible = /^(?:text\/|application\/(?:json|xml|.*\+(?:json|xml)|javascript)|image\/svg)/;
const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Makes an answer that can be kept. The tag names the bytes, so the same bytes have the same tag after a restart. */
export function keptAnswer(status: number, headers: Record<string, string>, body: Buffer): KeptAnswer {
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { status, headers, body, etag: `"${digest}"` };
}

/**
 * The answer as it is shown while the database is away: a page then shows the line that it holds for this, and no cache
 * on the way keeps it.
 */
export function asOf(answer: KeptAnswer): KeptAnswer {
  if (answer.asOf) return answer.asOf;
  const headers: Record<string, string> = {
    ...answer.headers,
    'cache-control': 'no-store',
    'x-as-of': answer.headers['x-edition'] ?? '',
  };
  delete headers['x-accel-expires'];
  const isPage = (headers['content-type'] ?? '').startsWith('text/html');
  const body = isPage
    ? Buffer.from(answer.body.toString('utf8').replace(/<html(?=[\s>])/, '<html data-as-of=""'))
    : answer.body;
  answer.asOf = keptAnswer(answer.status, headers, body);
  return answer.asOf;
}

/** Qualities of brotli. The second makes a page a tenth smaller and takes twenty times as long, some 50 ms. */
const quick = 5;
const small = 10;
/** Bytes; larger bodies stay as they are. */
const mostMadeSmall = 1_000_000;

const brotliAt = (body: Buffer, quality: number) =>
  brotlied(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/** One answer is made small at a time: other answers need the threads, too. */
let makingSmall = false;

async function makeSmall(answer: KeptAnswer): Promise<void> {
  if (makingSmall || answer.smallest || answer.body.length > mostMadeSmall) return;
  makingSmall = true;
  answer.smallest = true;
  try {
    answer.brotli = Promise.resolve(await brotliAt(answer.body, small));
  } catch {
    // The larger form stays, and is as good.
  } finally {
    makingSmall = false;
  }
}

/** What is asked for first comes quickly; whoever asks for it later gets the same in a smaller form, once that is there. */
function brotliOf(answer: KeptAnswer): Promise<Buffer> {
  if (answer.brotli) void makeSmall(answer);
  else {
    // nginx keeps what it is given first.
    answer.smallest = 'x-accel-expires' in answer.headers && answer.body.length <= mostMadeSmall;
    answer.brotli = brotliAt(answer.body, answer.smallest ? small : quick);
  }
  return answer.brotli as Promise<Buffer>;
}

/** How a body can be written for the journey; null: as it is. */
export type Encoding = 'br' | 'gzip' | null;

/** Weights of an Accept-Encoding by name, in small letters: 'br;q=0.5, *;q=0' is br 0.5, * 0. */
function weightsOf(accepted: string): Map<string, number> {
  const parts = accepted.toLowerCase().split(',').slice(0, 20);
  return new Map(
    parts.map((part) => {
      const [name = '', ...settings] = part.split(';').map((each) => each.trim());
      const weight = settings.find((each) => each.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight) || 0];
    }),
  );
}

/**
 * The encoding of an answer for a client, from its Accept-Encoding with its weights (RFC 9110, 12.5.3): `br;q=0` is not br.
 * Who leaves the choice to us gets the smaller one.
 */
export function encodingFor(answer: KeptAnswer, accepted: string): Encoding {
  const type = answer.headers['content-type'] ?? '';
  if (accepted === '' || answer.body.length < 1000 || !compressible.test(type)) return null;
  const weights = weightsOf(accepted);
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const [br, gzip, plain] = [weightOf('br'), weightOf('gzip'), weights.get('identity') ?? 0];
  if (Math.max(br, gzip) === 0 || plain > Math.max(br, gzip)) return null;
  return br >= gzip ? 'br' : 'gzip';
}

/** The tag of an answer in an encoding: other bytes have another tag, as caches that answer ranges need it. */
export function tagOf(answer: KeptAnswer, encoding: Encoding): string {
  return encoding === null ? answer.etag : answer.etag.replace(/"$/, `-${encoding}"`);
}

/** The body in an encoding. */
export async function encodedBody(answer: KeptAnswer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotliOf(answer);
  if (encoding === null) return answer.body;
  answer.gzip ??= gzipped(answer.body);
  return answer.gzip;
}
