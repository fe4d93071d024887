import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { publish } from '@/editorial/publication';
import { test as base } from './sound';

// Tries to sign in are counted by address: each test comes from one of its own, as through a proxy.
const test = base.extend({
  extraHTTPHeaders: async ({ baseURL: _ }, use, { testId }) => {
    const bytes = createHash('sha256').update(`${testId}${Date.now()}`).digest();
    await use({ 'x-forwarded-for': `10.${bytes[0]}.${bytes[1]}.${bytes[2]}` });
  },
});

const password = 'correct horse battery';
const people = ['desk-editor', 'desk-other-editor', 'desk-contributor'] as const;
type Who = (typeof people)[number];

test.beforeAll(async () => {
  const client = connect(process.env.DATABASE_URL ?? '');
  for (const who of people)
    await createAccount(client, {
      name: who,
      email: `${who}@example.org`,
      password,
      role: who === 'desk-contributor' ? 'contributor' : 'editor',
    });
  await client.$disconnect();
});

async function signIn(page: Page, who: Who, next: string): Promise<void> {
  await page.goto(`/en/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('E-mail').fill(`${who}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname.includes('/editor'));
}

/** An organization and a round of its own, so that no other test is disturbed. */
async function ownCompany(): Promise<string> {
  const slug = `desk-test-${Date.now()}-${Math.floor(Math.random() * 1000)}`;
  const client = connect(process.env.DATABASE_URL ?? '');
  const result = await publish(client, {
    origin: 'form',
    note: { zh: '编辑台测试', en: 'A test of the desk' },
    records: [
      {
        kind: 'organization',
        slug,
        baseVersion: 0,
        payload: {
          slug,
          name: { zh: `测试机构${slug}`, en: `Test ${slug}` },
          kind: 'startup',
          roles: ['vendor'],
          citations: [{ source: 'article', kind: 'claimed' }],
        },
      },
    ],
  });
  await client.$disconnect();
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
  return slug;
}

/** Takes the publication with that note back; other tests publish beside this one. */
async function undo(page: Page, note: string): Promise<void> {
  await page.goto('/en/editor');
  await page
    .locator('#recent')
    .locator('xpath=ancestor-or-self::section[1]')
    .getByRole('listitem')
    .filter({ hasText: note })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByRole('status')).toContainText('was undone');
}

