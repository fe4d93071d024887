import type { IncomingMessage } from 'node:http';
import { setting } from '@/domain/settings';
import { publicUrl } from '@/linking/public-url';
import { cameByProxy, isNumber } from './client-address';

const local = ['localhost', '127.0.0.1', '[::1]'];

/** Scheme, host and port as they arrived, in the form in which addresses are compared; null where they are none. */
export function reachedAt(request: IncomingMessage): string | null {
  const { headers } = request;
  // The nearest proxy is one of ours, and writes at the end.
  const said = (name: string) =>
    cameByProxy(request)
      ? String(headers[name] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
          .toLowerCase()
      : '';
  const scheme = said('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const written = `${scheme}://${said('x-forwarded-host') || (headers.host ?? '')}`;
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
