import { expect } from '@playwright/test';
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
  await expect(page.locator('.chart-filters input[value=tencent]')).not.toBeChecked();
  await page.goForward();
  await expect(rows).toHaveCount(3);
  await expect(page.locator('.chart-filters input[value=tencent]')).toBeChecked();
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
  // What works with scripts only is not offered before they are there.
  await expect(page.getByRole('button', { name: '交互查看' })).toBeHidden();
  release();
  await page.getByRole('button', { name: '交互查看' }).click();
  await expect(page.locator('.chart-box[data-interactive] svg').first()).toBeVisible();
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
