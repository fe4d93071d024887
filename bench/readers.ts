import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import lighthouse from 'lighthouse';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { freePort } from '@/database/free-port';
import { findBrowser } from '../scripts/browser';
import { pageKinds } from '../tests/page-kinds';
import { type PageWeight, type Painting, paintingOf, useChart, watchWeight } from '../tests/page-weight';
import { type BenchLine, type BenchResult, quantile } from './result';
import { withServer } from './running';

const bars = { script: 100, inUse: 15, paint: 1.2, performance: 98 } as const;

/** Pages beside those of every kind in Chinese: some in English, and those that are reached in other ways. */
const others = [
  '/en',
  '/en/vendors/baidu',
  '/en/charts/models-by-vendor',
  '/en/compare?vendors=baidu~openai',
  '/embed/charts/models-by-vendor',
  '/report?path=/vendors/baidu',
  '/sign-in',
  '/no-such-page',
];
const desk = ['/editor', '/editor/news', '/editor/records/organization/baidu', '/editor/account'];

/** The phone of Lighthouse's mobile profile (a Moto G Power), and the slow 4G that its DevTools throttling makes. */
const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const;
const slow4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const processorSlowdown = 4;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Measured {
  path: string;
  weight: PageWeight;
  /** Bytes of script after a filter was changed in place and a mark was pointed at; null on pages without a chart. */
  inUse: number | null;
  shift: number;
  /** What shifted where the page was looked at with and without slowing down; Lighthouse does not tell. */
  moved: readonly string[];
  /** Seconds until the largest paint: as Lighthouse simulates it, and with the browser slowed down. */
  simulated: number;
  throttled: number;
  scores: Record<(typeof categories)[number], number>;
}

interface Bench {
  browser: Browser;
  /** Where Lighthouse reaches the browser. */
  debugging: number;
  home: string;
  cookie: string;
}

async function inFreshContext<Result>(
  { browser, home, cookie }: Bench,
  use: (page: Page, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ ...phone, baseURL: home, extraHTTPHeaders: { cookie } });
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

async function weighed(
  bench: Bench,
  path: string,
): Promise<Pick<Measured, 'weight' | 'inUse' | 'shift' | 'moved'>> {
  return inFreshContext(bench, async (page) => {
    const weight = await watchWeight(page, bench.home);
    await page.goto(path, { waitUntil: 'networkidle' });
    const before = { ...weight };
    const { shift, moved } = await paintingOf(page);
    const used = (await page.locator('.chart-filters select').count()) > 0;
    if (used) await useChart(page);
    return { weight: before, inUse: used ? weight.script : null, shift, moved };
  });
}

async function throttledPaint(bench: Bench, path: string): Promise<Painting> {
  return inFreshContext(bench, async (page, context) => {
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', slow4G);
    await client.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown });
    await page.goto(path, { waitUntil: 'networkidle' });
    return paintingOf(page);
  });
}

