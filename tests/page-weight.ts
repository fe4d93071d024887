import type { Page } from '@playwright/test';

/** What a page made the browser load, in bytes as they came: compressed, with their headers. */
export interface PageWeight {
  script: number;
  html: number;
  style: number;
  font: number;
  picture: number;
  other: number;
  requests: number;
  /** Addresses on other hosts. */
  foreign: string[];
}

const kinds: Readonly<Record<string, 'script' | 'html' | 'style' | 'font' | 'picture'>> = {
  Script: 'script',
  Document: 'html',
  Stylesheet: 'style',
  Font: 'font',
  Image: 'picture',
};

/** Counts from now on what the page loads. Its cache has to be empty: a new context for each page. */
export async function watchWeight(page: Page, home: string): Promise<PageWeight> {
  const weight: PageWeight = {
    script: 0,
    html: 0,
    style: 0,
    font: 0,
    picture: 0,
    other: 0,
    requests: 0,
    foreign: [],
  };
  const types = new Map<string, string>();
  const client = await page.context().newCDPSession(page);
  client.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { protocol, origin } = new URL(request.url);
    if (!protocol.startsWith('http')) return;
    types.set(requestId, type ?? 'Other');
    weight.requests += 1;
    if (origin !== new URL(home).origin) weight.foreign.push(request.url);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type !== undefined) weight[kinds[type] ?? 'other'] += encodedDataLength;
  });
  await client.send('Network.enable');
  return weight;
}

/** Changes a filter of a page of a chart, waits until it took effect, and points at a mark. */
export async function useChart(page: Page): Promise<void> {
  const filter = page.locator('.chart-filters select').first();
  const { pathname, search } = new URL(page.url());
  const other = await filter.locator('option:not(:checked)').first().getAttribute('value');
  await filter.selectOption(other);
  await page.waitForURL((url) => url.pathname === pathname && url.search !== search);
  const mark = page.locator('.chart-box [data-row]:visible').first();
  if ((await mark.count()) > 0) await mark.hover({ force: true });
  await page.waitForLoadState('networkidle');
}

/** How a page arrived in the browser. */
export interface Painting {
  /** How much has moved without anybody's doing. */
  shift: number;
  /** What moved: its tag and class, from where to where. */
  moved: string[];
  /** When its largest part was painted, in milliseconds. */
  largestPaint: number;
}

/** What has moved on the page since it was asked for, and when its largest part was painted. */
export function paintingOf(page: Page): Promise<Painting> {
  return page.evaluate(async () => {
    const seen: Painting = { shift: 0, moved: [], largestPaint: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[]) {
        seen.shift += entry.value;
        for (const { node, previousRect: from, currentRect: to } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          seen.moved.push(
            `${element?.localName ?? '?'}.${element?.className ?? ''} ${from.x},${from.y} ${from.width}×${from.height} → ${to.x},${to.y} ${to.width}×${to.height}`,
          );
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      seen.largestPaint = list.getEntries().at(-1)?.startTime ?? seen.largestPaint;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    // What happened before is told in tasks of their own; the largest paint, on a busy machine, frames later.
    // (No function has a name here: what runs this file may mark names with a function that the page does not have.)
    let waited = 0;
    do
      await new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    while (seen.largestPaint === 0 && waited++ < 60);
    return seen;
  });
}
