import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const real = await import(pathToFileURL(path.resolve('dist', 'picture-worker.mjs')).href);

/** The real picture worker, which fails for as long as the file that `PICTURES_FAIL` names is there. */
export default function drawPicture(task) {
  if (existsSync(process.env.PICTURES_FAIL ?? '')) throw new Error('no ink');
  return real.default(task);
}