async function audited(
  { debugging, home, cookie }: Bench,
  path: string,
): Promise<Pick<Measured, 'simulated' | 'shift' | 'scores'>> {
  const html = await (await fetch(home + path, { headers: { cookie } })).text();
  const hidden = /<meta name="robots" content="noindex/.test(html) || path === '/no-such-page';
  const result = await lighthouse(home + path, {
    port: debugging,
    logLevel: 'silent',
    onlyCategories: [...categories],
    throttlingMethod: 'simulate',
    disableFullPageScreenshot: true,
    ignoreStatusCode: true,
    extraHeaders: { cookie },
    // Whether a search engine may list it is no question for pages that are not for search engines.
    skipAudits: [
      'bf-cache',
      ...(hidden ? ['is-crawlable', 'http-status-code'] : []),
      // The browser itself writes the 404 that is asked for to its console.
      ...(path === '/no-such-page' ? ['errors-in-console'] : []),
    ],
  });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse on ${path}: ${result?.lhr.runtimeError?.message ?? 'nothing'}`);
  const { audits, categories: found } = result.lhr;
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round((found[name]?.score ?? 0) * 100)]),
  ) as Measured['scores'];
  return {
    simulated: value('largest-contentful-paint') / 1000,
    shift: value('cumulative-layout-shift'),
    scores,
  };
}

const median = (values: readonly number[]) => quantile(values, 0.5);

/**
 * Lighthouse once, and three loads slowed down; where the score of speed or the paint is missed, which depends on the
 * machine's mood, the median of three scores, and of seven loads.
 */
async function measured(bench: Bench, path: string): Promise<Measured> {
  const { weight, inUse, shift, moved } = await weighed(bench, path);
  const paints: Painting[] = [];
  const throttled = () => median(paints.map((each) => each.largestPaint)) / 1000;
  for (let run = 0; run < 3; run++) paints.push(await throttledPaint(bench, path));
  if (throttled() > bars.paint)
    for (let run = 0; run < 4; run++) paints.push(await throttledPaint(bench, path));
  const audit = await audited(bench, path);
  const audits = [audit];
  if (audit.scores.performance < bars.performance)
    audits.push(await audited(bench, path), await audited(bench, path));
  return {
    path,
    weight,
    inUse,
    shift: Math.max(shift, ...paints.map((each) => each.shift), ...audits.map((each) => each.shift)),
    moved: [...new Set([...moved, ...paints.flatMap((each) => each.moved)])],
    simulated: median(audits.map((each) => each.simulated)),
    throttled: throttled(),
    scores: Object.fromEntries(
      categories.map((name) => [name, median(audits.map(({ scores }) => scores[name]))]),
    ) as Measured['scores'],
  };
}

async function signedIn(home: string, databaseUrl: string): Promise<string> {
  const client = connect(databaseUrl);
  const person = { name: 'Bench', email: 'bench@example.org', password: 'correct horse battery' };
  await createAccount(client, { ...person, role: 'editor' });
  await client.$disconnect();
  const answer = await fetch(`${home}/api/sign-in`, {
    method: 'POST',
    headers: { origin: home },
    body: new URLSearchParams({
      lang: 'zh',
      email: person.email,
      password: person.password,
      next: '/editor',
    }),
    redirect: 'manual',
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** Of charts the one with the most rows, the one that Recharts draws, the one with the most marks; else one address for each page of the code. */
function isAsked(path: string, at: number, all: readonly string[]): boolean {
  if (path.startsWith('/charts/')) return /models-by-vendor|funding-by-quarter|landscape/.test(path);
  const page = (each: string) => each.replace(/\?.*/, '').replace(/^(\/\w+\/).*/, '$1');
  return all.findIndex((each) => page(each) === page(path)) === at;
}

/** The address of a link that is pinned to what a chart shows now. */
async function pinnedLink(home: string): Promise<string> {
  const answer = await fetch(`${home}/api/shares`, {
    method: 'POST',
    headers: { origin: home },
    body: new URLSearchParams({ path: '/charts/models-by-vendor', query: '', lang: 'zh', kind: 'pinned' }),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? '', home).pathname.replace(/\/link$/, '');
}

/** Addresses to look at, separated by commas, where not all are wanted. */
const only = process.env.READERS_ONLY?.split(',');

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

function lineOf({ path, weight, inUse, shift, simulated, throttled, scores }: Measured): BenchLine {
  return {
    what: `\`${path}\``,
    values: [
      kilobytes(weight.script),
      inUse === null ? '' : kilobytes(inUse),
      kilobytes(weight.html),
      kilobytes(weight.style + weight.font + weight.picture + weight.other),
      weight.requests,
      simulated.toFixed(2),
      throttled.toFixed(2),
      shift === 0 ? '0' : shift.toFixed(3),
      categories.map((name) => scores[name]).join(' '),
    ],
  };
}

/** The figure of the page that is farthest from the bar, and whether it holds. */
function worst(
  what: string,
  pages: readonly Measured[],
  figure: (page: Measured) => number,
  unit: string,
  bar: number,
  wanted: 'at most' | 'at least',
): string {
  const sign = wanted === 'at most' ? 1 : -1;
  const [last] = [...pages].sort((a, b) => sign * (figure(b) - figure(a)));
  if (!last) throw new Error('no pages');
  const value = Number(figure(last).toFixed(3));
  const holds = sign * value <= sign * bar;
  return `${what}: ${value}${unit} on \`${last.path}\` (${wanted} ${bar}${unit}): ${holds ? 'reached' : 'NOT reached'}`;
}

