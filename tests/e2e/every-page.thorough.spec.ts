import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { pageKinds } from '../page-kinds';
import { watchWeight } from '../page-weight';
import { test } from './sound';

/** One heading, nothing that code printed by mistake, and no scrolling sideways on a phone. */
async function expectWhole(page: Page, lang: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  expect(await page.locator('main').innerText()).not.toMatch(/undefined|NaN|\[object|\bInfinity\b(?!-)/);
  await page.setViewportSize({ width: 390, height: 844 });
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await sideways()).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await sideways()).toBe(0);
}

function found(violations: { id: string; nodes: { html: string }[] }[]) {
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]);
}

/** Rows of a list are alike, and what takes time here grows with their number: the first ones stand for all. */
async function shortenLists(page: Page): Promise<void> {
  await page.evaluate(() => {
    const later = document.querySelectorAll('main :is(tr, li, option, .evidence):nth-child(n + 9)');
    for (const each of later) if (!each.closest('svg')) each.remove();
  });
}

for (const path of pageKinds) {
  test(`${path} is whole in both languages, light, accessible, and fits a phone`, async ({
    page,
    baseURL,
  }) => {
    const weight = await watchWeight(page, baseURL ?? '');
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    // Next's runtime alone is heavier than this: a page that is, has it again.
    expect(weight.script).toBeLessThan(10_000);
    await expectWhole(page, 'zh-CN');
    await shortenLists(page);
    expect(found((await new AxeBuilder({ page }).analyze()).violations)).toEqual([]);
    // In the dark only colours are others.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    expect(found(dark.violations)).toEqual([]);

    const banner = page.getByRole('banner');
    await banner.getByRole('link', { name: 'English', exact: true }).first().click();
    await expect(page).toHaveURL(
      (url) => url.pathname + url.search === (path === '/' ? '/en' : `/en${path}`),
    );
    await expectWhole(page, 'en');
    await banner.getByRole('link', { name: '中文', exact: true }).first().click();
    await expect(page).toHaveURL((url) => url.pathname + url.search === path);
  });
}
