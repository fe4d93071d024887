import { expect } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { test } from './sound';

test('columns are added by a name in any spelling, moved, sorted and dragged; the address is the order', async ({
  page,
}) => {
  await page.goto('/en/compare?vendors=baidu~huawei');
  await page.getByLabel('Add one').fill('zhipuu');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page).toHaveURL('/en/compare?vendors=baidu~huawei~zhipu');
  await page.getByRole('link', { name: 'Move Zhipu AI to the left' }).click();
  await expect(page).toHaveURL('/en/compare?vendors=baidu~zhipu~huawei');
  const heads = page.locator('#comparison thead th[draggable]');
  await heads.nth(0).dragTo(heads.nth(2));
  await expect(page).toHaveURL('/en/compare?vendors=zhipu~huawei~baidu');
  await page
    .getByRole('link', { name: 'Order the columns by “Model families on record”, most first' })
    .click();
  await expect(page).toHaveURL('/en/compare?vendors=zhipu~huawei~baidu&sort=models-on-record-desc');
  const counts = page.locator('#comparison tr:has(th:text-matches("^Model families on record")) td');
  const numbers = (await counts.allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test('one, the same twice, thirteen, a stranger: each says what was done', async ({ page }) => {
  await page.goto('/en/compare?vendors=baidu');
  await expect(page.locator('.notice')).toContainText('This is one column');
  await page.goto('/en/compare?vendors=baidu~baidu~huawei');
  await expect(page.locator('#comparison thead th')).toHaveCount(3);
  const many =
    'baidu~alibaba~tencent~huawei~sensetime~zhipu~moonshot~minimax~baichuan~01-ai~stepfun~360~kunlun';
  await page.goto(`/en/compare?vendors=${many}`);
  await expect(page.locator('.notice')).toContainText('names 13');
  await expect(page.locator('#comparison thead th')).toHaveCount(13);
  await page.goto('/en/compare?vendors=baidu~alibaba~huawie');
  await expect(page.locator('.notice')).toContainText('huawei');
  await page.goto('/en/compare?vendors=baidu~huawei&add=%25%5F');
  await expect(page.locator('.notice')).toContainText('vendors');
});

for (const path of ['/en/compare', '/en/compare/models', '/en/compare/industries']) {
  test(`the files of ${path} hold the cells of the page`, async ({ page, request }) => {
    await page.goto(path);
    const heads = (await page.locator('#comparison thead th > :is(a, .vendor-badge)').allInnerTexts()).map(
      (text) => text.trim(),
    );
    const rows = await page.locator('#comparison tbody tr:has(td)').count();
    const json = await (await request.get(`${path}.json`)).json();
    expect(json.subjects.map(({ name }: { name: string }) => name)).toEqual(heads);
    expect(json.dimensions).toHaveLength(rows);
    const sheets = await readSheets(await (await request.get(`${path}.xlsx`)).body());
    expect(sheets).toHaveLength(2);
    const [table, sources] = sheets.map(({ data }) => data);
    expect(table?.[0]?.slice(3)).toEqual(heads);
    // Figures are numbers that a spreadsheet can add up, and each has its source on the second sheet.
    expect(table?.flat().some((cell) => typeof cell === 'number')).toBe(true);
    expect(sources?.length).toBeGreaterThan(rows);
    for (const format of ['png', 'svg', 'md', 'csv']) {
      const answer = await request.get(`${path}.${format}`);
      expect([format, answer.status()]).toEqual([format, 200]);
    }
    expect(await (await request.get(`${path}.svg`)).text()).toContain(heads[0]);
    expect(await (await request.get(`${path}.md`)).text()).toContain('| Dimension |');
  });
}

test('a comparison is pinned, embedded and sent as a short link', async ({ page, request }) => {
  await page.goto('/en/compare?vendors=huawei~zhipu');
  await page.locator('.share-panel summary').click();
  await page.getByRole('button', { name: 'Make a pinned link' }).click();
  await expect(page).toHaveURL(/\/en\/s\/[a-z0-9]+\/link/);
  const url = await page.getByLabel('Pinned link').inputValue();
  await page.goto(new URL(url).pathname);
  await expect(page.getByRole('status')).toContainText('Nothing in it has changed since');
  await expect(page.locator('#comparison thead th')).toHaveCount(3);
  const pinned = await request.get(`${new URL(url).pathname}.json`);
  expect((await pinned.json()).subjects.map(({ slug }: { slug: string }) => slug)).toEqual([
    'huawei',
    'zhipu',
  ]);
  await page.goto('/en/embed/compare?vendors=huawei~zhipu');
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.locator('#comparison thead th')).toHaveCount(3);
});

test('every ready comparison leads to a table with its own preview picture', async ({ page, request }) => {
  await page.goto('/en/compare/ready');
  const links = await page
    .getByRole('main')
    .locator('section a')
    .evaluateAll((all) =>
      all.map((each) => each.getAttribute('href') ?? '').filter((each) => each.startsWith('/')),
    );
  expect(links.length).toBeGreaterThan(70);
  for (const link of links.filter((_, at) => at % 9 === 0)) {
    await page.goto(link);
    await expect(page.locator('.notice')).toHaveCount(0);
    expect(await page.locator('#comparison thead th').count()).toBeGreaterThan(2);
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
    const { pathname, search } = new URL(picture ?? '');
    const answer = await request.get(pathname + search);
    expect(answer.headers()['content-type']).toBe('image/png');
  }
});
