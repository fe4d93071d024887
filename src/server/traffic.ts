import type { IncomingMessage } from 'node:http';
import { linear } from '@/domain/expression/linear';
import type { Traffic } from './metrics';

/** Pages and files are read and nothing else; forms and programs know by themselves what they take. */
export function isMethodAllowed(method: string | undefined, path: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (/^\/api\/(?:health|metrics)\b/.test(path)) return false;
  if (path === '/mcp') return method === 'POST' || method === 'DELETE' || method === 'OPTIONS';
  return path.startsWith('/api/') && (method === 'POST' || method === 'OPTIONS');
}

/** Pages, pictures and tables are made whole first; Next's own files, and what is for programs and scripts, go straight through. */
export function isBuffered(request: IncomingMessage, path: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return (
    !path.startsWith('/_next/') && !isData(path) && path !== '/mcp' && !(isPersonal(path) && isApi(path))
  );
}

const isApi = (path: string) => path.startsWith('/api/');

/**
 * What depends on who asks is never kept, and nothing else hears who that is: only here do cookies reach the app. Addresses
 * are normal, so that these are all.
 */
export function isPersonal(path: string): boolean {
  return (
    /^(?:\/en)?\/(?:editor|sign-in|set-up|set-password|report)(?:\/|$)/.test(path) ||
    /^\/api\/(?:accounts?|auth|editions|import|news|programs|proposals|records|reports|set-password|set-up|sign-in|sign-out)(?:\/|$)/.test(
      path,
    )
  );
}

const namesSession = linear(/(?:^|;\s*)(?:__Secure-)?landscape\.session_token=/);

/** Does somebody say that they are signed in? Whether it is true is for the app to find out. */
export function saysWho(request: IncomingMessage): boolean {
  return namesSession.test(request.headers.cookie ?? '');
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
