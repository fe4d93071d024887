import { createHash } from 'node:crypto';
import { expect, type Page, test as plain } from '@playwright/test';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { reads } from '../integration/attack/access';
import { pageKinds } from '../page-kinds';
import { test as base } from './sound';

// Tries to sign in are counted by address: each test comes from one of its own, as through a proxy.
const test = base.extend({
  extraHTTPHeaders: async ({ baseURL: _ }, use, { testId }) => {
    const bytes = createHash('sha256').update(testId).digest();
    await use({ 'x-forwarded-for': `10.${bytes[0]}.${bytes[1]}.${bytes[2]}` });
  },
});

const account = {
  name: 'Watcher',
  email: 'watcher@example.org',
  password: 'correct horse battery',
  role: 'admin',
};

/** What the browser refused of the page that it shows, as it tells the page itself. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      refused.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

test('pages that are not walked elsewhere, signed in and not, refuse nothing of their own', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const client = connect(process.env.DATABASE_URL ?? '');
  await createAccount(client, account);
  await client.$disconnect();
  const refused = await watchPolicy(page);
  const made = await page.request.post('/api/shares', {
    headers: { accept: 'application/json' },
    form: { path: '/charts/rounds', query: '', kind: 'pinned', lang: 'zh' },
  });
  const { code } = (await made.json()) as { code: string };
  const walked = new Set<string>(pageKinds);
  const pages = reads
    .filter(({ folder, address }) => folder.startsWith('[lang]') && !walked.has(address))
    .map(({ address }) => address.replace('{code}', code));
  expect(pages.length).toBeGreaterThan(15);

  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill(account.email);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/\/editor$/);
  for (const address of pages) {
    const answer = await page.goto(address);
    // The browser logs a page that is not there by itself.
    expect([address, (answer?.status() ?? 500) < 500]).toEqual([address, true]);
    await page.waitForLoadState('load');
    expect([address, ...(await refused())]).toEqual([address]);
  }
});

plain(
  'a script that somebody brought in does not run, and is told where `sound` listens',
  async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const refused = await watchPolicy(page);
    await page.goto('/vendors');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ran = true');
      image.src = 'data:image/png;base64,AAAA';
      document.body.append(image);
    });
    await expect.poll(async () => (await refused()).length).toBeGreaterThanOrEqual(2);
    expect(await page.evaluate(() => (window as unknown as { ran?: boolean }).ran)).toBeUndefined();
    expect(errors.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(
      2,
    );
  },
);
