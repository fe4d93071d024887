import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
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

test.beforeAll(async () => {
  const client = connect(process.env.DATABASE_URL ?? '');
  for (const role of ['editor', 'admin'])
    await createAccount(client, { name: role, email: `programs-${role}@example.org`, password, role });
  await client.$disconnect();
});

async function signIn(page: Page, who: 'editor' | 'admin', next: string): Promise<void> {
  await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail').fill(`programs-${who}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname.includes('/editor'));
}

test('an editor sends a table, mends what its columns hold, imports it, and the choice is kept', async ({
  page,
}) => {
  const name = `Import ${Date.now()}`;
  const table = (names: readonly string[]) =>
    [
      'Who,Round,Sum,When,Odd head',
      ...names.map((each) => `${each},Series A,$5m,2023-05,https://news.example/${encodeURIComponent(each)}`),
    ].join('\n');
  const send = async (names: readonly string[]) => {
    await page.goto('/en/editor/import');
    await page.getByLabel('File').setInputFiles({
      name: 'rounds.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table(names)),
    });
    await page.getByRole('button', { name: 'Read', exact: true }).click();
  };
  await signIn(page, 'editor', '/editor/import');
  await send([`${name} one`, `${name} two`]);
  const odd = page.getByLabel('Odd head');
  await expect(odd).toHaveValue('');
  await odd.selectOption('sourceUrl');
  await page.getByLabel('Who', { exact: true }).selectOption('organization');
  await page.getByLabel('Sum', { exact: true }).selectOption('amount');
  await page.getByLabel('When', { exact: true }).selectOption('announced');
  await page.getByLabel(/Remember these choices/).check();
  await page.getByRole('button', { name: 'Read again like this' }).click();
  await expect(page.getByLabel('Odd head')).toHaveValue('sourceUrl');
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await expect(page.getByRole('status')).toHaveText('Imported as a new edition.');
  await page.goto(`/en/funding?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('link', { name: `${name} one` }).first()).toBeVisible();

  await send([`${name} three`]);
  await expect(page.getByLabel('Odd head')).toHaveValue('sourceUrl');
  await page.getByRole('button', { name: 'Throw this file away' }).click();
  await expect(page.getByRole('status')).toHaveText('The file was thrown away.');
});

test('an admin makes a token, a program proposes with it, and the token is revoked', async ({
  page,
  request,
}) => {
  await signIn(page, 'admin', '/editor/programs');
  await page.getByLabel('For which program').fill('e2e crawler');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.locator('main code').first().innerText();
  const slug = `token-industry-${Date.now()}`;
  const propose = () =>
    request.post('/api/v1/proposals', {
      headers: { authorization: `Bearer ${token}` },
      data: {
        note: 'from a program',
        records: [
          {
            kind: 'industry',
            slug,
            payload: {
              slug,
              name: { zh: '程序行业', en: 'Program industry' },
              citations: [{ source: 'article', kind: 'claimed' }],
            },
          },
        ],
      },
    });
  expect((await propose()).status()).toBe(202);
  await page.goto('/en/editor/proposals');
  await expect(page.getByText('from a program').first()).toBeVisible();
  await page.goto('/en/editor/programs');
  // It is shown once.
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke e2e crawler' }).first().click();
  expect((await propose()).status()).toBe(401);
  await page.getByLabel('Address').fill('http://127.0.0.1:9/');
  await page.getByRole('button', { name: 'Add the address' }).click();
  await expect(page.getByRole('status')).toContainText('not in a private network');
});
