import { expect } from '@playwright/test';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { openInteractiveChart, paintingOf, watchWeight } from '../page-weight';
import { ready } from './ready';
import { test } from './sound';

/** Bytes of script, compressed: before anybody does anything, and with an interactive chart. */
const before = 100_000;
const withChart = 230_000;
/** Next's runtime alone is heavier than this: a page that is, has it again. */
const usual = 10_000;

test.use({ viewport: { width: 412, height: 823 } });

for (const path of [
  '/',
  '/charts',
  '/compare',
  '/map',
  '/vendors',
  '/embed/charts/landscape',
  '/sign-in',
  '/no-such-page',
])
  test(`${path} is light and stands still`, async ({ page, baseURL }) => {
    const weight = await watchWeight(page, baseURL ?? '');
    await page.goto(path);
    await ready(page);
    await page.waitForLoadState('networkidle');
    expect(weight.script).toBeGreaterThan(0);
    expect(weight.script).toBeLessThan(usual);
    expect(weight.foreign).toEqual([]);
    // Less than a thousandth is a hair's breadth of rounding.
    expect((await paintingOf(page)).shift).toBeLessThan(0.001);
  });

// With Recharts, and with the most marks.
for (const chart of ['models-by-vendor', 'funding-by-quarter', 'landscape'])
  test(`the interactive chart ${chart} is light`, async ({ page, baseURL }) => {
    const weight = await watchWeight(page, baseURL ?? '');
    await page.goto(`/charts/${chart}`);
    expect(weight.script).toBeLessThan(before);
    await openInteractiveChart(page);
    expect(weight.script).toBeLessThan(withChart);
  });

test('pages of the desk are light too', async ({ page, baseURL }) => {
  const client = connect(process.env.DATABASE_URL ?? '');
  const person = { name: 'Weight', email: 'weight@example.org', password: 'correct horse battery' };
  await createAccount(client, { ...person, role: 'editor' });
  await client.$disconnect();
  await page.request.post('/api/sign-in', {
    headers: { origin: baseURL ?? '' },
    form: { lang: 'zh', email: person.email, password: person.password, next: '/editor' },
  });
  const weight = await watchWeight(page, baseURL ?? '');
  let earlier = 0;
  for (const path of ['/editor', '/editor/news', '/editor/records/organization/baidu', '/editor/account']) {
    await page.goto(path);
    await expect(page).toHaveURL(path);
    expect([path, weight.script - earlier < usual]).toEqual([path, true]);
    earlier = weight.script;
  }
});