test('a record is entered with its source, seen before it is published, and undone', async ({
  page,
  request,
}) => {
  const company = await ownCompany();
  await signIn(page, 'desk-editor', '/editor');
  await page.goto('/en/editor/records/funding-event');
  await page.locator('[name="f.organization"]').fill(company);
  await page.locator('[name="f.type"]').selectOption('round');
  await page.locator('[name="f.round"]').fill('A轮');
  await page.locator('[name="f.announced"]').fill('2023-05');
  await page.locator('[name="f.statements.0.kind"]').selectOption('claimed');
  await page.locator('[name="f.statements.0.amount.text"]').fill('990亿元');
  // Nothing without a source.
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText(/without a source|mend what is marked/);
  await page.getByLabel('Title of a new source').fill(`News of ${company}`);
  await page.getByLabel('Link', { exact: true }).fill(`https://news.example/${company}`);
  await page.locator('[name="note"]').fill(`entered for ${company}`);
  await page.getByRole('button', { name: 'See what would change' }).click();
  const effects = page.locator('#effects').locator('xpath=ancestor-or-self::section[1]');
  await expect(effects).toContainText('Most funded');
  await expect(effects).toContainText('Total of funding');
  await page.locator('[name="note"]').fill(`entered for ${company}`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('Published.');

  const feed = async () =>
    (await (await request.get(`/feeds/changes.json?vendor=${company}&lang=en`)).json()).items as {
      title: string;
    }[];
  const csv = async () => (await request.get('/en/charts/most-funded.csv')).text();
  expect(await csv()).toContain(company);
  const before = await feed();
  await undo(page, `entered for ${company}`);
  expect(await csv()).not.toContain(company);
  const after = await feed();
  expect(after.length).toBe(before.length + 1);
  expect(after[0]?.title).toMatch(/^Retracted/);
});

test('a wrong amount is corrected, and the feed calls it a correction', async ({ page, request }) => {
  const company = await ownCompany();
  const client = connect(process.env.DATABASE_URL ?? '');
  const slug = `${company}-round`;
  const statement = (text: string, amount: number) => ({
    source: 'article',
    kind: 'claimed',
    amount: {
      text,
      currency: 'CNY',
      min: amount,
      max: amount,
      minBound: 'hard',
      maxBound: 'hard',
      kind: 'exact',
      rule: '1',
    },
  });
  await publish(client, {
    origin: 'form',
    note: { zh: '测试', en: 'A test' },
    records: [
      {
        kind: 'funding-event',
        slug,
        baseVersion: 0,
        payload: {
          slug,
          organization: company,
          type: 'round',
          round: 'A轮',
          statements: [statement('1亿元', 1e8)],
        },
      },
    ],
  });
  await client.$disconnect();
  await signIn(page, 'desk-editor', `/editor/records/funding-event/${slug}`);
  await expect(page.locator('[name="f.statements.0.amount.text"]')).toHaveValue('1亿元');
  await page.locator('[name="f.statements.0.amount.text"]').fill('10亿元');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('Published.');
  const feed = await (
    await request.get(`/feeds/changes.json?vendor=${company}&lang=en&kind=funding-event`)
  ).json();
  expect(feed.items.map(({ title }: { title: string }) => title.split(':')[0])).toEqual([
    'Correction',
    'New',
  ]);
  const funding = await (await request.get(`/feeds/funding.json?organization=${company}&lang=en`)).json();
  expect(funding.items).toHaveLength(1);
  expect(funding.items[0].content_html).toContain('Corrected in edition');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.locator('.field-difference')).toContainText('1亿元');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByRole('status').first()).toContainText('Restored.');
  await page.goto(`/en/editor/records/funding-event/${slug}`);
  await expect(page.locator('[name="f.statements.0.amount.text"]')).toHaveValue('1亿元');
});

test('of two editors in one record the second chooses where both changed the same', async ({
  page,
  browser,
  baseURL,
}) => {
  const company = await ownCompany();
  const path = `/en/editor/records/organization/${company}`;
  await signIn(page, 'desk-editor', `/editor/records/organization/${company}`);
  const other = await (
    await browser.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { 'x-forwarded-for': '10.77.1.2' } })
  ).newPage();
  await signIn(other, 'desk-other-editor', `/editor/records/organization/${company}`);
  await page.goto(path);
  await other.goto(path);
  await page.locator('[name="f.note.zh"]').fill('甲的说明');
  await page.locator('[name="f.note.en"]').fill('Note of the first');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('Published.');
  await other.locator('[name="f.note.zh"]').fill('乙的说明');
  await other.locator('[name="f.note.en"]').fill('Note of the second');
  // The second changes another field too; that one merges by itself.
  await other.locator('[name="f.country"]').fill('CN');
  await other.getByRole('button', { name: 'Publish', exact: true }).click();
  const conflict = other.locator('.record-conflict');
  await expect(conflict).toContainText('Note of the first');
  await expect(conflict).toContainText('Note of the second');
  await conflict.getByLabel(/Take theirs/).check();
  await other.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(other.getByRole('status').first()).toContainText('Published.');
  await expect(other.locator('[name="f.note.en"]')).toHaveValue('Note of the first');
  await expect(other.locator('[name="f.country"]')).toHaveValue('CN');
  await other.context().close();
});

