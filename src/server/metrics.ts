import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { setting } from '@/domain/settings';

const registry = new Registry();
const registers = [registry];

/** What a path is asked for, so that there is a handful of series, not one an address. */
export type Traffic = 'page' | 'file' | 'api' | 'asset' | 'form' | 'health';

const requests = new Counter({
  name: 'http_requests_total',
  help: 'Answered requests by what was asked for and the status.',
  labelNames: ['traffic', 'status'] as const,
  registers,
});
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from a request to the end of its answer.',
  labelNames: ['traffic'] as const,
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
  registers,
});
/** Pages: `kept` were at hand, `made` were made now, `away` were shown while the database was away, `refused` were too many. */
const pages = new Counter({
  name: 'pages_total',
  help: 'Pages and pictures by where the answer came from.',
  labelNames: ['from'] as const,
  registers,
});

/** Counts an answer. */
export function countAnswer(traffic: Traffic, status: number, seconds: number): void {
  requests.inc({ traffic, status });
  durations.observe({ traffic }, seconds);
}

/** Counts where a page came from. */
export function countPage(from: 'kept' | 'made' | 'away' | 'refused'): void {
  pages.inc({ from });
}

/** Figures that are looked up when somebody asks for them, by name. */
export function watchFigures(figures: Readonly<Record<string, { help: string; value: () => number }>>): void {
  collectDefaultMetrics({ register: registry });
  for (const [name, { help, value }] of Object.entries(figures)) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  }
}

/** The figures in Prometheus' text form. */
export async function metricsText(): Promise<{ type: string; text: string }> {
  return { type: registry.contentType, text: await registry.metrics() };
}

/**
 * May this client read the figures? Whoever has `METRICS_TOKEN`, and nobody else: a program on the same machine cannot be told
 * from a proxy there, through which everybody comes.
 */
export function mayReadMetrics(request: IncomingMessage): boolean {
  const token = setting('METRICS_TOKEN');
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const given = digest(request.headers.authorization ?? '');
  return token !== undefined && timingSafeEqual(given, digest(`Bearer ${token}`));
}
