import { secondsUntil } from './waiting';

/** What came of asking for something, and how long it took. */
export interface Probe {
  status: number;
  milliseconds: number;
  text: string;
  headers: Headers;
}

/** Asks for a page as a reader does; status 0 where no answer came. */
export async function probe(url: string, init?: RequestInit): Promise<Probe> {
  const start = performance.now();
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000), redirect: 'manual', ...init });
    const text = await answer.text();
    return { status: answer.status, milliseconds: performance.now() - start, text, headers: answer.headers };
  } catch {
    return { status: 0, milliseconds: performance.now() - start, text: '', headers: new Headers() };
  }
}

/** Seconds in which a page that was refused, or lacks a picture for the moment, must be whole. */
const longestMaking = 60;

/** A page as the server keeps it: one from which something is missing for the moment is asked for again. */
export async function seenPage(url: string): Promise<Probe> {
  let answer = await probe(url);
  await secondsUntil(async () => {
    if (answer.status === 200 && !answer.headers.get('cache-control')?.includes('no-store')) return true;
    answer = await probe(url);
    return false;
  }, longestMaking);
  return answer;
}

/** Pages that differ in every way that pages do. */
export const knownPages: readonly string[] = [
  '/',
  '/en',
  '/vendors',
  '/vendors/baidu',
  '/en/vendors/huawei',
  '/models',
  '/models/pangu',
  '/industries',
  '/industries/mining',
  '/funding',
  '/charts',
  '/charts/models-by-vendor',
  '/en/charts/most-funded',
  '/charts/models-by-vendor.svg?vendors=baidu~huawei',
  '/compare?vendors=baidu~huawei',
  '/map',
  '/search?q=wxyy',
  '/changes',
  '/method',
  '/sources',
];

/** The address of a page that nobody asked for before. */
export function newPage(at: number): string {
  return `${['/search?q=', '/en/search?q=', '/models?q=', '/vendors?q='][at % 4]}torment${at}`;
}