test('what a contributor proposes is seen field by field, edited and accepted', async ({
  page,
  browser,
  baseURL,
}) => {
  const company = await ownCompany();
  const theirs = await (
    await browser.newContext({ baseURL: baseURL ?? '', extraHTTPHeaders: { 'x-forwarded-for': '10.77.2.3' } })
  ).newPage();
  await signIn(theirs, 'desk-contributor', `/editor/records/organization/${company}`);
  await theirs.locator('[name="f.business.zh"]').fill('做模型');
  await theirs.locator('[name="f.business.en"]').fill('Makes modles');
  await theirs.locator('[name="note"]').fill(`business of ${company}`);
  await expect(theirs.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Send for review' }).click();
  await expect(theirs.getByRole('status').first()).toContainText('an editor will review it');
  await theirs.context().close();

  await signIn(page, 'desk-editor', '/editor/proposals');
  const proposal = page.getByRole('article', { name: `business of ${company}` });
  await expect(proposal.locator('ins')).toHaveText('Makes modles');
  await proposal.getByRole('button', { name: 'Edit first' }).click();
  await page.locator('[name="f.business.en"]').fill('Makes models');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('Published.');
  await page.goto('/en/editor/proposals');
  await expect(page.getByRole('article', { name: `business of ${company}` })).toHaveCount(0);
  await page.goto(`/en/vendors/${company}`);
  await expect(page.getByRole('main')).toContainText('Makes models');
});

test('work is kept when the session ends in the middle of it', async ({ page }) => {
  const company = await ownCompany();
  await signIn(page, 'desk-editor', `/editor/records/organization/${company}`);
  await page.locator('[name="f.note.en"]').fill('Half a thought');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('E-mail').fill('desk-editor@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/draft=\d+/);
  await expect(page.locator('[name="f.note.en"]')).toHaveValue('Half a thought');
});

test('what is retracted stays visible as retracted, and bad input says what to do', async ({ page }) => {
  const company = await ownCompany();
  await signIn(page, 'desk-editor', `/editor/records/organization/${company}`);
  await page.locator('[name="f.homepage"]').fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.locator('.record-wrong')).not.toHaveCount(0);
  await expect(page.locator('[name="f.homepage"]')).toHaveValue('javascript:alert(1)');
  await page.locator('[name="f.homepage"]').fill('');
  await page.locator('[name="note"]').fill('it is none of ours');
  await page.getByRole('button', { name: 'Retract this record' }).click();
  await expect(page.getByRole('status')).toContainText('Retracted.');
  const answer = await page.goto(`/en/vendors/${company}`);
  expect(answer?.status()).toBe(404);
  await expect(page.locator('.notice')).toContainText('it is none of ours');
  await expect(page.getByRole('main')).toContainText(`Test ${company}`);
  await page.goto('/en/editor/records/funding-event');
  await page.locator('[name="f.organization"]').fill('zhipu');
  await page.locator('[name="f.type"]').selectOption('round');
  await page.locator('[name="f.announced"]').fill('2199-01');
  await page.locator('[name="f.statements.0.source"]').fill('article');
  await page.locator('[name="f.statements.0.kind"]').selectOption('claimed');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('future');
});

test('two organizations become one; links lead on, and it can be undone', async ({ page }) => {
  const [one, other] = [await ownCompany(), await ownCompany()];
  await signIn(page, 'desk-editor', `/editor/records/organization/${one}`);
  await page.getByLabel('Merge into (slug or name)').fill(other);
  await page.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByRole('status').first()).toContainText('Merged.');
  await page.goto(`/en/vendors/${one}`);
  await expect(page).toHaveURL(`/en/vendors/${other}`);
  await page.goto(`/en/compare?vendors=${one}~baidu`);
  await expect(page).toHaveURL(`/en/compare?vendors=${other}~baidu`);
  await undo(page, `${one} merged into ${other}`);
  await page.goto(`/en/vendors/${one}`);
  await expect(page).toHaveURL(`/en/vendors/${one}`);
});

test('a table is imported after its rows were seen, and the refused ones come back with their reasons', async ({
  page,
}) => {
  const at = Date.now();
  const csv = `公司,轮次,金额,日期\n导入${at},A轮,2亿元,2023-05\n导入${at}二,300668SZ,1亿元,2023`;
  await signIn(page, 'desk-editor', '/editor/import');
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'day.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('stock code');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the rows that are not imported' }).click(),
  ]);
  const refused = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(refused).toString('utf8')).toContain('300668SZ');
  await page.getByRole('button', { name: 'Import 1 record' }).click();
  await expect(page.getByRole('status').first()).toContainText('Imported as a new edition.');
  const client = connect(process.env.DATABASE_URL ?? '');
  const events = await client.fundingEvent.count({
    where: { organization: { nameZh: { startsWith: `导入${at}` } } },
  });
  await client.$disconnect();
  expect(events).toBe(1);
});
