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

/** The body in the best encoding that the client takes. */
export async function encoded(
  answer: KeptAnswer,
  accepted: string,
): Promise<{ body: Buffer; encoding: string | null }> {
  const type = answer.headers['content-type'] ?? '';
  if (answer.body.length < 1000 || !compressible.test(type)) return { body: answer.body, encoding: null };
  if (/\bbr\b/.test(accepted)) {
    answer.brotli ??= brotlied(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return { body: await answer.brotli, encoding: 'br' };
  }
  if (/\bgzip\b/.test(accepted)) {
    answer.gzip ??= gzipped(answer.body);
    return { body: await answer.gzip, encoding: 'gzip' };
  }
  return { body: answer.body, encoding: null };
}
