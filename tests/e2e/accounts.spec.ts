import { createHash } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
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
const person = (role: string) => ({ name: `The ${role}`, email: `${role}@example.org`, password, role });

test.beforeAll(async () => {
  const client = connect(process.env.DATABASE_URL ?? '');
  // A second run on the same database finds them there; then that is so.
  for (const role of ['contributor', 'editor', 'admin']) await createAccount(client, person(role));
  await client.$disconnect();
});

/** Every form that changes something, and who may send it. */
const forms: { path: string; fields: Record<string, string>; least: string }[] = [
  { path: '/api/account/sessions', fields: { session: '0' }, least: 'contributor' },
  { path: '/api/account/passkeys', fields: { passkey: '0' }, least: 'contributor' },
  { path: '/api/account/password', fields: { current: 'x', password: 'y' }, least: 'contributor' },
  { path: '/api/editions/999999/undo', fields: {}, least: 'editor' },
  { path: '/api/news', fields: { text: '' }, least: 'contributor' },
  { path: '/api/news/confirm', fields: { draft: '0', at: '0' }, least: 'contributor' },
  { path: '/api/records', fields: { kind: 'source', do: 'save' }, least: 'contributor' },
  { path: '/api/import', fields: { do: 'discard', draft: '0' }, least: 'editor' },
  { path: '/api/proposals', fields: { id: '0', do: 'accept' }, least: 'editor' },
  { path: '/api/records/merge', fields: { from: 'x', into: 'x' }, least: 'editor' },
  {
    path: '/api/records/restore',
    fields: { kind: 'source', slug: 'no-such-source', edition: '1' },
    least: 'editor',
  },
  { path: '/api/accounts', fields: { do: 'role', id: '0', role: 'admin' }, least: 'admin' },
];
const pages = [
  { path: '/editor', least: 'contributor' },
  { path: '/en/editor/account', least: 'contributor' },
  { path: '/editor/news', least: 'contributor' },
  { path: '/editor/records', least: 'contributor' },
  { path: '/en/editor/records/funding-event', least: 'contributor' },
  { path: '/editor/records/organization/baidu', least: 'contributor' },
  { path: '/editor/history/organization/baidu', least: 'contributor' },
  { path: '/editor/proposals', least: 'editor' },
  { path: '/editor/import', least: 'editor' },
  { path: '/editor/accounts', least: 'admin' },
];
const ranks = ['nobody', 'contributor', 'editor', 'admin'];

async function signIn(request: APIRequestContext, origin: string, role: string): Promise<void> {
  if (role === 'nobody') return;
  const { email } = person(role);
  const answer = await request.post('/api/sign-in', {
    headers: { origin },
    form: { lang: 'zh', email, password, next: '/editor' },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toBe('/editor');
}

for (const role of ranks) {
  test(`${role} gets every page and form that is theirs, and no other`, async ({ request, baseURL }) => {
    const origin = baseURL ?? '';
    await signIn(request, origin, role);
    for (const { path, least } of pages) {
      const answer = await request.get(path, { maxRedirects: 0 });
      const theirs = ranks.indexOf(role) >= ranks.indexOf(least);
      expect([path, answer.status()]).toEqual([path, theirs ? 200 : 307]);
      expect(answer.headers()['cache-control']).toContain('no-store');
    }
    for (const { path, fields, least } of forms) {
      const send = (headers: Record<string, string>) =>
        request.post(path, { headers, form: { lang: 'zh', ...fields }, maxRedirects: 0 });
      const theirs = ranks.indexOf(role) >= ranks.indexOf(least);
      const answer = await send({ origin });
      const location = answer.headers().location ?? '';
      if (role === 'nobody') expect([path, location]).toEqual([path, '/sign-in?said=ended']);
      else expect([path, answer.status()]).toEqual([path, theirs ? 303 : 403]);
      // Another site's form is refused, whoever is signed in.
      expect((await send({ origin: 'https://elsewhere.example' })).status()).toBe(403);
      expect((await send({})).status()).toBe(403);
    }
  });
}

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
