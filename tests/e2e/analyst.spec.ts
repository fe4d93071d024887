import { expect } from '@playwright/test';
import { test } from './sound';

test('from the overview to a vendor, its models and who says so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '厂商' }).click();
  await expect(page).toHaveURL(/\/vendors$/);
  await page.getByRole('main').getByRole('link', { name: '百度' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('百度');
  await page.getByRole('main').getByRole('link', { name: /^文心/ }).first().click();
  await expect(page).toHaveURL(/\/models\//);
  await page.locator('main .evidence-mark').first().click();
  await page.locator('.evidence-note:popover-open').getByRole('link', { name: '来源页' }).first().click();
  await expect(page).toHaveURL(/\/sources\//);
});

test('a comparison is changed by hand and taken along as a file with the same cells', async ({
  page,
  request,
}) => {
  await page.goto('/compare');
  await expect(page.locator('main table thead th')).toHaveCount(6);
  await page.getByRole('link', { name: '移除商汤' }).click();
  await expect(page).toHaveURL(/vendors=baidu~alibaba~tencent~huawei/);
  await page.goto('/en/compare?vendors=baidu~openai&only=differences');
  const heads = await page.locator('main table thead th').allInnerTexts();
  expect(heads.slice(1)).toHaveLength(2);
  const csv = await (await request.get('/en/compare.csv?vendors=baidu~openai&only=differences')).text();
  const shown = await page.locator('main table tbody tr:has(td)').count();
  expect(csv.trim().split('\r\n').length - 1).toBe(shown);
});

test('models are narrowed by facets that count what they leave', async ({ page }) => {
  await page.goto('/models');
  const facet = page.getByRole('main').getByRole('link', { name: /^行业/ }).first();
  const count = Number(/\d+/.exec((await facet.innerText()).replaceAll(',', ''))?.[0]);
  await facet.click();
  await expect(page).toHaveURL(/tier=industry/);
  expect(count).toBeGreaterThan(10);
  await expect(page.getByRole('main')).toContainText(String(count));
});

test('search finds by Chinese name, English name and alias', async ({ page }) => {
  for (const text of ['百度', 'baidu', '文心']) {
    await page.goto('/');
    const box = page.getByRole('searchbox').first();
    await box.fill(text);
    await box.press('Enter');
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /百度|文心/ })
        .first(),
    ).toBeVisible();
  }
});

test('the funding list adds up to what it says, and every event leads to its statements', async ({
  page,
}) => {
  await page.goto('/funding');
  const row = page.getByRole('main').getByRole('row').nth(1);
  await row.locator('a[href^="/funding/"]').first().click();
  await expect(page).toHaveURL(/\/funding\/[a-z0-9-]+$/);
  await expect(page.locator('main .evidence-mark').first()).toBeVisible();
});
