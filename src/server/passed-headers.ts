import type { IncomingHttpHeaders } from 'node:http';
import type { Asked } from './asked';

/** The header in which the app finds the address of the client. */
export const clientAddressHeader = 'x-client-address';
/** The header in which the app finds the origin that the client asked: scheme, host and port as they arrived. */
export const reachedAtHeader = 'x-reached-at';
/** The header in which the app finds that the database is away, so that it does not try in vain. */
export const databaseAwayHeader = 'x-database-away';
/** The header in which the app finds that it is to ask the primary for the newest edition: for whoever publishes. */
export const askPrimaryHeader = 'x-ask-primary';

/**
 * What of a client's headers reaches Next and the app where an answer is made for this one request. All others end at the
 * front: Next has some of its own that change what it answers, and takes them from anybody.
 */
const forOne: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'access-control-request-headers',
  'access-control-request-method',
  'authorization',
  'content-encoding',
  'content-language',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'last-event-id',
  'mcp-protocol-version',
  'mcp-session-id',
  'origin',
  'range',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'transfer-encoding',
  'user-agent',
]);

/**
 * The headers with which a request goes on to the app as that of one client: those that it may say itself (in development,
 * any), and our own.
 */
export function headersForOne(asked: Asked, keeps: boolean): IncomingHttpHeaders {
  const { request, client, traffic, reached } = asked;
  const said = Object.entries(request.headers).filter(
    ([name]) => (!keeps || forOne.has(name)) && name !== databaseAwayHeader && name !== askPrimaryHeader,
  );
  return {
    ...Object.fromEntries(said),
    [clientAddressHeader]: client,
    [reachedAtHeader]: reached ?? '',
    ...(traffic === 'form' && { [askPrimaryHeader]: '1' }),
  };
}

/**
 * The headers of a request whose answer is for everybody: none of whoever happened to ask first. The host is that of the
 * site, whatever name it was reached by.
 */
export function headersForAll(host: string): IncomingHttpHeaders {
  return { host, accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'landscape-front' };
}
