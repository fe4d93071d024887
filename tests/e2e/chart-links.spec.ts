import { expect } from '@playwright/test';
import { ready } from './ready';
import { test } from './sound';

test('a filter changes the address, and back and forward bring the other chart', async ({ page }) => {
  await page.goto('/charts/models-by-vendor?vendors=baidu~huawei');
  const rows = page.locator('#data tbody tr');
  await expect(rows).toHaveCount(2);
  await page.locator('.chart-filters summary').filter({ hasText: '厂商' }).click();
  await page.getByRole('checkbox', { name: '腾讯' }).check();
  await page.getByRole('button', { name: '更新图表' }).click();
  await expect(page).toHaveURL(/\?vendors=baidu~huawei~tencent$/);
  await expect(rows).toHaveCount(3);
  await page.goBack();
  await expect(page).toHaveURL(/\?vendors=baidu~huawei$/);
  await expect(rows).toHaveCount(2);
  // Fields show the state of the address, not what was ticked before.
  await expect(page.locator('.chart-filters input[name=vendors][value=tencent]')).not.toBeChecked();
  await page.goForward();
  await expect(rows).toHaveCount(3);
  await expect(page.locator('.chart-filters input[name=vendors][value=tencent]')).toBeChecked();
});

test('while scripts are still on their way, the chart can be read', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/charts/funding-by-quarter', { waitUntil: 'commit' });
  await expect(page.locator('.chart-box svg:visible').first()).toBeVisible();
  await expect(page.locator('#data tbody tr').first()).toBeVisible();
  release();
  await ready(page);
  await page.locator('.chart-box').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.chart-tip')).toBeVisible();
});

test('on paper a chart has its picture, figures and sources, and no controls', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/charts/funding-by-quarter');
  await expect(page.locator('.chart-box svg:visible').first()).toBeVisible();
  await expect(page.locator('#data tbody tr').last()).toBeVisible();
  await expect(page.locator('#sources li').last()).toBeVisible();
  await expect(page.locator('.chart-filters')).toBeHidden();
  await expect(page.locator('.site-nav')).toBeHidden();
  // Dark ink on white, whatever the screen showed.
  const [ink, paper] = await page.evaluate(() => [
    getComputedStyle(document.body).color,
    getComputedStyle(document.documentElement).backgroundColor,
  ]);
  expect(lightness(ink)).toBeLessThan(0.4);
  expect(lightness(paper)).toBeGreaterThan(0.9);
});

/** 0 black to 1 white, of `rgb(…)` or `oklch(…)` as browsers write it. */
function lightness(colour = ''): number {
  const numbers = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!colour.startsWith('rgb')) return numbers[0] ?? Number.NaN;
  return (numbers.slice(0, 3).reduce((sum, each) => sum + each, 0) || 0) / 3 / 255;
}

test('a reader sorts by a column, highlights a vendor and steps through time, without scripts', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/en/charts/models-by-vendor');
  await page.getByRole('table').getByRole('link', { name: 'Industry' }).click();
  await expect(page).toHaveURL(/order=industry-desc/);
  await expect(page.getByRole('columnheader', { name: 'Industry' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );

  await page.locator('summary', { hasText: 'Highlight' }).click();
  await page.getByRole('group', { name: 'Highlight' }).getByLabel('Huawei').check();
  await page.getByRole('button', { name: 'Update chart' }).click();
  await expect(page).toHaveURL(/highlight=huawei&order=industry-desc/);
  await expect(page.locator('table mark')).toHaveText('Huawei');
  await expect(page.locator('.chart-size [data-row][opacity]').first()).toBeAttached();

  await page.goto('/en/charts/releases');
  const steps = page.getByRole('navigation', { name: 'Quarter by quarter' });
  await expect(steps).toContainText('All time');
  await steps.getByRole('link', { name: 'Earlier' }).click();
  await expect(page).toHaveURL(/\?to=20\d\dQ\d/);
  await steps.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\/en\/charts\/releases$/);
  await context.close();
});
