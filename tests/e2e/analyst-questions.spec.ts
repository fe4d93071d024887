import { expect, type Page } from '@playwright/test';
import { ready } from './ready';
import { test } from './sound';

// Questions as an analyst has them, each from the home page in at most four actions, then opened fresh from its link.

/** Opens an address in a browser that has never been here, and hands its page over. */
async function opened(page: Page): Promise<Page> {
  const fresh = await page.context().browser()?.newContext();
  const other = await fresh?.newPage();
  if (!other) throw new Error('no browser');
  await other.goto(page.url());
  return other;
}

test('which of the five serve the mining industry, on what evidence, and since when?', async ({ page }) => {
  await page.goto('/');
  // 1, 2: the search by keyboard; 3: the industry.
  await ready(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('矿山');
  await expect(page.getByRole('option', { selected: true })).toContainText('矿山');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/industries/mining');
  const there = await opened(page);
  const rows = there.getByRole('main').getByRole('row');
  const huawei = rows.filter({ has: there.getByRole('link', { name: '华为', exact: true }) });
  await expect(huawei).toContainText('盘古矿山大模型');
  await expect(huawei.locator('.evidence-mark').first()).toBeVisible();
  await expect(huawei.getByRole('cell').last()).toHaveText(/20\d\d|—/);
  for (const other of ['百度', '阿里巴巴', '腾讯', '商汤'])
    await expect(rows.filter({ has: there.getByRole('link', { name: other, exact: true }) })).toHaveCount(0);
  await there.context().close();
});

test('who raised at least 1 billion CNY in 2023, whatever the currency?', async ({ page }) => {
  await page.goto('/');
  // 1: the list; 2: the year; 3: the floor; 4: the button.
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '融资' }).click();
  await page.locator('#funding-from').fill('2023');
  await page.locator('#funding-to').fill('2023');
  await page.getByLabel('金额下限').fill('10亿');
  await page.getByRole('button', { name: '筛选' }).click();
  await expect(page).toHaveURL(/from=2023&min=1000000000&to=2023/);
  const there = await opened(page);
  const rows = there.locator('main table tbody tr');
  expect(await rows.count()).toBeGreaterThan(1);
  const text = await rows.allInnerTexts();
  for (const row of text) expect(row).toContain('2023');
  // Amounts in dollars are among them, converted.
  expect(text.join(' ')).toMatch(/美元|\$/);
  await there.context().close();
});

test('which industry models derive from Pangu?', async ({ page }) => {
  await page.goto('/en');
  // 1, 2: the search; 3: the model, whose page has its lineage.
  await ready(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('pangu');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Pangu/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/models/pangu');
  const there = await opened(page);
  const lineage = there.locator('#lineage').locator('xpath=ancestor-or-self::section[1]');
  for (const model of ['Pangu Mine', 'Pangu-Weather', 'Pangu OCR'])
    await expect(lineage).toContainText(model);
  await there.context().close();
});
