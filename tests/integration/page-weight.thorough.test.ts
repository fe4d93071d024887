import { afterAll, beforeAll, expect, it } from 'vitest';
import type { importKinds } from '@/exchange/import/columns';
import { recordKinds } from '@/records/record';
import { pageKinds } from '../page-kinds';
import { heaviest, walkSite } from '../site-walk';
import { type Site, startSite } from './attack/site';

let site: Site;
beforeAll(async () => {
  site = await startSite({ LOG_LEVEL: 'error' });
}, 120_000);
afterAll(() => site.stop());

const pageOf = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await site.ask({ address, headers });
  return { status: answer.status, text: answer.text };
};

const tooHeavy = (pages: readonly { address: string; bytes: number }[]) =>
  pages.filter(({ bytes }) => bytes > heaviest).map(({ address, bytes }) => `${address} ${bytes}`);

it('has no page over 400 kB of HTML, and every link leads to one', async () => {
  const walked = await walkSite(pageOf);
  const kinds = ['/models/', '/vendors/', '/funding/', '/sources/', '/industries/'];
  for (const kind of kinds)
    expect(walked.filter(({ address }) => address.startsWith(kind)).length).toBeGreaterThan(20);
  expect(walked.length).toBeGreaterThan(2000);
  expect(
    walked.filter(({ status }) => status !== 200).map(({ address, status }) => `${address} ${status}`),
  ).toEqual([]);
  expect(tooHeavy(walked)).toEqual([]);
}, 900_000);

it('has no page of any kind over 400 kB in English', async () => {
  const pages = [];
  for (const path of pageKinds) {
    const address = path === '/' ? '/en' : `/en${path}`;
    pages.push({ address, bytes: Buffer.byteLength((await pageOf(address)).text) });
  }
  expect(tooHeavy(pages)).toEqual([]);
}, 120_000);

it('has no page of the desk over 400 kB, the preview of a long import included', async () => {
  const cookie = site.cookies.admin;
  const addresses = [
    ...['', '/news', '/records', '/proposals', '/import', '/programs', '/accounts', '/account'].map(
      (page) => `/editor${page}`,
    ),
    '/editor/to-confirm',
    '/editor/to-confirm?page=2',
    ...recordKinds.map((kind) => `/editor/records/${kind}`),
    '/editor/records/organization/alibaba',
    '/editor/records/model/qwen',
    '/editor/records/funding-event/zhipu-2026-ipo',
    '/editor/history/organization/alibaba',
    await previewOf(cookie, await exported('/models.csv'), 'model'),
    await previewOf(cookie, await exported('/vendors.csv?role=all'), 'organization'),
  ];
  const pages = [];
  for (const address of addresses) {
    const { status, text } = await pageOf(address, { cookie });
    expect([address, status]).toEqual([address, 200]);
    pages.push({ address, bytes: Buffer.byteLength(text) });
  }
  expect(tooHeavy(pages)).toEqual([]);
}, 240_000);

const exported = async (address: string) => (await site.ask({ address })).text;

/** Uploads a table as an editor does, says what it holds, and gives the address of its preview. */
async function previewOf(cookie: string, table: string, kind: (typeof importKinds)[number]): Promise<string> {
  const form = new FormData();
  form.set('lang', 'zh');
  form.set('do', 'upload');
  form.set('file', new File([table], `${kind}.csv`, { type: 'text/csv' }));
  const headers = { cookie, origin: site.origin };
  const sent = await fetch(`${site.origin}/api/import`, {
    method: 'POST',
    headers,
    body: form,
    redirect: 'manual',
  });
  const preview = sent.headers.get('location') ?? '';
  expect(preview).toMatch(/\/editor\/import\?draft=\d+$/);
  const draft = new URL(preview, site.origin).searchParams.get('draft') ?? '';
  await site.post('/api/import', { do: 'again', draft, kind }, { cookie });
  return `/editor/import?draft=${draft}`;
}
