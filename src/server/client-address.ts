import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import proxyaddr from 'proxy-addr';
import { type Settings, setting } from '@/domain/settings';

type Trusted = (address: string, hop: number) => boolean;

const made = new Map<string, Trusted>();

/** Which addresses on the way are proxies of ours: so many from here, or those in some networks. */
function trustedBy(proxies: Settings['TRUST_PROXY']): Trusted {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies;
  const key = proxies.join();
  const known = made.get(key) ?? proxyaddr.compile([...proxies]);
  made.set(key, known);
  return known;
}

/** An address without a port and zone, as some proxies write one; null where it is none. */
function bare(written: string): string | null {
  const [, bracketed, plain = written] = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/.exec(written) ?? [];
  const text = (bracketed ?? plain).split('%', 1)[0] ?? '';
  return ipaddr.isValid(text) ? text : null;
}

/** How many bytes of an IPv6 address are one customer's: providers give each at least a /64. */
const ownBytes = 8;

/**
 * What counts as one client where requests are counted: an IPv4 address, also one that is written as IPv6, or the first address
 * of the /64 that an IPv6 address is in.
 */
export function countedAs(address: string): string {
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const bytes = parsed.toByteArray().map((byte, at) => (at < ownBytes ? byte : 0));
  return ipaddr.fromByteArray(bytes).toString();
}

/**
 * The client's address, as it counts: of those that the request came through, from here on, the first that is no proxy of ours
 * (`TRUST_PROXY`). What stands beyond it anybody may have written.
 */
export function clientAddress(request: IncomingMessage): string {
  const trusted = trustedBy(setting('TRUST_PROXY'));
  const own = request.socket.remoteAddress ?? '';
  const hops = proxyaddr.all(request, (address, hop) => trusted(bare(address) ?? address, hop));
  // A proxy of ours that does not know who asked is itself who counts.
  const found = hops.map(bare).findLast((address) => address !== null) ?? bare(own);
  return found === null ? 'unknown' : countedAs(found);
}

/** Was the last one on the way to us a proxy of ours? Only then is what it says of the request true. */
export function cameByProxy(request: IncomingMessage): boolean {
  return trustedBy(setting('TRUST_PROXY'))(request.socket.remoteAddress ?? '', 0);
}

/** Is this host a number? No other site can have its name lead to such an address. */
export function isNumber(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  return isIPv6(name) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);
}
