import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { test } from './sound';

const chart = '/charts/models-by-vendor?vendors=baidu~huawei';

test('the share panel gives link, embed code, citations and a QR code of exactly this state', async ({
  page,
}) => {
  await page.goto(chart);
  await page.getByText('分享', { exact: true }).click();
  const link = page.getByRole('textbox', { name: '链接', exact: true });
  await expect(link).toHaveValue(/\/charts\/models-by-vendor\?vendors=baidu~huawei$/);
  await expect(page.getByRole('textbox', { name: '嵌入代码' })).toHaveValue(
    /<iframe src="[^"]*\/embed\/charts\/models-by-vendor\?vendors=baidu~huawei"/,
  );
  for (const style of ['普通', 'GB/T 7714', 'APA', 'BibTeX'])
    await expect(page.getByRole('textbox', { name: `引用 · ${style}` })).toHaveValue(/vendors=baidu~huawei/);
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible();
});

test('the link is copied by one press', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/en${chart}`);
  await page.getByText('Share', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/en\/charts\/models-by-vendor\?vendors=baidu~huawei$/,
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a short link is made, opened, and leads to the chart', async ({ page }) => {
    await page.goto(chart);
    await page.getByText('分享', { exact: true }).click();
    await page.getByRole('button', { name: '生成短链接' }).click();
    await expect(page).toHaveURL(/\/s\/[a-z0-9]{8}\/link$/);
    const url = await page.getByRole('textbox', { name: '短链接' }).inputValue();
    await page.goto(new URL(url).pathname);
    await expect(page).toHaveURL(/\/charts\/models-by-vendor\?vendors=baidu~huawei$/);
  });

  test('a pinned link shows picture, figures and files by itself', async ({ page, request }) => {
    await page.goto(`/en${chart}`);
    await page.getByText('Share', { exact: true }).click();
    await page.getByRole('button', { name: 'Make a pinned link' }).click();
    await page.getByRole('link', { name: /Open/ }).click();
    await expect(page).toHaveURL(/\/en\/s\/[a-z0-9]{8}$/);
    await expect(page.locator('.chart-box svg:visible').first()).toContainText('Huawei');
    await expect(page.locator('.notice')).toContainText('None of its figures has changed since.');
    const path = new URL(page.url()).pathname;
    const svg = await (await request.get(`${path}.svg`)).text();
    expect(svg).toContain(path);
    const json = await (await request.get(`${path}.json`)).json();
    expect(json.table.rows).toHaveLength(2);
    expect((await request.get(`${path}.png`)).headers()['content-type']).toBe('image/png');
    expect((await request.get(`${path}.csv`)).headers()['cache-control']).toContain('immutable');
  });
});

test('a code that does not exist is 404, as a page and as a file', async ({ page, request }) => {
  expect((await page.goto('/s/bcdfghjk'))?.status()).toBe(404);
  const answer = await request.get('/s/bcdfghjk.svg');
  expect(answer.status()).toBe(404);
  expect((await answer.json()).error.parameter).toBe('code');
});

test('links are made from our own pages only', async ({ request, baseURL }) => {
  const form = { path: '/charts/models-by-vendor', query: '', kind: 'live', lang: 'zh' };
  const foreign = await request.post('/api/shares', {
    form,
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(foreign.status()).toBe(403);
  const own = await request.post('/api/shares', {
    form: { ...form, query: 'vendors=nobody' },
    headers: { origin: baseURL ?? '' },
  });
  expect(own.status()).toBe(400);
  expect((await own.json()).error.parameter).toBe('vendors');
});

test('a chart stands in a page of another origin, at its own height', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 700 } })).newPage();
  const answer = await page.request.get(
    `${baseURL}/oembed?url=${encodeURIComponent(`${baseURL}/en${chart}`)}&format=json`,
  );
  const { html, title, thumbnail_url } = await answer.json();
  expect(title).toContain('Which vendors');
  expect((await page.request.get(thumbnail_url)).status()).toBe(200);
  const host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!DOCTYPE html><title>Elsewhere</title>${html}`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('svg:visible').first()).toContainText('Huawei');
    const wanted = await frame.locator('html').evaluate((root) => root.scrollHeight);
    await expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).toBe(wanted);
  } finally {
    host.close();
    await page.context().close();
  }
});

test('oEmbed answers in XML, and refuses what is not ours', async ({ request, baseURL }) => {
  const xml = await request.get(`/oembed?url=${encodeURIComponent(`${baseURL}${chart}`)}&format=xml`);
  expect(xml.headers()['content-type']).toContain('text/xml');
  expect(await xml.text()).toMatch(/^<\?xml .*<oembed><version>1\.0<\/version><type>rich<\/type>/s);
  expect((await request.get('/oembed?url=https://elsewhere.example/charts/rounds')).status()).toBe(404);
  expect((await request.get(`/oembed?url=${baseURL}/charts/rounds&format=yaml`)).status()).toBe(501);
});

test('an earlier edition can be asked for, by number and by day', async ({ page, request }) => {
  await page.goto('/charts/models-by-vendor?edition=1');
  await expect(page.locator('.notice')).toContainText('第 1 版');
  await page.getByRole('link', { name: '看最新一版' }).click();
  await expect(page).toHaveURL(/\/charts\/models-by-vendor$/);
  await page.goto('/charts/models-by-vendor?known=2001-01-01');
  await expect(page.locator('.notice')).toContainText('known');
  expect((await request.get('/charts/models-by-vendor.json?edition=99')).status()).toBe(400);
  expect((await (await request.get('/charts/models-by-vendor.json?edition=1')).json()).edition).toBe(1);
});

test('a shared link is described by its own state: preview picture, data set, oEmbed', async ({
  page,
  request,
}) => {
  await page.goto(chart);
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(new URL(picture ?? '').searchParams.get('vendors')).toBe('baidu~huawei');
  const png = await request.get(picture ?? '');
  expect(png.headers()['content-type']).toBe('image/png');
  await expect(page.locator('link[type="application/json+oembed"]')).toHaveCount(1);
  const dataset = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(dataset).toMatchObject({
    '@type': 'Dataset',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
  const csv = await request.get(dataset.distribution[0].contentUrl);
  expect(csv.headers()['content-type']).toContain('text/csv');
});

test('the archive of a chart holds its files and a README', async ({ request }) => {
  const answer = await request.get('/charts/rounds.zip');
  expect(answer.headers()['content-type']).toBe('application/zip');
  const names = (await answer.body()).toString('latin1');
  for (const name of ['rounds-zh.csv', 'rounds-en.json', 'rounds-zh.svg', 'rounds-en.png', 'README-zh.txt'])
    expect(names).toContain(name);
  expect((await (await request.get('/charts/rounds.zip')).body()).equals(await answer.body())).toBe(true);
});

test('a comparison is shown as known at an edition, on the page and in files', async ({ page, request }) => {
  await page.goto('/en/compare?edition=1&vendors=baidu~huawei');
  await expect(page.locator('.notice')).toContainText('edition 1');
  const csv = page.getByRole('link', { name: 'CSV' });
  await expect(csv).toHaveAttribute('href', '/en/compare.csv?vendors=baidu~huawei&edition=1&bom=1');
  expect((await request.get((await csv.getAttribute('href')) ?? '')).status()).toBe(200);
  expect((await request.get('/compare.csv?edition=999')).status()).toBe(400);
  await page.goto('/en/compare?edition=999');
  await expect(page.locator('.notice')).toContainText('999');
});
