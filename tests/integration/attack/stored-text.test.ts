import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charts } from '@/charts/registry';
import { datasetTables } from '@/exchange/export/dataset-table';
import { feedFormats } from '@/exchange/feed';
import { recordKinds } from '@/records/record';
import { reads } from './access';
import { mark } from './bad-input';
import { faultsOf } from './headers';
import { type Answer, type Site, startSite } from './site';

let site: Site;

/** Formulas as spreadsheets know them, each before markup. */
const formulas = ['=1+1', '＝1+1', '+1', '－1', '@SUM(A1)', ' =1', '\u3000=HYPERLINK("http://x")', '-1'];
const wicked = (at: number) =>
  `${formulas[at % formulas.length]}"'><${mark} onload=alert(1)></script><${mark}>]]>|;=1`;

/** Fields in which people write what they like. */
const free = new Set(['zh', 'en', 'title', 'author', 'publisher', 'publishedBasis', 'locator']);

/** The record with wicked words wherever words may stand. */
function wickedRecord(record: unknown, count: { at: number }): unknown {
  if (Array.isArray(record)) return record.map((each) => wickedRecord(each, count));
  if (typeof record !== 'object' || record === null) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      typeof value === 'string' && free.has(key) ? wicked(count.at++) : wickedRecord(value, count),
    ]),
  );
}

async function asJson(address: string): Promise<{ version: number; record: { slug: string } }> {
  return JSON.parse((await site.ask({ address })).text);
}

/** One record of each kind, and those that most pages show. */
const named: Readonly<Record<string, string>> = {
  organization: 'baidu',
  model: 'ernie',
  source: 'article',
  industry: 'finance',
  'funding-event': 'zhipu-2026-ipo',
};

beforeAll(async () => {
  site = await startSite({ PUBLIC_URL: 'https://landscape.example' });
  const count = { at: 0 };
  const records = [];
  for (const kind of recordKinds) {
    if (kind === 'exchange-rate') continue;
    const list = JSON.parse((await site.ask({ address: `/api/v1/records/${kind}?limit=1` })).text);
    const slug = named[kind] ?? (list.items[0].slug as string);
    const { version, record } = await asJson(`/api/v1/records/${kind}/${slug}`);
    records.push({ kind, slug, baseVersion: version, payload: wickedRecord(record, count) });
  }
  const published = await site.ask({
    method: 'POST',
    address: '/api/v1/proposals',
    headers: { authorization: `Bearer ${site.tokens.publish}`, 'content-type': 'application/json' },
    body: JSON.stringify({ note: wicked(0), publish: true, records }),
  });
  expect([published.status, published.text]).toEqual([200, expect.stringContaining('published')]);
  // Whoever has no account can leave this.
  await site.post('/api/reports', {
    page: '/vendors/baidu',
    text: wicked(1),
    source: 'https://x.example/?<a>',
  });
  for (const name of ['contributor', 'editor'] as const) {
    const headers = { cookie: site.cookies[name] };
    await site.post('/api/news', { text: `甲公司完成A轮1亿元融资，${wicked(2)}` }, headers);
    await site.post('/api/records', { do: 'save', kind: 'industry', 'f.name.zh': wicked(3) }, headers);
  }
  await site.post(
    '/api/records',
    {
      do: 'propose',
      kind: 'industry',
      note: wicked(4),
      'f.slug': 'wicked',
      'f.name.zh': wicked(4),
      'f.name.en': wicked(5),
      'f.citations.0.source': 'article',
      'f.citations.0.kind': 'claimed',
    },
    { cookie: site.cookies.contributor },
  );
  await site.post(
    '/api/accounts',
    {
      do: 'create',
      email: 'w@example.org',
      name: wicked(6),
      password: 'correct horse battery',
      role: 'editor',
    },
    { cookie: site.cookies.admin },
  );
  await site.post(
    '/api/programs',
    { do: 'make', name: wicked(7), scope: 'propose' },
    { cookie: site.cookies.admin },
  );
}, 240_000);
afterAll(() => site?.stop());

/** Texts that a spreadsheet would run, in a table of texts. */
const isFormula = (cell: string) =>
  /^[\s\0]*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell);

function faultsOfContent({ headers, text, bytes }: Answer, address: string): string[] {
  const type = String(headers['content-type'] ?? '');
  if (type.startsWith('text/csv'))
    return (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat().filter(isFormula);
  if (type.includes('spreadsheet'))
    return Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
      /<f[\s>]/.test(strFromU8(part)) ? [`a formula in ${name}`] : [],
    );
  if (/html|xml|svg|markdown/.test(type)) {
    // Markdown takes the meaning of a character with a stroke before it.
    const found = new RegExp(`.{0,120}${type.includes('markdown') ? '(?<!\\\\)' : ''}<${mark}`, 's').exec(
      text,
    );
    if (found) return [`markup in ${address}: ${found[0]}`];
  }
  return [];
}

describe('what somebody wrote', () => {
  it('is shown as text on every page, in both languages, to whoever may see it', async () => {
    let shown = 0;
    for (const { folder, address, least } of reads.filter((each) => each.folder.startsWith('[lang]')))
      for (const lang of ['', '/en']) {
        const path = lang + address.replace('{code}', site.code);
        const answer = await site.ask({
          address: path,
          headers: least === 'everybody' ? {} : { cookie: site.cookies.admin },
        });
        expect([path, answer.status < 500]).toEqual([path, true]);
        expect([path, ...faultsOfContent(answer, path)]).toEqual([path]);
        expect([path, ...faultsOf(answer, { embeddable: folder.includes('embed') })]).toEqual([path]);
        if (answer.text.includes(`&lt;${mark}`)) shown += 1;
      }
    // Else this would have looked at pages that do not show it.
    expect(shown).toBeGreaterThan(30);
  }, 240_000);

  it('is text in every picture, table, feed and file', async () => {
    const files = [
      ...charts.flatMap(({ slug }) => ['svg', 'csv', 'json'].map((format) => `/charts/${slug}.${format}`)),
      ...['csv', 'xlsx', 'json', 'md', 'svg'].flatMap((format) => [
        `/compare.${format}?vendors=baidu~openai`,
        `/compare/models.${format}?models=ernie~gpt-4`,
        `/en/compare/industries.${format}?industries=finance~power`,
      ]),
      ...['csv', 'xlsx', 'json'].flatMap((format) => [`/models.${format}`, `/en/vendors.${format}`]),
      ...datasetTables.flatMap(({ name }) => [`/data/${name}.csv`, `/data/${name}.xlsx`]),
      ...feedFormats.flatMap((format) => [`/feeds/funding.${format}`, `/feeds/changes.${format}`]),
      '/data/all.ndjson',
      '/map.svg',
      '/llms.txt',
      '/oembed?url=https%3A%2F%2Flandscape.example%2Fcharts%2Frounds',
    ];
    let shown = 0;
    for (const address of files) {
      const answer = await site.ask({ address });
      expect([address, answer.status < 500]).toEqual([address, true]);
      expect([address, ...faultsOfContent(answer, address)]).toEqual([address]);
      expect([address, ...faultsOf(answer)]).toEqual([address]);
      if (answer.text.includes(mark)) shown += 1;
    }
    expect(shown).toBeGreaterThan(20);
  }, 240_000);
});
