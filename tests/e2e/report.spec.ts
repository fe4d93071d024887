import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { connect } from '@/database/client';
import { test as base } from './sound';

// Reports are counted by address: each test comes from one of its own, as through a proxy.
const test = base.extend({
  extraHTTPHeaders: async ({ baseURL: _ }, use, { testId }) => {
    const bytes = createHash('sha256').update(`${testId}${Date.now()}`).digest();
    await use({ 'x-forwarded-for': `10.${bytes[0]}.${bytes[1]}.${bytes[2]}` });
  },
});

test('a reader reports a figure from its source mark, and it waits as a proposal', async ({ page }) => {
  const text = `The number is wrong ${Date.now()}`;
  await page.goto('/en/vendors/baidu');
  await page.locator('summary.evidence, .evidence summary, button[popovertarget]').first().click();
  await page.getByRole('link', { name: 'Wrong? Tell us' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report an error');
  await expect(page.getByRole('link', { name: '/vendors/baidu' })).toHaveAttribute(
    'href',
    /\/en\/vendors\/baidu#evidence-/,
  );
  await page.getByLabel('What is wrong?').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('status')).toContainText('Received, thank you');

  const client = connect(process.env.DATABASE_URL ?? '');
  const waiting = await client.proposal.findMany({ where: { origin: 'report', note: { startsWith: text } } });
  await client.$disconnect();
  expect(waiting).toMatchObject([{ state: 'open' }]);
});

test('a bad report says what is wrong; the eleventh in an hour is refused', async ({ request, baseURL }) => {
  const send = async (fields: Record<string, string>) => {
    const answer = await request.post('/api/reports', {
      headers: { origin: baseURL ?? '' },
      form: { lang: 'zh', page: '/vendors/baidu', mark: '', text: '参数量与论文不符', source: '', ...fields },
      maxRedirects: 0,
    });
    return new URLSearchParams((answer.headers().location ?? '').split('?')[1]).get('said');
  };
  expect(await send({ text: '错' })).toBe('text');
  expect(await send({ source: 'javascript:alert(1)' })).toBe('source');
  expect(await send({ page: 'https://elsewhere.example' })).toBe('page');
  expect(await send({ text: 'x'.repeat(2001) })).toBe('text');
  for (let sent = 4; sent < 10; sent++)
    expect(await send({ text: `<script>alert(${sent})</script>` })).toBe('sent');
  expect(await send({})).toBe('too-often');
});
