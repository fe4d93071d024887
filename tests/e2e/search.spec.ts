import { expect } from '@playwright/test';
import { ready } from './ready';
import { test } from './sound';

interface Found {
  groups: { kind: string; results: { name: { zh: string }; path: string }[] }[];
}

test('names are found in both languages, by pinyin, first letters, sound and with slips', async ({
  request,
}) => {
  for (const [text, kind, name] of [
    ['百度', 'organization', '百度'],
    ['Baidu', 'organization', '百度'],
    ['BAIDU ', 'organization', '百度'],
    ['ｂａｉｄｕ', 'organization', '百度'],
    ['wenxin', 'model', '文心'],
    ['wxyy', 'product', '文心一言'],
    ['文新一言', 'product', '文心一言'],
    ['huawei pangu', 'model', '盘古'],
    ['百川 A轮', 'funding-event', '百川智能 A轮'],
    ['openal', 'organization', 'OpenAI'],
    ['hongshan', 'organization', '红杉中国'],
    ['金融', 'industry', '金融'],
  ]) {
    const found: Found = await (
      await request.get(`/api/v1/search?q=${encodeURIComponent(text ?? '')}`)
    ).json();
    expect([text, found.groups[0]?.kind, found.groups[0]?.results[0]?.name.zh]).toEqual([text, kind, name]);
  }
});

test('no character of a search is a wildcard, and no length an error', async ({ request }) => {
  for (const text of [
    '%',
    '_',
    '%%%',
    "'",
    '"; DROP TABLE record; --',
    '\\',
    '🙂🙂',
    'שלום',
    '*',
    '(('.repeat(30),
  ]) {
    const answer = await request.get(`/api/v1/search?q=${encodeURIComponent(text)}`);
    expect([text, answer.status()]).toEqual([text, 200]);
    expect([text, ((await answer.json()) as Found).groups.length]).toEqual([text, 0]);
  }
  const long = await request.get(`/api/v1/search?q=${'a'.repeat(7000)}`);
  expect(long.status()).toBe(200);
  expect((await request.get(`/search?q=${'文'.repeat(800)}`)).status()).toBe(200);
  expect((await request.get(`/search?q=${'a'.repeat(10_000)}`)).status()).toBe(414);
});

test('⌘K opens the search on any page; arrows and Enter lead to what is meant', async ({ page }) => {
  await page.goto('/en/method');
  await ready(page);
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Search' });
  await expect(box).toBeFocused();
  await box.fill('pangu');
  await expect(page.getByRole('option').first()).toContainText('Pangu');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Pangu/);
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('option', { selected: true });
  await expect(second).not.toHaveText(await page.getByRole('option').first().innerText());
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/models/pangu');
  await ready(page);
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});