function verdicts(pages: readonly Measured[]): string[] {
  const charts = pages.filter(({ inUse }) => inUse !== null);
  return [
    worst(
      'Script before interaction',
      pages,
      (p) => kilobytes(p.weight.script),
      ' KB',
      bars.script,
      'at most',
    ),
    worst(
      'Script with the chart in use',
      charts,
      (p) => kilobytes(p.inUse ?? 0),
      ' KB',
      bars.inUse,
      'at most',
    ),
    worst('Requests to other hosts', pages, (p) => p.weight.foreign.length, '', 0, 'at most'),
    worst('Largest paint, simulated slow 4G', pages, (p) => p.simulated, ' s', bars.paint, 'at most'),
    worst('Largest paint, browser slowed down', pages, (p) => p.throttled, ' s', bars.paint, 'at most'),
    worst('Layout shift', pages, (p) => p.shift, '', 0, 'at most'),
    worst('Lighthouse performance', pages, (p) => p.scores.performance, '', bars.performance, 'at least'),
    worst('Lighthouse accessibility', pages, (p) => p.scores.accessibility, '', 100, 'at least'),
    worst('Lighthouse best practices', pages, (p) => p.scores['best-practices'], '', 100, 'at least'),
    worst('Lighthouse SEO', pages, (p) => p.scores.seo, '', 100, 'at least'),
  ];
}

/** The font that this machine sets Chinese in: what a page costs to lay out depends on it. */
async function chineseFont(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.setContent('<html lang="zh"><p style="font-family: sans-serif">大模型产业图谱');
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await page.close();
  return fonts[0]?.familyName ?? 'no font';
}

/** What a reader downloads, and how soon it is there on a phone. */
export default async function readers(): Promise<BenchResult> {
  const { pages, font } = await withServer(async ({ url: home, databaseUrl }) => {
    const debugging = await freePort();
    const browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: ['--no-sandbox', '--disable-background-networking', `--remote-debugging-port=${debugging}`],
    });
    try {
      const reader: Bench = { browser, debugging, home, cookie: '' };
      const editor: Bench = { ...reader, cookie: await signedIn(home, databaseUrl) };
      const found: Measured[] = [];
      const asked = [
        ...[...pageKinds.filter(isAsked), ...others, await pinnedLink(home)].map((path) => ({
          path,
          as: reader,
        })),
        ...desk.map((path) => ({ path, as: editor })),
      ].filter(({ path }) => only === undefined || only.includes(path));
      for (const { path, as } of asked) {
        const page = await measured(as, path);
        found.push(page);
        process.stdout.write(
          `  ${found.length}/${asked.length} ${path}: ${lineOf(page).values.join(', ')}\n`,
        );
        for (const moved of page.moved) process.stdout.write(`    moved: ${moved}\n`);
      }
      return { pages: found, font: await chineseFont(browser) };
    } finally {
      await browser.close();
    }
  });
  return {
    title: only ? `What a reader downloads (${only.length} of the pages)` : 'What a reader downloads',
    how:
      'Each page in an empty Chromium on a phone of 412 × 823; bytes as they came, compressed, with headers (1 KB is 1,000). ' +
      'Largest paint twice: as Lighthouse 12 simulates slow 4G and a processor 4× slower (its mobile profile; what its score uses), ' +
      'and measured with the browser slowed down to the same by DevTools (each request waits 562 ms; the median of three loads, or of seven where that of three misses). ' +
      'Layout shift is the largest of all runs. Scores are Lighthouse’s: performance, accessibility, best practices, SEO; ' +
      'pages that are not for search engines are not asked whether they may be listed, and the page that does not exist not about the 404 that the browser itself writes to its console. One run of Lighthouse a page, and the median of three where the first misses the score of speed. Of charts three are asked for, else one address for each page of the code. ' +
      `Chinese was set in ${font}.`,
    columns: [
      'page',
      'script, KB',
      'with chart, KB',
      'HTML, KB',
      'rest, KB',
      'requests',
      'largest paint, s',
      'slowed down, s',
      'shift',
      'Lighthouse',
    ],
    lines: pages.map(lineOf),
    reached: verdicts(pages),
  };
}
