import type { IncomingMessage } from 'node:http';
import { setting } from '@/domain/settings';
import { publicUrl } from '@/linking/public-url';
import { cameByProxy, isNumber } from './client-address';

const local = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Scheme, host and port as they arrived, in the form in which addresses are compared; null where they are none, or two: one
 * program takes the first of them, another the last.
 */
export function reachedAt(request: IncomingMessage): string | null {
  const { headers, headersDistinct } = request;
  if ((headersDistinct.host?.length ?? 0) > 1) return null;
  // The nearest proxy is one of ours, and writes at the end. What it says of a host that it changed is not looked for: many
  // pass on what a client wrote there, and a site behind a proxy has its name in PUBLIC_URL.
  const said = String((cameByProxy(request) && headers['x-forwarded-proto']) || '');
  const scheme = said.split(',').at(-1)?.trim().toLowerCase() === 'https' ? 'https' : 'http';
  const written = `${scheme}://${headers.host ?? ''}`;
  if (!/^https?:\/\/[^\s/?#@\\]+$/.test(written) || !URL.canParse(written)) return null;
  return new URL(written).origin;
}

/**
 * Does the site answer to this host? To its own name, to this machine's, to what `ALLOWED_HOSTS` names, and, while it has no name,
 * to numbers, so that a phone in the same network can look. A page of somebody else's whose name was made to lead here is
 * none of these.
 */
export function isAllowedHost(origin: string): boolean {
  const { host, hostname } = new URL(origin);
  const [own, further] = [setting('PUBLIC_URL'), setting('ALLOWED_HOSTS') ?? []];
  if (local.includes(hostname) || hostname.endsWith('.localhost')) return true;
  if (own === undefined ? isNumber(hostname) : hostname === new URL(publicUrl()).hostname) return true;
  return further.some((each) => each === '*' || [host, hostname].includes(each.toLowerCase()));
}
