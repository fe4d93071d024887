import { expect, type Page } from '@playwright/test';
import { ready } from './ready';
import { test } from './sound';

/** Marks the document: a page load would lose the mark. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.sameDocument = '';
  });
}

async function expectSameDocument(page: Page): Promise<void> {
  await expect(page.locator('html[data-same-document]')).toHaveCount(1);
}

test('a filter of a chart takes effect in place: address, finding, picture and table; focus, scroll and folds stay', async ({
  page,
}) => {
  await page.goto('/en/charts/models-by-vendor');
  await ready(page);
  await mark(page);
  const finding = await page.locator('.finding').innerText();
  const tier = page.getByLabel('Tier', { exact: true });
  await page.evaluate(() => scrollTo(0, 120));
  await tier.focus();
  await tier.selectOption('industry');
  await expect(page).toHaveURL('/en/charts/models-by-vendor?tier=industry');
  await expect(page.locator('.finding')).not.toHaveText(finding);
  await expectSameDocument(page);
  await expect(tier).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(120);
  expect(await page.title()).toContain('AI Landscape');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /tier=industry$/);
  await expect(
    page.getByRole('status').filter({ hasText: await page.locator('.finding').innerText() }),
  ).toHaveCount(1);

  const vendors = page.locator('details.chart-filter').first();
  await vendors.locator('summary').click();
  await vendors.getByLabel('Baidu', { exact: true }).check();
  await vendors.getByLabel('Huawei', { exact: true }).check();
  await expect(page).toHaveURL('/en/charts/models-by-vendor?tier=industry&vendors=baidu~huawei');
  await expect(vendors).toHaveAttribute('open', '');
  await expect(page.locator('#data tbody tr')).toHaveCount(2);
  const csv = page.getByRole('link', { name: 'CSV', exact: true }).first();
  await expect(csv).toHaveAttribute('href', /tier=industry.*vendors=baidu/);
  await expectSameDocument(page);
});

test('ten states go back and forward in place', async ({ page }) => {
  await page.goto('/en/charts/models-by-vendor');
  await ready(page);
  await mark(page);
  const addresses = [page.url()];
  const top = page.getByLabel('At most (vendors)');
  for (const value of ['5', '10', '25', '50', '5', '10', '25', '50', '5', '10']) {
    await top.selectOption(value);
    await expect(page).toHaveURL(new RegExp(`top=${value}$`));
    addresses.push(page.url());
  }
  for (const address of addresses.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(page).toHaveURL(address);
  }
  await expect(top).toHaveValue('15');
  for (const address of addresses.slice(1)) {
    await page.goForward();
    await expect(page).toHaveURL(address);
  }
  await expect(top).toHaveValue('10');
  await expectSameDocument(page);
});

test('the newest choice wins over an answer that comes late', async ({ page }) => {
  await page.goto('/en/charts/models-by-vendor');
  await ready(page);
  await mark(page);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/tier=task$/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const tier = page.getByLabel('Tier', { exact: true });
  await tier.selectOption('task');
  await tier.selectOption('general');
  await expect(page).toHaveURL('/en/charts/models-by-vendor?tier=general', { timeout: 15_000 });
  release();
  await expect(tier).toHaveValue('general');
  await expect(page).toHaveURL('/en/charts/models-by-vendor?tier=general');
  await expectSameDocument(page);
});

test('an answer that does not come is said, and can be asked for again', async ({ page }) => {
  await page.goto('/en/charts/models-by-vendor');
  await ready(page);
  await mark(page);
  const tier = page.getByLabel('Tier', { exact: true });
  // What is needed for it is there once somebody has reached for the form.
  await tier.selectOption('task');
  await expect(page).toHaveURL(/tier=task$/);
  // A page that is away for a moment: a browser's own words for a broken line would stand in its console.
  await page.route(/tier=general/, (route) => route.fulfill({ status: 404, body: '' }));
  await tier.selectOption('general');
  const fault = page.locator('.live-fault');
  await expect(fault).toContainText('could not be loaded');
  await expect(page).toHaveURL(/tier=task$/);
  await expect(tier).toHaveValue('general');
  await page.unroute(/tier=general/);
  await fault.getByRole('button', { name: 'Try again' }).click();
  await expect(page).toHaveURL(/tier=general$/);
  await expect(fault).toHaveCount(0);
  await expectSameDocument(page);
});

test('lists, comparisons and the map take filters in place too', async ({ page }) => {
  for (const [address, name, to] of [
    ['/en/models', /^Industry \d/, '/en/models?tier=industry'],
    ['/en/map', /^Start-up \d/, '/en/map?kinds=startup'],
    [
      '/en/compare?vendors=baidu~huawei',
      'only what differs',
      '/en/compare?vendors=baidu~huawei&only=differences',
    ],
  ] as const) {
    await page.goto(address);
    await ready(page);
    await mark(page);
    await page.getByRole('link', { name }).first().click();
    await expect(page).toHaveURL(to);
    await expectSameDocument(page);
  }
});

test('a long list of options is searched by name and by first letters, and cleared', async ({ page }) => {
  await page.goto('/charts/models-by-vendor');
  await ready(page);
  const vendors = page.locator('details.chart-filter').first();
  await vendors.locator('summary').click();
  const find = vendors.getByRole('searchbox');
  const shown = vendors.locator('label:visible');
  const all = await shown.count();
  await find.fill('百度');
  await expect(shown).toHaveText(['百度']);
  await find.fill('zp');
  await expect(vendors.getByLabel('智谱', { exact: true })).toBeVisible();
  await vendors.getByLabel('智谱', { exact: true }).check();
  await expect(page).toHaveURL('/charts/models-by-vendor?vendors=zhipu');
  await expect(vendors.locator('.chart-filter-value')).toHaveText('智谱');
  await vendors.getByRole('button', { name: '全不选' }).click();
  await expect(page).toHaveURL('/charts/models-by-vendor');
  await find.fill('');
  await expect(shown).toHaveCount(all);
  await page.locator('h1').click();
  await expect(vendors).not.toHaveAttribute('open', '');
});
