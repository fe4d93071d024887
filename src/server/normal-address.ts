import { linear } from '@/domain/expression/linear';

/** What an address is: the way in which it is written here, or why it is none. */
export type NormalAddress = { normal: string } | { reason: string };

const noAddress = { reason: 'The address does not begin with a slash, as one of a page does.' };
const noText = { reason: 'The address is no text: its percent signs or bytes lead nowhere.' };
const noPath = { reason: 'The path of the address holds signs that no path of this site has.' };
const nothing = { reason: 'The address holds the sign U+0000, which is in no text.' };

const lastDots = linear(/\.+$/);

/** Control signs, and those at which one program or another begins a new part of a path. */
const noneOfASegment = /[\p{Cc}/\\;]/u;

/** Bytes outside of ASCII, which some programs send as they are, in percent signs; null where they are no text. */
function inPercentSigns(address: string): string | null {
  if (/^[!-~]*$/.test(address)) return address;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(address, 'latin1'),
    );
    return text.replace(/[^!-~]/gu, encodeURIComponent);
  } catch {
    return null;
  }
}

/** What a part of a path says; null where its percent signs lead nowhere. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Does a part of a path become something else for whoever takes it out of its percent signs more than once? */
function hidesSomething(segment: string): boolean {
  let text = segment;
  while (text.includes('%')) {
    // One sign that leads nowhere must not hide another.
    const next = text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (next === text) return false;
    if (noneOfASegment.test(next) || /^\.{1,2}$/.test(next)) return true;
    text = next;
  }
  return false;
}

/** What may stand in a part of a path as it is (RFC 3986, without the semicolon); all else is in percent signs. */
const written = (segment: string) =>
  encodeURIComponent(segment).replace(/%(?:3A|40|24|26|2B|2C|3D)/g, decodeURIComponent);

/**
 * The one way in which an address of a request is written here: whoever asks for it otherwise is sent there, or refused,
 * before anything else looks at it. So no two programs, ours, Next's or a cache's, take one address for different ones, and
 * what is kept under an address is what it leads to. No part of the path is `.`, `..` or empty or ends with a dot; percent signs stand
 * for what needs them and for nothing else, once; the query stays as it is.
 */
export function normalAddress(given: string): NormalAddress {
  const [before = ''] = given.split('?', 1);
  if (!before.startsWith('/')) return noAddress;
  if (given.includes('#') || before.includes('\\')) return noPath;
  const address = inPercentSigns(given);
  if (address === null) return noText;
  const at = address.indexOf('?');
  const [path, query] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
  if (/%00/.test(query)) return nothing;
  const parts: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [position, segment] of segments.entries()) {
    const text = decoded(segment);
    if (text === null) return noText;
    if (text.includes('\0')) return nothing;
    if (noneOfASegment.test(text) || hidesSomething(text)) return noPath;
    const last = position === segments.length - 1;
    if (text === '..') parts.pop();
    const named = text.replace(lastDots, '');
    if (named !== '') parts.push(written(named));
    else if (last) parts.push('');
  }
  return { normal: `/${parts.join('/')}${query}` };
}
