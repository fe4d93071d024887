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

test('somebody is invited, chooses a password and signs in; forgets it, and is given another link', async ({
  page,
  browser,
}, { testId }) => {
  const unique = createHash('sha256').update(`${testId}${Date.now()}`).digest('hex').slice(0, 12);
  const email = `invited-${unique}@example.org`;
  const signIn = async (who: typeof page, address: string, secret: string) => {
    await who.goto('/en/sign-in');
    await who.getByLabel('E-mail').fill(address);
    await who.getByLabel('Password', { exact: true }).fill(secret);
    await who.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  const shownLink = async () => {
    const link = (await page.locator('code', { hasText: '/set-password?token=' }).textContent()) ?? '';
    const { pathname, search } = new URL(link);
    return pathname + search;
  };
  await signIn(page, admin.email, password);
  await page.goto('/en/editor/accounts');
  const form = page.locator('#invite');
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Role').selectOption('contributor');
  await form.getByRole('button', { name: 'Make an invitation link' }).click();
  const invitation = await shownLink();
  await expect(page.locator('#links')).toContainText(email);
  // The page that is opened anew shows none.
  await page.goto('/en/editor/accounts');
  await expect(page.locator('code', { hasText: '/set-password' })).toHaveCount(0);

  // The other person has a browser of their own, and it runs no scripts.
  const other = await browser.newContext({ javaScriptEnabled: false });
  const person = await other.newPage();
  const choose = async (secret: string) => {
    await person.getByLabel('New password').fill(secret);
    await person.getByRole('button', { name: 'Save the password' }).click();
  };
  await person.goto(invitation);
  await expect(person.getByRole('main')).toContainText(email);
  await person.getByLabel('Name').fill('Ms Invited');
  await choose('password1234');
  await expect(person.getByRole('status').first()).toContainText('common');
  await person.getByLabel('Name').fill('Ms Invited');
  await choose('violet lantern teapot');
  await expect(person).toHaveURL(/\/en\/sign-in\?said=set$/);
  await signIn(person, email, 'violet lantern teapot');
  await expect(person).toHaveURL(/\/en\/editor$/);
  await person.goto(invitation);
  await expect(person.getByRole('main')).toContainText('no longer works');

  const row = page.getByRole('listitem').filter({ hasText: email }).first();
  await page.goto('/en/editor/accounts');
  await row.getByRole('button', { name: 'Link for a new password' }).click();
  await person.goto(await shownLink());
  await choose('granite umbrella tuesday');
  await person.goto('/en/editor');
  await expect(person).toHaveURL(/\/en\/sign-in/);
  await signIn(person, email, 'granite umbrella tuesday');
  await expect(person).toHaveURL(/\/en\/editor$/);

  await page.goto('/en/editor/accounts');
  await expect(page.locator('#log')).toContainText('Invitation used');
  await row.getByRole('link', { name: /^Remove/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Remove the account of Ms Invited?');
  await expect(page.getByRole('main')).toContainText('1 signed-in device');
  await page.getByRole('button', { name: 'Remove this account' }).click();
  await expect(page.getByRole('status').first()).toHaveText('The account was removed.');
  await person.goto('/en/editor');
  await expect(person).toHaveURL(/\/en\/sign-in/);
  await other.close();
});
