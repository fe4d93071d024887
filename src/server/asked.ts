import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from './client-address';
import type { Traffic } from './metrics';
import { normalAddress } from './normal-address';
import { reachedAt } from './reached-host';
import { trafficOf } from './traffic';

/** What is asked for, and by whom. */
export interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  /** The address as it was sent, and as it is written here. */
  written: string;
  address: string;
  /** Why what was sent is no address; null where it is one. */
  noAddress: string | null;
  /** The address without its query. */
  path: string;
  traffic: Traffic;
  /** The address that counts as the client's. */
  client: string;
  /** The origin that it was asked for at; null where it names none. */
  reached: string | null;
}

/** Reads a request. */
export function askedBy(request: IncomingMessage, response: ServerResponse): Asked {
  const written = request.url ?? '/';
  const found = normalAddress(written);
  const address = 'normal' in found ? found.normal : '/';
  const path = address.split('?', 1)[0] ?? '/';
  return {
    request,
    response,
    written,
    address,
    noAddress: 'reason' in found ? found.reason : null,
    path,
    traffic: trafficOf(request, path),
    client: clientAddress(request),
    reached: reachedAt(request),
  };
}
