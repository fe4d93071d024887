import { expect } from '@playwright/test';
import { ready } from './ready';
import { test } from './sound';

test('the map is walked by arrow keys, opens a record beside it, and closes it', async ({ page }) => {
  await page.goto('/en/map');
  const tiles = page.locator('.map-tile');
  const all = await tiles.count();
  expect(all).toBeGreaterThan(100);
  await ready(page);
  await tiles.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tiles.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(tiles.nth(1)).not.toBeFocused();
  await page.keyboard.press('End');
  await expect(tiles.last()).toBeFocused();
  await page.getByRole('link', { name: 'Huawei', exact: true }).first().click();
  await expect(page).toHaveURL('/en/map?open=huawei#record');
  const record = page.getByRole('complementary', { name: 'Huawei' });
  await expect(record).toContainText('ModelArts');
  await expect(record.locator('.evidence-mark').first()).toBeVisible();
  await record.getByRole('link', { name: 'Close ×' }).click();
  await expect(record).toHaveCount(0);
});

test('the map is filtered and sized by its address, and its files hold the same', async ({
  page,
  request,
}) => {
  await page.goto('/en/map');
  await page.getByRole('link', { name: /^Start-up \d/ }).click();
  await expect(page).toHaveURL('/en/map?kinds=startup');
  const shown = await page.locator('.map-tile').count();
  await page.getByRole('link', { name: 'funding floor' }).click();
  await expect(page).toHaveURL('/en/map?kinds=startup&size=funding');
  await expect(page.locator('.map-tile[data-size="3"]').first()).toBeVisible();
  const csv = await (await request.get('/en/map.csv?kinds=startup&size=funding')).text();
  expect(csv.trim().split('\r\n')).toHaveLength(shown + 1);
  const svg = await (await request.get('/en/map.svg?kinds=startup&size=funding')).text();
  expect(svg.match(/data-row=/g)).toHaveLength(shown);
  await page.goto('/en/map?kinds=person');
  await expect(page.getByRole('main')).toContainText('No organization matches.');
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(page).toHaveURL('/en/map');
});

test('the map prints on one A3 page', async ({ page }) => {
  await page.goto('/map');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
  );
  // A3 is 1191 × 842 points.
  expect(boxes.filter(([width]) => (width ?? 0) > 1100)).toHaveLength(1);
  expect(pages.length).toBeLessThanOrEqual(3);
});
