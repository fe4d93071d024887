import { expect } from '@playwright/test';
import { parseFeed } from 'feedsmith';
import { connect } from '@/database/client';
import { publish } from '@/editorial/publication';
import { undoEdition } from '@/editorial/undo';
import { test } from './sound';

// The tests change facts of their own, so that those who count the starting facts are not disturbed.
const slug = `feed-test-${Date.now()}`;

async function said(name: string, version: number): Promise<number> {
  const client = connect(process.env.DATABASE_URL ?? '');
  const result = await publish(client, {
    origin: 'form',
    note: { zh: '订阅测试', en: 'A test of feeds' },
    records: [
      {
        kind: 'source',
        slug,
        baseVersion: version,
        payload: { slug, title: name, language: 'en', publisher: '<b>Wire</b> & Co' },
      },
    ],
  });
  await client.$disconnect();
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
  return result.edition;
}

test('a publication, a correction and its undoing stand apart on the page and in every feed', async ({
  page,
  request,
}) => {
  const first = await said(`${slug} one`, 0);
  const second = await said(`${slug} two`, 1);
  await page.goto(`/en/changes?edition=${first}`);
  await expect(page.locator('.change-action')).toHaveText(['New']);
  await page.goto(`/en/changes?edition=${second}`);
  await expect(page.locator('.change-action')).toHaveText(['Correction']);
  await expect(page.locator('.change-fields')).toContainText(`${slug} one → ${slug} two`);
  const client = connect(process.env.DATABASE_URL ?? '');
  const undone = await undoEdition(client, second);
  await client.$disconnect();
  if (undone.outcome !== 'published') throw new Error(JSON.stringify(undone));
  await page.goto(`/en/changes?edition=${undone.edition}`);
  await expect(page.locator('.change-action')).toHaveText(['Correction']);
  await expect(page.locator('.change-fields')).toContainText(`${slug} two → ${slug} one`);

  for (const format of ['atom', 'rss', 'json']) {
    const answer = await request.get(`/feeds/changes.${format}?kind=source&lang=en`);
    expect(answer.status()).toBe(200);
    const { format: read, feed } = parseFeed(await answer.text()) as {
      format: string;
      feed: { entries?: Entry[]; items?: Entry[] };
    };
    expect(read).toBe(format);
    const entries = (feed.entries ?? feed.items ?? []).map(
      ({ title }) => (typeof title === 'object' ? title.value : title) ?? '',
    );
    const mine = entries.filter((title) => title.includes(slug));
    expect(mine).toContain(`Correction: source ${slug} two`);
    expect(mine).toContain(`New: source ${slug} one`);
    expect(mine.filter((title) => title.startsWith('New'))).toHaveLength(1);
  }
  // Markup in a record is text in the feed.
  const atom = await (await request.get('/feeds/changes.atom?kind=source')).text();
  expect(atom).not.toContain('<b>Wire');
});

/** Atom says which kind of text a title is. */
interface Entry {
  title?: string | { value?: string };
}

test('a feed takes the filters of its page, and refuses what it does not understand', async ({
  page,
  request,
}) => {
  await page.goto('/en/funding?organization=zhipu');
  const events = await page.locator('main table tbody tr').count();
  const href = await page.getByRole('link', { name: 'JSON Feed' }).getAttribute('href');
  const feed = await (await request.get(href ?? '')).json();
  expect(feed.items).toHaveLength(events);
  const refused = await request.get('/feeds/funding.json?organization=nobody-at-all');
  expect(refused.status()).toBe(400);
  expect((await refused.json()).error.problems[0].parameter).toBe('organization');
  expect((await request.get('/feeds/nothing.atom')).status()).toBe(404);
});

test('changes are followed page by page without a gap or a repeat', async ({ page }) => {
  await page.goto('/en/changes?kind=industry');
  const seen: string[] = [];
  for (let at = 0; at < 5; at++) {
    seen.push(...(await page.locator('.change-what').allInnerTexts()));
    const next = page.getByRole('link', { name: 'Earlier changes' });
    if ((await next.count()) === 0) break;
    await next.click();
    await page.waitForURL(/after=/);
  }
  expect(new Set(seen).size).toBe(seen.length);
});
