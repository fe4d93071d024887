import { randomInt } from 'node:crypto';
import { clients } from './client';

/** A short link. `path` is the chart's address without language and query, `state` its canonical query. */
export interface Share {
  code: string;
  path: string;
  state: string;
  /** The edition that it is pinned to; null for a live link. */
  edition: number | null;
  /** What a pinned link showed. */
  snapshot: unknown;
  created: Date;
}

// No letter that is read as another, and no vowels but u and y, so that no code spells a word.
const alphabet = 'bcdfghjkmnpqrstvwxyz23456789';
const codeLength = 8;
export const codeForm = /^[a-km-np-z2-9]{8}$/;

/** A code that nobody can guess from another: 28⁸ of them. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** The short link of that code, or null. */
export async function findShare(code: string): Promise<Share | null> {
  return codeForm.test(code) ? clients().current.share.findUnique({ where: { code } }) : null;
}

/** The short link that already leads there, live or pinned to that edition; null if nobody made one. */
export async function findShareFor(
  path: string,
  state: string,
  edition: number | null,
): Promise<Share | null> {
  return clients().current.share.findFirst({ where: { path, state, edition } });
}

/** Keeps a short link; the same address (and edition) has one code, also when two ask at the same time. */
export async function keepShare(share: {
  code: string;
  path: string;
  state: string;
  edition: number | null;
  snapshot: object | null;
}): Promise<string> {
  const { code, path, state, edition, snapshot } = share;
  const json = snapshot === null ? null : JSON.stringify(snapshot);
  await clients().current.$executeRaw`
    INSERT INTO share (code, path, state, edition, snapshot) VALUES (${code}, ${path}, ${state}, ${edition}, ${json}::jsonb)
    ON CONFLICT DO NOTHING`;
  return (await findShareFor(path, state, edition))?.code ?? code;
}
