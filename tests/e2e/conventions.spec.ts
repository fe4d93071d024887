import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { ready } from './ready';

/** A page of another site, on an origin of its own, for the time of `use`. */
async function onAnotherSite(html: string, use: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><meta charset="utf-8"><title>Another site</title>${html}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const heightOf = (page: Page) =>
  page.locator('iframe').evaluate((frame) => Math.round(frame.getBoundingClientRect().height));

test('a frame on another site is as high as what it holds, and becomes lower again', async ({
  page,
  baseURL,
}) => {
  const html = `<div id="room" style="inline-size:900px"><iframe src="${baseURL}/embed/compare?vendors=baidu~huawei&only=differences" height="520" width="100%" style="border:0" data-ai-landscape></iframe></div><script src="${baseURL}/embed.js"></script>`;
  await onAnotherSite(html, async (address) => {
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.goto(address);
    const resize = (width: number) =>
      page.locator('#room').evaluate((room, px) => room.setAttribute('style', `inline-size:${px}px`), width);
    await resize(340);
    await expect.poll(() => heightOf(page)).toBeGreaterThan(800);
    const narrow = await heightOf(page);
    await resize(900);
    await expect.poll(() => heightOf(page)).toBeLessThan(narrow);
    const opened = page.context().waitForEvent('page');
    await page.frameLocator('iframe').getByRole('link', { name: '百度' }).first().click();
    await expect((await opened).getByRole('heading', { level: 1 })).toContainText('百度');
  });
});

test('a frame in a sandbox runs without a complaint', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const html = `<iframe sandbox="allow-scripts" src="${baseURL}/embed/charts/rounds" height="400" width="800"></iframe>`;
  await onAnotherSite(html, async (address) => {
    await page.goto(address);
    await expect(page.frameLocator('iframe').locator('html[data-ready]')).toBeAttached();
    expect(complaints).toEqual([]);
  });
});

test('keys of an input method that composes are not ours', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  await page.keyboard.press('Control+k');
  const input = page.locator('.palette input');
  await input.fill('baidu');
  await expect(page.locator('#palette-1')).toBeVisible();
  const prevented = (options: { key: string; isComposing?: boolean; keyCode?: number }) =>
    input.evaluate(
      (field, given) =>
        !field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...given })),
      options,
    );
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) {
    expect([key, await prevented({ key, isComposing: true })]).toEqual([key, false]);
    // Safari says that it is over, and sends the key that ended it.
    expect([key, await prevented({ key, keyCode: 229 })]).toEqual([key, false]);
  }
  expect(await prevented({ key: 'ArrowDown' })).toBe(true);
});

const narrow = [
  '/',
  '/vendors',
  '/vendors/baidu',
  '/models',
  '/funding',
  '/charts/rounds',
  '/compare',
  '/map',
];
for (const path of narrow)
  test(`${path} does not scroll sideways in a window of 320 px, in either language`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const address of [path, `/en${path === '/' ? '' : path}`]) {
      await page.goto(address);
      await ready(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([address, width]).toEqual([address, 320]);
    }
  });
