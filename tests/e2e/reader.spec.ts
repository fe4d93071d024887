import { expect } from '@playwright/test';
import { ready } from './ready';
import { test } from './sound';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a chart link shows its picture, its figures and its sources', async ({ page }) => {
    await page.goto('/charts/models-by-vendor?vendors=baidu~huawei~tencent');
    const picture = page.locator('.chart-box svg:visible').first();
    await expect(picture).toBeVisible();
    await expect(picture).toContainText('华为');
    const rows = page.locator('#data').getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(page.locator('#sources').getByRole('link').first()).toBeVisible();
  });

  test('filters are a form, and lead to the canonical address', async ({ page }) => {
    await page.goto('/charts/models-by-vendor');
    await page.locator('.chart-filters summary').filter({ hasText: '厂商' }).click();
    await page.getByRole('checkbox', { name: '华为' }).check();
    await page.getByRole('checkbox', { name: '百度' }).check();
    await page.getByRole('button', { name: '更新图表' }).click();
    await expect(page).toHaveURL(/\/charts\/models-by-vendor\?vendors=baidu~huawei$/);
  });

  test('evidence opens by key press and closes by Esc', async ({ page }) => {
    await page.goto('/vendors/baidu');
    const mark = page.locator('main .evidence-mark').first();
    await mark.focus();
    await page.keyboard.press('Enter');
    const note = page.locator('.evidence-note:popover-open');
    await expect(note).toBeVisible();
    await expect(note.getByRole('link', { name: '来源页' }).first()).toHaveAttribute('href', /^\/sources\//);
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);
  });
});

test('a mark of a chart tells its figures and where they come from, to pointer, finger and keys, and moves nothing', async ({
  page,
}) => {
  await page.goto('/en/charts/models-by-vendor?vendors=baidu~huawei');
  await ready(page);
  const tip = page.locator('.chart-tip');
  const place = () =>
    page.locator('#data').evaluate((section) => section.getBoundingClientRect().top + scrollY);
  const before = await place();
  await page.locator('.chart-box [data-row="0"]:visible').first().hover({ force: true });
  await expect(tip).toContainText('Baidu');
  await expect(tip).toContainText(/\d+ records/);
  expect(await place()).toBe(before);
  await page.mouse.move(2, 2);
  await expect(tip).toBeHidden();
  await page.locator('.chart-box').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tip).toContainText('Baidu');
  await page.keyboard.press('ArrowRight');
  await expect(tip).toContainText('Huawei');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/charts\/models-by-vendor\/records.*#row-1$/);
});

test('an entry of the legend raises its marks, to pointer and keys, and the others fade', async ({
  page,
}) => {
  await page.goto('/en/charts/models-by-vendor?vendors=baidu~huawei');
  await ready(page);
  const entry = page.locator('.chart-legend li').first();
  const raised = page.locator('.chart-box [data-row][data-picked]:visible');
  const others = page.locator('.chart-box [data-row]:not([data-picked]):visible');
  await expect(raised).toHaveCount(0);
  await entry.hover();
  await expect(raised.first()).toHaveCSS('opacity', '1');
  await expect(others.first()).toHaveCSS('opacity', '0.2');
  const keys = await raised.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-key')));
  expect(new Set(keys).size).toBe(1);
  await page.mouse.move(2, 2);
  await expect(raised).toHaveCount(0);
  await entry.focus();
  await expect(others.first()).toHaveCSS('opacity', '0.2');
  await page.keyboard.press('Shift+Tab');
  await expect(raised).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a tap on a mark tells it, and what it tells leads to the records', async ({ page }) => {
    await page.goto('/en/charts/models-by-vendor?vendors=baidu~huawei');
    await ready(page);
    await page.locator('.chart-box [data-row="1"]:visible').first().tap({ force: true });
    const tip = page.locator('.chart-tip');
    await expect(tip).toContainText('Huawei');
    await tip.getByRole('link').tap();
    await expect(page).toHaveURL(/\/records.*#row-1$/);
  });
});

test('picture, table, file and sentence of a link say the same', async ({ page, request }) => {
  const state = 'vendors=alibaba~baidu~huawei';
  await page.goto(`/en/charts/models-by-vendor?${state}`);
  const table = page.locator('#data table');
  const shown = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  const csv = await (await request.get(`/en/charts/models-by-vendor.csv?${state}`)).text();
  const lines = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
  // The last column on the page says which records a row is made from.
  expect(lines).toEqual(shown.map((row) => row.slice(0, -1)));
  const json = await (await request.get(`/en/charts/models-by-vendor.json?${state}`)).json();
  expect(json.rows).toHaveLength(shown.length);
  const svg = await (await request.get(`/en/charts/models-by-vendor.svg?${state}`)).text();
  for (const row of shown) expect(svg).toContain(row[0]);
});

test('the same link in another order, or through a chat program, is the same chart', async ({ page }) => {
  await page.goto('/charts/vendors-by-industry?vendors=huawei%7Ebaidu&utm_source=chat');
  await expect(page).toHaveURL(/\?vendors=baidu~huawei$/);
});

test('the theme that a reader chose stays', async ({ page }) => {
  await page.goto('/charts');
  const button = page.getByRole('button', { name: /主题/ });
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/en/funding');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
