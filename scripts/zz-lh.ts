import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
const port = 9473;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', `--remote-debugging-port=${port}`, '--disable-background-networking'] });
for (const p of process.argv.slice(2)) {
  for (const method of ['simulate'] as const) {
  const t = performance.now();
  const r = await lighthouse(`http://localhost:3471${p}`, { port, throttlingMethod: method, output: 'json', logLevel: 'error', disableFullPageScreenshot: true, onlyCategories: ['performance','accessibility','best-practices','seo'], skipAudits: ['bf-cache'] });
  const l = r!.lhr;
  console.log(p, method, Object.values(l.categories).map((c) => Math.round(c.score! * 100)).join('/'), 'fcp', Math.round(l.audits['first-contentful-paint']!.numericValue!), 'lcp', Math.round(l.audits['largest-contentful-paint']!.numericValue!), 'cls', l.audits['cumulative-layout-shift']!.numericValue, 'tbt', l.audits['total-blocking-time']!.numericValue, 'si', Math.round(l.audits['speed-index']!.numericValue!), Math.round(performance.now() - t), 'ms');
  for (const c of Object.values(l.categories)) for (const a of c.auditRefs) { const x = l.audits[a.id]!; if (a.weight > 0 && x.score !== null && x.score < 0.98) console.log('   ', c.id, a.id, x.score, x.displayValue ?? '', JSON.stringify((x.details as {items?: unknown[]})?.items?.slice(0, 3) ?? '').slice(0, 500)); }
  }
}
await browser.close();
process.exit();
