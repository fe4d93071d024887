import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { setting } from '@/domain/settings';

/** Seconds of a window. */
const window = 60;

let limiter: RateLimiterMemory | null = null;

/** Bytes of a body that cost as much as a request. */
const bytesOfPoint = 2000;

/** What a request costs beside itself: the work that its body makes. */
export function pointsOfBody(bytes: number): number {
  return Math.floor(bytes / bytesOfPoint);
}

/**
 * Counts the work of a client: 1 for a request, and what its body costs. Headers say what is left (RateLimit header fields
 * for HTTP, draft 10).
 */
export async function useAllowance(
  client: string,
  cost = 1,
): Promise<{ granted: boolean; headers: Record<string, string> }> {
  // 0 lifts the limit.
  const points = setting('API_REQUESTS_PER_MINUTE');
  if (points === 0) return { granted: true, headers: {} };
  limiter ??= new RateLimiterMemory({ points, duration: window });
  const used = await limiter.consume(client, cost).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  });
  const seconds = Math.ceil(used.msBeforeNext / 1000);
  const granted = used.consumedPoints <= points;
  return {
    granted,
    headers: {
      'RateLimit-Policy': `"api";q=${points};w=${window}`,
      RateLimit: `"api";r=${Math.max(used.remainingPoints, 0)};t=${seconds}`,
      ...(granted ? {} : { 'Retry-After': String(seconds) }),
    },
  };
}
