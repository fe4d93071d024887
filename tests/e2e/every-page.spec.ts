import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { pageKinds } from './page-kinds';
import { test } from './sound';

const languages = [
  { lang: 'zh-CN', prefix: '' },
  { lang: 'en', prefix: '/en' },
];

function address(prefix: string, path: string): string {
  return path === '/' && prefix !== '' ? prefix : prefix + path;
}

for (const { lang, prefix } of languages) {
  for (const path of pageKinds) {
    test(`${address(prefix, path)} is whole, accessible and fits a phone`, async ({ page }) => {
      const answer = await page.goto(address(prefix, path));
      expect(answer?.status()).toBe(200);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      // Words of one language only: no key left untranslated, no value that code printed by mistake.
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/undefined|NaN|\[object|Infinity/);

      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html.slice(0, 160))]),
      ).toEqual([]);

      await page.setViewportSize({ width: 390, height: 844 });
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);

      // The same page in the other language, and back.
      await page
        .getByRole('banner')
        .getByRole('link', { name: /^(English|中文)$/ })
        .first()
        .click();
      await expect(page.locator('html')).toHaveAttribute('lang', lang === 'en' ? 'zh-CN' : 'en');
      expect(decodeURIComponent(new URL(page.url()).pathname).replace(/^\/en(?=\/|$)/, '') || '/').toBe(
        path.split('?')[0],
      );
    });
  }
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });
  for (const path of pageKinds.filter((each) => !each.includes('?'))) {
    test(`${path} keeps its contrast`, async ({ page }) => {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html.slice(0, 160)))).toEqual([]);
    });
  }
});
