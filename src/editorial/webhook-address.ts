import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { setting } from '@/domain/settings';

/** Why an address is not sent to. */
export class PrivateAddress extends Error {
  constructor(readonly address: string) {
    super(`${address} is no public address`);
  }
}

/** Admins of a closed network allow addresses in it: `WEBHOOKS_TO_PRIVATE_ADDRESSES=1`. */
function privateIsAllowed(): boolean {
  return setting('WEBHOOKS_TO_PRIVATE_ADDRESSES');
}

/** Is this IP address one of the public internet? An IPv4 address inside an IPv6 one counts as that. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** Resolves a name with `resolve`, and refuses it unless every address that it has is a public one. */
export const publicLookupBy =
  (resolve: (host: string, options: LookupAllOptions, callback: AllFound) => void): LookupFunction =>
  (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const inside = privateIsAllowed()
        ? undefined
        : addresses.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses;
      if (inside || !first) return callback(new PrivateAddress(inside?.address ?? host), '');
      // The connection goes to what was looked at here; a second answer of the name server cannot change it.
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };

type AllFound = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;

/** The same with what the system knows of names. */
export const publicLookup = publicLookupBy(lookup);

/** The address of a webhook as it is kept; null where it is none that may be sent to. */
export function webhookAddress(text: string): string | null {
  if (text.length > 2000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Connections to plain addresses are made without a lookup.
  if (ipaddr.isValid(host) && !privateIsAllowed() && !isPublicAddress(host)) return null;
  url.hash = '';
  return url.href;
}
