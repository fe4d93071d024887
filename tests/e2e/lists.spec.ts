import { expect } from '@playwright/test';
import { test } from './sound';

test('a list is paged by cursor without a gap or a repeat, and old page numbers still lead on', async ({
  page,
}) => {
  const seen: string[] = [];
  await page.goto('/en/models?sort=name');
  for (;;) {
    seen.push(
      ...(await page
        .locator('main table tbody th .value > a[href^="/en/models/"]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))),
    );
    const next = page.locator('a[rel=next]');
    if ((await next.count()) === 0) break;
    const address = await next.getAttribute('href');
    await next.click();
    await page.waitForURL(address ?? '');
  }
  expect(new Set(seen).size).toBe(seen.length);
  await expect(page.locator('nav[aria-label=Pages]')).toContainText(`of ${seen.length}`);
  await page.locator('a[rel=prev]').click();
  await expect(page).toHaveURL(/after=/);
  await page.goto('/en/models?sort=name&page=2');
  await expect(page).toHaveURL(/after=[a-z0-9-]+&sort=name$/);
  await page.goto('/en/models?after=no-such-model');
  await expect(page.locator('.notice')).toContainText('after');
});

for (const path of ['/models?tier=industry&sort=name', '/vendors?kind=startup&sort=models']) {
  test(`the files of ${path} hold all that matches, in its order, with its columns`, async ({
    page,
    request,
  }) => {
    await page.goto(`/en${path}`);
    const [address = '', query = ''] = path.split('?');
    const names = await page
      .locator(`main table tbody th .value > a[href^="/en${address}/"]`)
      .allInnerTexts();
    const json = await (await request.get(`/en${address}.json?${query}`)).json();
    const inFile = json.rows.map(({ name }: { name: string }) => name);
    expect(inFile.slice(0, names.length)).toEqual(names);
    const csv = await (await request.get(`/en${address}.csv?${query}`)).text();
    expect(csv.trim().split('\r\n').length - 1).toBe(inFile.length);
    await page.getByText('Columns shown', { exact: true }).first().click();
    const shown = page.locator('.facet', { hasText: 'Columns shown' });
    await shown.getByRole('link', { name: /^Industr/ }).click();
    await expect(page).toHaveURL(/columns=/);
    await expect(page.locator('main table thead th', { hasText: /^Industr/ })).toHaveCount(0);
    const narrower = await (await request.get(`/en${address}.json${new URL(page.url()).search}`)).json();
    expect(narrower.columns.length).toBe(json.columns.length - 1);
  });
}

test('where nothing matches, the page says which condition to drop', async ({ page }) => {
  await page.goto('/en/models?tier=task&vendor=openai&modality=science');
  await expect(page.getByRole('main')).toContainText('No models match.');
  await page.getByRole('link', { name: 'without “Tier”' }).click();
  await expect(page).toHaveURL('/en/models?modality=science&vendor=openai');
});

for (const list of [
  'vendors',
  'models',
  'funding',
  'industries',
  'indicators',
  'people',
  'sources',
  'doubts',
]) {
  test(`the files of /${list} are offered on the page, and each holds the whole list`, async ({
    page,
    request,
  }) => {
    await page.goto(`/en/${list}`);
    const files = page.locator('p', { hasText: 'Download this list' });
    for (const format of ['CSV', 'XLSX', 'JSON'])
      await expect(files.getByRole('link', { name: format, exact: true })).toHaveAttribute(
        'href',
        `/en/${list}.${format.toLowerCase()}`,
      );
    const json = await (await request.get(`/en/${list}.json`)).json();
    const pager = page.locator('main nav[aria-label=Pages]');
    if ((await pager.count()) > 0) await expect(pager).toContainText(`of ${json.rows.length}`);
    const csv = await request.get(`/${list}.csv`);
    expect(csv.headers()['content-disposition']).toMatch(new RegExp(`filename="${list}-edition-\\d+\\.csv"`));
    expect(csv.headers()['x-edition']).toBe(String(json.edition));
    expect((await csv.text()).split('\r\n')[0]?.split(',')).toHaveLength(json.columns.length);
    const xlsx = await (await request.get(`/${list}.xlsx`)).body();
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  });
}

test('old page numbers of funding lead on, and nothing that matches says which condition to drop', async ({
  page,
}) => {
  await page.goto('/en/funding?sort=amount&page=2');
  await expect(page).toHaveURL(/\/en\/funding\?after=[a-z0-9-]+&sort=amount$/);
  await page.locator('a[rel=prev]').click();
  await expect(page).toHaveURL(/\/en\/funding\?sort=amount$/);
  await page.goto('/en/funding?q=zhipu&family=angel&to=2001');
  await page.getByRole('link', { name: 'without “Period”' }).click();
  await expect(page).toHaveURL('/en/funding?family=angel&q=zhipu');
});
