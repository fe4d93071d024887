import { isMainThread } from 'node:worker_threads';
import { useBundledFont } from './font';

type Sharp = typeof import('sharp').default;
let loaded: Promise<Sharp> | undefined;

async function loadSharp(): Promise<Sharp> {
  // A worker's pool has done it; elsewhere it has to happen before sharp is there.
  if (isMainThread) useBundledFont();
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  // No picture is drawn twice: what libvips would keep of one is of no use for the next.
  sharp.cache(false);
  return sharp;
}

/** Turns a standalone SVG into a PNG of `scale` times its size. */
export async function drawPng(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  loaded ??= loadSharp();
  const sharp = await loaded;
  const png = await sharp(Buffer.from(svg), { density: 72 * scale })
    // Full colour: looking for a palette would halve the file and double the time.
    .png({ compressionLevel: 6 })
    .toBuffer();
  return new Uint8Array(png);
}
