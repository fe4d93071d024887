import { chromium, type Page } from '@playwright/test';
import { charts } from '@/charts/registry';
import { findBrowser } from '../scripts/browser';
import { type Bench, quantile } from './result';
import { withServer } from './running';

/** Milliseconds from a choice to the new chart in its place. */
const bars = { warm: 100, cold: 250 } as const;
/** Layout shift that a change may bring. */
const shiftBar = 0.01;
/** Changes of a chart that nobody has asked for before, and back again. */
const choices = 4;

interface Changed {
  slug: string;
  cold: number;
  warm: number;
  load: number;
  shift: number;
}

/** What the page tells of itself: how long its last change took, and what has moved more than is a choice's own doing. */
type Watched = Window & { took?: number; moved?: number };

/** Lets the page take the time of its changes, from the choice to the new state, and sum what moves. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const own = window as Watched;
    let start = 0;
    own.moved = 0;
    document.addEventListener(
      'change',
      () => {
        start = performance.now();
      },
      true,
    );
    document.addEventListener('statechanged', () => {
      own.took = performance.now() - start;
    });
    new PerformanceObserver((list) => {
      // A chart of other rows is as high as it is: what moves within half a second of a key is the reader's doing.
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) own.moved = (own.moved ?? 0) + entry.value;
    }).observe({ type: 'layout-shift' });
  });
}

/** Chooses the next value of a field, or the one before, by key; milliseconds until the page was in its new state. */
async function choose(page: Page, field: number, key: 'ArrowDown' | 'ArrowUp'): Promise<number> {
  await page.evaluate(() => {
    delete (window as Watched).took;
  });
  await page.locator('.chart-filters select').nth(field).focus();
  await page.keyboard.press(key);
  const took = await page.waitForFunction(() => (window as Watched).took);
  return (await took.jsonValue()) ?? Number.NaN;
}

const median = (values: readonly number[]) => quantile(values, 0.5);

async function changesOf(page: Page, home: string, slug: string): Promise<Changed | null> {
  await page.goto(`${home}/charts/${slug}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  // Whoever reaches for a field has what it needs before choosing in it.
  await page.locator('.chart-filters').hover();
  await page.waitForLoadState('networkidle');
  const fields = page.locator('.chart-filters select');
  await watch(page);
  const [cold, warm, load]: [number[], number[], number[]] = [[], [], []];
  for (let field = 0; field < (await fields.count()) && cold.length < choices; field++) {
    const last = await fields
      .nth(field)
      .evaluate((each) => (each as HTMLSelectElement).selectedIndex + 2 > (each as HTMLSelectElement).length);
    if (last) continue;
    cold.push(await choose(page, field, 'ArrowDown'));
    const address = page.url();
    warm.push(await choose(page, field, 'ArrowUp'), await choose(page, field, 'ArrowDown'));
    await choose(page, field, 'ArrowUp');
    const other = await page.context().newPage();
    const start = performance.now();
    await other.goto(address, { waitUntil: 'load' });
    load.push(performance.now() - start);
    await other.close();
    await page.bringToFront();
  }
  if (cold.length === 0) return null;
  return {
    slug,
    cold: median(cold),
    warm: median(warm),
    load: median(load),
    shift: await page.evaluate(() => (window as Watched).moved ?? 0),
  };
}

/** A filter changed in place, beside loading the same page. */
const live: Bench = () =>
  withServer(async ({ url }) => {
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const changed: Changed[] = [];
      for (const { slug, address } of charts) {
        // A chart that lives at another address is a page of its own.
        const found = address ? null : await changesOf(page, url, slug);
        if (found) changed.push(found);
      }
      const verdict = (what: string, value: number, bar: number, unit: string) =>
        `${what}: ${Number(value.toFixed(3))}${unit} (at most ${bar}${unit}): ${value <= bar ? 'reached' : 'NOT reached'}`;
      const of = (name: 'cold' | 'warm' | 'load') => changed.map((each) => each[name]);
      return {
        title: 'Filters in place',
        how: `From a choice in a field to the new chart in its place, in Chromium: in a state that nobody has asked for (cold), in one that is kept (warm), and a load of the same kept page. Medians of up to ${choices} choices a chart.`,
        columns: ['chart', 'cold, ms', 'warm, ms', 'page load, ms', 'layout shift'],
        lines: changed.map(({ slug, cold, warm, load, shift }) => ({
          what: slug,
          values: [cold, warm, load, shift === 0 ? '0' : shift.toFixed(4)],
        })),
        reached: [
          verdict('Warm, median of all charts', median(of('warm')), bars.warm, ' ms'),
          verdict('Cold, median of all charts', median(of('cold')), bars.cold, ' ms'),
          verdict('Layout shift, worst chart', Math.max(...changed.map(({ shift }) => shift)), shiftBar, ''),
          `Warm in place beside a load of the same page: ${(median(of('warm')) / median(of('load'))).toFixed(2)}×`,
        ],
      };
    } finally {
      await browser.close();
    }
  });

export default live;
