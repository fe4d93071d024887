import { expect } from '@playwright/test';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { paintingOf, useChart, watchWeight } from '../page-weight';
import { ready } from './ready';
import { test } from './sound';

/** Bytes of script, compressed, of a page whose chart is in use. */
const inUse = 15_000;
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

for (const chart of ['models-by-vendor', 'funding-by-quarter', 'landscape'])
  test(`the chart ${chart} is light in use`, async ({ page, baseURL }) => {
    const weight = await watchWeight(page, baseURL ?? '');
    await page.goto(`/charts/${chart}`);
    await ready(page);
    await useChart(page);
    expect(weight.script).toBeGreaterThan(0);
    expect(weight.script).toBeLessThan(inUse);
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
