import { expect, type Page } from '@playwright/test';
import { pageKinds } from '../page-kinds';
import { ready } from './ready';
import { test } from './sound';

/** Where everything stands, and how it looks. */
function looks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, display, font, border, textDecoration } = getComputedStyle(element);
      return [
        element.tagName,
        element.className,
        ...[x, y, width, height].map(Math.round),
        color,
        backgroundColor,
        display,
        font,
        border,
        textDecoration,
      ].join(' ');
    }),
  );
}

/** Puts the whole style sheets into the page, of which it has only what applies. */
async function addWholeSheets(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const parts = [...document.querySelectorAll<HTMLStyleElement>('style[data-sheet]')];
    for (const part of parts) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = part.dataset.sheet ?? '';
      const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
      part.replaceWith(link);
      await loaded;
    }
    return parts.length;
  });
}

for (const width of [390, 1280])
  test(`pages ${width} pixels wide look as with their whole style sheets`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    for (const path of pageKinds) {
      await page.goto(path);
      await ready(page);
      await page.evaluate(() => {
        // What is far below is laid out only when it comes near.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { content-visibility: visible !important }');
        document.adoptedStyleSheets.push(sheet);
      });
      const before = await looks(page);
      expect(await addWholeSheets(page)).toBeGreaterThan(0);
      expect([path, (await looks(page)).filter((each, at) => each !== before[at])]).toEqual([path, []]);
    }
  });
