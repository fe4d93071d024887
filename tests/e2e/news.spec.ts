import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { test as base } from './sound';

// Tries to sign in are counted by address: each test comes from one of its own, as through a proxy.
const test = base.extend({
  extraHTTPHeaders: async ({ baseURL: _ }, use, { testId }) => {
    const bytes = createHash('sha256').update(`${testId}${Date.now()}`).digest();
    await use({ 'x-forwarded-for': `10.${bytes[0]}.${bytes[1]}.${bytes[2]}` });
  },
});

const password = 'correct horse battery';
const people = { editor: 'news-editor@example.org', contributor: 'news-contributor@example.org' } as const;

test.beforeAll(async () => {
  const client = connect(process.env.DATABASE_URL ?? '');
  for (const [role, email] of Object.entries(people))
    await createAccount(client, { name: role, email, password, role });
  await client.$disconnect();
});

async function signIn(page: import('@playwright/test').Page, email: string): Promise<void> {
  await page.goto('/en/sign-in?next=/editor/news');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter news');
}

test('an editor pastes news, sees what was read and from where, and publishes', async ({ page }) => {
  const company = `星图${Date.now() % 1_000_000}科技`;
  await signIn(page, people.editor);
  await page
    .getByLabel('The news')
    .fill(
      `36氪首发 | 「${company}」完成数千万元天使轮融资，由红杉中国领投，<b>蓝驰创投</b>跟投\n${company}发布新产品`,
    );
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByText('1 event')).toBeVisible();
  await expect(page.locator('.news-text mark[data-field=company]')).toHaveText(company);
  await expect(page.locator('.news-text mark[data-field=amount]')).toHaveText('数千万元');
  await expect(page.getByLabel('Round')).toHaveValue('天使轮');
  await expect(page.getByLabel('Investors')).toHaveValue(/红杉中国 \/ lead/);

  // Without a source nothing is published, and nothing of the work is lost.
  await page.getByLabel('Title of the source').fill('');
  await page.getByLabel('Round').fill('天使轮');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Name the source');
  await page.getByLabel('Title of the source').fill(`${company}完成天使轮融资`);
  await page.getByLabel('Link').fill('https://news.example/star');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status')).toContainText('Published.');
  await expect(page.getByText('✓ Done')).toBeVisible();

  await page.goto(`/en/search?q=${encodeURIComponent(company)}`);
  await page.getByRole('main').getByRole('link', { name: company }).first().click();
  await expect(page.getByRole('main')).toContainText('CN¥10M–CN¥100M');
});

test('a day’s news of ten lines is read and published in one go', async ({ page }, info) => {
  const at = Date.now() % 1_000_000;
  const lines = Array.from(
    { length: 10 },
    (_, line) =>
      `日报${at}第${line}：星河${at}号${'甲乙丙丁戊己庚辛壬癸'[line]}科技获${line + 2}亿元${'ABCDEABCDE'[line]}轮融资，红杉中国领投 https://news.example/${at}/${line}`,
  ).map((line) => line.replace(/^日报\d+第\d：/, ''));
  await signIn(page, people.editor);
  const began = Date.now();
  await page.getByLabel('The news').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByText('10 events')).toBeVisible();
  await expect(page.getByLabel('Link').nth(3)).toHaveValue(`https://news.example/${at}/3`);
  await page.getByRole('button', { name: 'Publish all of them' }).click();
  await expect(page.getByText('✓ Done')).toHaveCount(10);
  const seconds = (Date.now() - began) / 1000;
  info.annotations.push({
    type: 'clock',
    description: `ten lines of news published in ${seconds.toFixed(1)} s`,
  });
  const client = connect(process.env.DATABASE_URL ?? '');
  const events = await client.fundingEvent.count({ where: { slug: { contains: `${at}` } } });
  await client.$disconnect();
  expect(events).toBe(10);
});

test('what a contributor enters waits for review', async ({ page }) => {
  const company = `云帆${Date.now() % 1_000_000}智能`;
  await signIn(page, people.contributor);
  await page.getByLabel('The news').fill(`${company}获A轮融资，金额未披露`);
  await page.getByRole('button', { name: 'Read' }).click();
  await page.getByLabel('Title of the source').fill(`${company}获A轮融资`);
  await page.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByRole('status')).toContainText('an editor will review it');
  const client = connect(process.env.DATABASE_URL ?? '');
  const waiting = await client.proposal.findFirst({
    where: { state: 'open', origin: 'news', note: { startsWith: company } },
  });
  await client.$disconnect();
  expect(waiting).not.toBeNull();
});

test('the API reads news as the command line does, and says what is wrong', async ({ request }) => {
  const one = await request.post('/api/v1/newswire', { data: { text: '智谱AI完成B-2轮融资，美团战略投资' } });
  expect(await one.json()).toMatchObject({ events: [{ company: '智谱AI', round: 'B-2轮', amount: null }] });
  const lines = await request.post('/api/v1/newswire', {
    headers: { 'content-type': 'text/plain' },
    data: 'hello\n甲公司获2亿元A轮融资\n',
  });
  expect(
    (await lines.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).events.length),
  ).toEqual([0, 1]);
  expect((await request.post('/api/v1/newswire', { data: { words: 'x' } })).status()).toBe(400);
  expect((await request.post('/api/v1/newswire', { data: { text: 'x'.repeat(1_100_000) } })).status()).toBe(
    413,
  );
});
