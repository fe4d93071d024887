import type { IncomingMessage } from 'node:http';
import type { Traffic } from './metrics';

/** The client's address: of the connection, or, behind a proxy of ours (`TRUST_PROXY=1`), what that proxy added last. */
export function clientAddress(request: IncomingMessage): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return (process.env.TRUST_PROXY === '1' && forwarded) || (request.socket.remoteAddress ?? 'unknown');
}

/** Do the percent signs of a path stand for characters? Next answers 500 where they do not. */
export function isWritten(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Pages and files are read and nothing else; forms and programs know by themselves what they take. */
export function isTaken(method: string | undefined, path: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (/^\/api\/(?:health|metrics)\b/.test(path)) return false;
  if (path === '/mcp') return method === 'POST' || method === 'DELETE' || method === 'OPTIONS';
  return path.startsWith('/api/') && (method === 'POST' || method === 'OPTIONS');
}

/** Next's own files, the API and data files go straight through; pages, pictures and tables are made whole first. */
export function isWhole(request: IncomingMessage, path: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return (
    !path.startsWith('/_next/') &&
    !path.startsWith('/api/') &&
    !path.startsWith('/data/') &&
    !request.headers.rsc &&
    !request.headers['next-action']
  );
}

/** Pages that depend on who looks at them are never kept. */
export function isPersonal(path: string): boolean {
  return /^(?:\/en)?\/(?:editor|sign-in|set-up|report)(?:\/|$)/.test(path);
}

/** Answers for programs are made for each request, and compressed as they are sent. Next sends none compressed. */
export function isData(path: string): boolean {
  return path.startsWith('/api/v1/') || path.startsWith('/data/');
}

/** What an address is asked for. */
export function trafficOf(request: IncomingMessage, path: string): Traffic {
  if (path.startsWith('/_next/') || path.startsWith('/scripts/')) return 'asset';
  if (path.startsWith('/api/health') || path === '/api/metrics') return 'health';
  if (path === '/mcp' || isData(path)) return 'api';
  if (request.method === 'POST' || isPersonal(path)) return 'form';
  return /\.[a-z]+$/.test(path) || path.startsWith('/api/') ? 'file' : 'page';
}
