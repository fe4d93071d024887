import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { test as base } from './sound';

// Tries to sign in are counted by address: each test comes from one of its own, as through a proxy.
const test = base.extend({
  extraHTTPHeaders: async ({ baseURL: _ }, use, { testId }) => {
    const bytes = createHash('sha256').update(testId).digest();
    await use({ 'x-forwarded-for': `10.${bytes[0]}.${bytes[1]}.${bytes[2]}` });
  },
});

const password = 'correct horse battery';
const admin = { name: 'The admin', email: 'admin@example.org', password, role: 'admin' };

test.beforeAll(async () => {
  const client = connect(process.env.DATABASE_URL ?? '');
  // A second run on the same database finds it there; then that is so.
  await createAccount(client, admin);
  await client.$disconnect();
});

test('an admin signs in, sees the devices, and signs out', async ({ page, request }) => {
  await page.goto('/editor/account');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Feditor%2Faccount$/);
  await page.getByLabel('邮箱').fill('admin@example.org');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('status').first()).toHaveText('邮箱或密码不对。');
  await page.getByLabel('邮箱').fill('admin@example.org');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/\/editor\/account$/);
  await expect(page.locator('#sessions')).toContainText('这一台');
  await page.goto('/editor');
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('session'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page).toHaveURL(/\/$/);
  // The session is over on the server too, not only forgotten by this browser.
  const answer = await request.get('/editor', {
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(307);
});

test('passwords cannot be guessed in bulk', async ({ request, baseURL }) => {
  const answers: string[] = [];
  for (let at = 0; at < 12; at++) {
    const answer = await request.post('/api/sign-in', {
      headers: { origin: baseURL ?? '' },
      form: { lang: 'zh', email: 'admin@example.org', password: `guess number ${at}` },
      maxRedirects: 0,
    });
    answers.push(/said=([\w-]+)/.exec(answer.headers().location ?? '')?.[1] ?? '');
  }
  expect(answers.at(-1)).toBe('too-often');
});
