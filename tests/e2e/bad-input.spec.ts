import { expect } from '@playwright/test';
import { test } from './sound';

test('a misspelt vendor is 404, with the one that was meant and a search', async ({ page }) => {
  const answer = await page.goto('/vendors/baidou');
  expect(answer?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: '百度' }).first().click();
  await expect(page).toHaveURL(/\/vendors\/baidu$/);
});

for (const [kind, near] of [
  ['models', 'erni'],
  ['industries', 'financ'],
  ['funding', 'zhipu'],
  ['sources', 'articl'],
  ['charts', 'models-by-vendr'],
] as const) {
  test(`an unknown slug under /${kind} is 404 with close matches, in both languages`, async ({ page }) => {
    for (const prefix of ['', '/en']) {
      const answer = await page.goto(`${prefix}/${kind}/${near}`);
      expect(answer?.status()).toBe(404);
      expect(await page.getByRole('main').locator(`a[href^="${prefix}/${kind}/"]`).count()).toBeGreaterThan(
        0,
      );
      await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
    }
  });
}

test('an address that leads nowhere is 404 with a search', async ({ page }) => {
  const answer = await page.goto('/no/such/page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
});

for (const path of [
  '/charts/models-by-vendor?top=many',
  '/charts/funding-by-quarter?from=2023-13',
  '/charts/vendors-by-industry?vendors=baidu~nobody-at-all',
  '/compare?vendors=baidu~huawei~nobody-at-all',
  '/compare/models?models=ernie~m6~no-such-model',
  '/compare?sort=beauty-desc',
  '/changes?action=invented',
  '/funding?type=gift',
  '/vendors?layer=basement',
  '/models?tier=huge',
]) {
  test(`${path} still shows the page and says what was wrong`, async ({ page }) => {
    const [, parameter = '', value = ''] = /\?(\w+)=(.*)$/.exec(path) ?? [];
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    const notice = page.locator('.notice');
    await expect(notice).toContainText(parameter);
    await expect(notice).toContainText(value.split('~').at(-1) ?? '');
  });
}

for (const path of [
  '/charts/models-by-vendor.csv?top=many',
  '/charts/models-by-vendor.png?width=9',
  '/charts/funding-by-quarter.json?from=2023-13',
  '/compare.csv?only=foo',
  '/en/compare.json?currency=ducats',
  '/compare/industries.xlsx?only=foo',
  '/compare.png?preview=yes',
]) {
  test(`${path} answers 400 and names the parameter`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(400);
    const { error } = await answer.json();
    expect(error.parameter).toBe(/\?(\w+)=/.exec(path)?.[1]);
    expect(error.allowed).toBeTruthy();
  });
}

test('odd addresses never bring an error out', async ({ request }) => {
  for (const path of [
    '/vendors/%00',
    '/vendors/%E4%B8%8D%E5%AD%98%E5%9C%A8',
    `/vendors/${'a'.repeat(3000)}`,
    "/vendors/'%20OR%201=1",
    '/search?q=%25%25%5C',
    '/search?q=%00',
    '/funding?q=%00',
    '/models?vendor=%00',
    `/search?q=${'%F0%9F%A4%96'.repeat(200)}`,
    '/compare?vendors=~~~~',
    `/charts/models-by-vendor?vendors=${'a~'.repeat(3000)}`,
    '/en/en/vendors',
    '/zh/vendors',
    '/models?page=-1',
    '/models?page=99999999999999999999',
    '/charts/models-by-vendor.exe',
  ]) {
    const answer = await request.get(path);
    expect([path, answer.status() < 500]).toEqual([path, true]);
    expect(await answer.text()).not.toMatch(/at .*\(.*:\d+:\d+\)|PrismaClient|Invalid `/);
  }
});
