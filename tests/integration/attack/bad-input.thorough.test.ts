import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '@/app/api/v1/operations';
import { keepImportDraft } from '@/editorial/import-drafts';
import { recordKinds } from '@/records/record';
import { normalAddress } from '@/server/normal-address';
import { forms, reads } from './access';
import { mark, percentEncoded, wickedAddress, wickedFields, wickedHeaders, wickedText } from './bad-input';
import { faultsOf } from './headers';
import { routesInFiles } from './routes';
import { type Answer, type Site, startSite } from './site';

/** The same in every run of the tests; `FUZZ_RUNS=5000 FUZZ_SEED=2` looks longer and elsewhere. */
const runs = Number(process.env.FUZZ_RUNS ?? 20);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const long = 120_000 + runs * 4000;
const options = (share = 1) => ({ numRuns: Math.ceil(runs * share), seed, endOnFailure: true });

let site: Site;
beforeAll(async () => {
  site = await startSite({ PUBLIC_URL: 'https://landscape.example' });
}, 240_000);
afterAll(() => site?.stop());

/** What an answer must never be, whatever was asked. */
function wrongWith(answer: Answer): string[] {
  const { status, headers, text } = answer;
  const type = String(headers['content-type'] ?? '');
  const shown = /html|xml|svg/.test(type) ? text : '';
  return [
    ...(status >= 500 ? [`status ${status}: ${text.slice(0, 200)}`] : []),
    ...(shown.includes(`<${mark}`)
      ? [`markup that was sent: ${shown.slice(shown.indexOf(`<${mark}`) - 100).slice(0, 200)}`]
      : []),
    ...(/\s(?:href|src|action)=["']?\s*(?:javascript|data:text|vbscript):/i.test(shown)
      ? ['an address that runs']
      : []),
    ...(/\bat .{1,80}\(?\S+:\d+:\d+\)|PrismaClient|Invalid `|ECONNREFUSED|node_modules/.test(text) &&
    !type.includes('javascript')
      ? [
          `the inside of the program: ${/.{0,80}(?:at .{1,80}:\d+:\d+|PrismaClient|Invalid `|node_modules).{0,80}/.exec(text)?.[0]}`,
        ]
      : []),
    ...(String(headers.location ?? '').match(/^(?:https?:)?\/\/(?!landscape\.example|localhost)/)
      ? [`sent away to ${headers.location}`]
      : []),
    ...(headers['set-cookie']?.some((cookie) => /^x=1/.test(cookie)) ? ['a cookie that was sent'] : []),
  ];
}

const cookieOf = { admin: () => ({ cookie: site.cookies.admin }), nobody: () => ({}) };

let seen = 0;
/** What exceptions have left in the log since the last look, also those that the front turned into a page. */
function exceptions(): string[] {
  const printed = site.printed();
  const fresh = printed.slice(seen, printed.lastIndexOf('\n') + 1);
  seen += fresh.length;
  return fresh
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line) || (line !== '' && !line.startsWith('{')));
}

describe(`bad input (seed ${seed})`, () => {
  it(
    'in addresses: pages and files answer, and say nothing that was not meant',
    async () => {
      const folders = [
        ...new Set([
          ...routesInFiles()
            .filter(({ method }) => method === 'GET')
            .map(({ folder }) => folder.replace('[lang]/', '').replace('[lang]', '')),
          ...[
            'charts/[slug].svg',
            'charts/[slug].png',
            'en/charts/[slug].csv',
            's/[code].json',
            'compare.csv',
            'compare.md',
            'models.csv',
            'map.svg',
            'data/[file].csv',
            '_next/static/[x]',
            '_next/[x]',
            '[x].[y]',
            'zh/[x]',
            'api/[x]',
          ],
        ]),
      ];
      const address = fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...folders).chain(wickedAddress) },
        {
          weight: 4,
          arbitrary: fc
            .constantFrom(...reads.map(({ address: each }) => each.split('?', 1)[0] ?? ''))
            .chain((each) => wickedAddress(each.slice(1))),
        },
      );
      await fc.assert(
        fc.asyncProperty(address, fc.constantFrom('admin', 'nobody'), async (asked, who) => {
          const address = asked.replace('{code}', site.code);
          const answer = await site.ask({ address, headers: cookieOf[who as 'admin']() });
          expect(wrongWith(answer)).toEqual([]);
          const found = normalAddress(address);
          // What is no address is nobody's frame.
          const embeddable = 'normal' in found && /^\/(?:en\/)?embed\//.test(found.normal);
          expect(faultsOf(answer, { embeddable })).toEqual([]);
        }),
        options(3),
      );
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  it(
    'in headers: nothing that a client claims about itself changes what others see',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(
            '/',
            '/vendors',
            '/charts/rounds',
            '/editor',
            '/sign-in',
            '/charts/rounds.csv',
            '/api/v1/edition',
            '/data/source.csv',
            '/feeds/funding.atom',
          ),
          wickedHeaders,
          async (address, headers) => {
            const answer = await site.ask({ address, headers });
            expect(wrongWith(answer)).toEqual([]);
            expect(answer.text).not.toContain('elsewhere.example');
            // An answer in another form has another address or is kept by nobody.
            const plain = await site.ask({ address });
            expect(wrongWith(plain)).toEqual([]);
            expect(plain.text).not.toContain('elsewhere.example');
          },
        ),
        options(1),
      );
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  it(
    'in forms: every field of every form, with all that somebody may do',
    async () => {
      const { users, editions } = {
        users: await site.client.user.count(),
        editions: await site.client.edition.count(),
      };
      const sent = forms.filter(({ folder }) => folder !== 'api/sign-out' && folder !== 'api/sign-in');
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...sent),
          wickedFields,
          fc.constantFrom(...recordKinds),
          fc.constantFrom('contributor', 'admin'),
          async (form, fields, kind, who) => {
            const body = new URLSearchParams([
              ['lang', 'zh'],
              ['kind', kind],
              ...Object.entries(form.fields),
              ...fields.filter(([name]) => name !== 'others'),
            ]);
            for (const [name, value] of Object.entries(form.fields)) if (name === 'do') body.set(name, value);
            const answer = await site.ask({
              method: 'POST',
              address: form.address,
              headers: {
                origin: site.origin,
                'content-type': 'application/x-www-form-urlencoded',
                cookie: site.cookies[who as 'admin'],
                'x-forwarded-for': `10.3.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
              },
              body: body.toString(),
            });
            expect(wrongWith(answer)).toEqual([]);
            if (answer.headers.location?.startsWith('/'))
              expect(
                wrongWith(
                  await site.ask({
                    address: answer.headers.location.split('#', 1)[0] ?? '/',
                    headers: { cookie: site.cookies[who as 'admin'] },
                  }),
                ),
              ).toEqual([]);
          },
        ),
        options(2),
      );
      expect(await site.client.user.count()).toBe(users);
      expect(await site.client.edition.count()).toBeGreaterThanOrEqual(editions);
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  it(
    'in forms that are none',
    async () => {
      const multipart = (body: string) => ({ type: 'multipart/form-data; boundary=b', body });
      for (const { type, body } of [
        { type: '', body: 'lang=zh' },
        { type: 'application/json', body: '{}' },
        { type: 'multipart/form-data', body: 'lang=zh' },
        multipart(''),
        multipart('--b'),
        multipart('--b\r\ncontent-disposition: form-data; name="lang"\r\n\r\nzh'),
        multipart(`--b\r\ncontent-disposition: form-data; name="${'x'.repeat(100_000)}"\r\n\r\nzh\r\n--b--`),
        multipart(
          `${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(20_000)}--b--\r\n`,
        ),
        { type: 'application/x-www-form-urlencoded', body: '&a'.repeat(1_000_000) },
        { type: 'application/x-www-form-urlencoded', body: `lang=zh&${'%'.repeat(100_000)}` },
        { type: 'application/x-www-form-urlencoded; charset=utf-16', body: 'l\0a\0n\0g\0' },
      ])
        for (const address of [
          '/api/records',
          '/api/news',
          '/api/import',
          '/api/shares',
          '/api/records/draft',
          '/api/reports',
        ])
          for (const chunked of [false, true]) {
            const headers = { origin: site.origin, 'content-type': type, cookie: site.cookies.editor };
            const answer = await site.ask({ method: 'POST', address, headers, body, chunked });
            expect([address, type, ...wrongWith(answer)]).toEqual([address, type]);
          }
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  it(
    'in the API: parts, parameters and bodies',
    async () => {
      const value = fc.oneof(wickedText, fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }));
      const record = fc.record(
        {
          kind: fc.oneof(fc.constantFrom(...recordKinds), wickedText),
          slug: fc.oneof(fc.constantFrom('baidu', 'article', 'new-one'), wickedText),
          baseVersion: fc.oneof(fc.constantFrom<unknown>(0, 1, -1, 1.5, 1e300, '1', null), value),
          payload: fc.oneof(
            fc.constant(null),
            fc.dictionary(
              fc.oneof(
                fc.constantFrom(
                  'slug',
                  'name',
                  'citations',
                  'aliases',
                  'url',
                  'title',
                  'statements',
                  'announced',
                  'amount',
                  'vendor',
                  'released',
                  '__proto__',
                ),
                wickedText,
              ),
              value,
            ),
            value,
          ),
        },
        { requiredKeys: [] },
      );
      const body = fc.oneof(
        fc
          .record(
            {
              note: fc.oneof(fc.constant('x'), value),
              publish: fc.oneof(fc.boolean(), value),
              records: fc.oneof(fc.array(record, { maxLength: 4 }), value),
            },
            { requiredKeys: [] },
          )
          .map((each) => JSON.stringify(each)),
        fc
          .oneof(fc.record({ text: value }), fc.record({ texts: fc.array(value) }))
          .map((each) => JSON.stringify(each)),
        fc.jsonValue().map((each) => JSON.stringify(each)),
        wickedText,
        fc.constantFrom(
          '['.repeat(500_000),
          '{"a":'.repeat(100_000),
          '{"note":"\\u0000"}',
          '{"note":"\\ud800","records":[]}',
          '"',
          'nul',
          '{"text":1e999}',
          `{"note":"x","records":[${'{},'.repeat(5000)}{}]}`,
        ),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...operations),
          fc.array(fc.tuple(wickedText, wickedText), { maxLength: 3 }),
          wickedText,
          body,
          async ({ method, path, query }, extra, part, sent) => {
            const names = Object.keys(query ?? {});
            const search = new URLSearchParams(extra.map(([name, text], at) => [names[at] ?? name, text]));
            const address = `/api/v1${path.replace(/\{\w+\}/g, percentEncoded(part))}?${search}`.slice(
              0,
              8000,
            );
            const answer = await site.ask({
              method: method.toUpperCase(),
              address: method === 'post' ? (address.split('?', 1)[0] ?? '') : address,
              headers: {
                authorization: `Bearer ${site.tokens.publish}`,
                ...(method === 'post'
                  ? {
                      'content-type':
                        sent.length % 3 === 0 && path === '/newswire' ? 'text/plain' : 'application/json',
                    }
                  : {}),
              },
              ...(method === 'post' ? { body: sent } : {}),
            });
            expect(wrongWith(answer)).toEqual([]);
          },
        ),
        options(1),
      );
      // Writing is one operation of sixty: it gets runs of its own.
      await fc.assert(
        fc.asyncProperty(
          body,
          fc.constantFrom('/api/v1/proposals', '/api/v1/newswire', '/mcp'),
          async (sent, address) => {
            const answer = await site.ask({
              method: 'POST',
              address,
              headers: {
                authorization: `Bearer ${site.tokens.publish}`,
                'content-type': 'application/json',
                accept: 'application/json, text/event-stream',
              },
              body: sent,
            });
            expect(wrongWith(answer)).toEqual([]);
          },
        ),
        options(2),
      );
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  it(
    'in messages of agents',
    async () => {
      const tool = (name: unknown, parameters: unknown) =>
        JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name, arguments: parameters },
        });
      const parameters = fc.dictionary(
        fc.constantFrom(
          'text',
          'kind',
          'slug',
          'slugs',
          'chart',
          'parameters',
          'edition',
          'lang',
          'limit',
          'after',
          'since',
          'from',
          'organization',
        ),
        fc.oneof(wickedText, fc.jsonValue({ maxDepth: 2 })),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('search', 'compare', 'chart', 'record', 'funding', 'changes', '__proto__'),
          parameters,
          async (name, given) => {
            const answer = await site.ask({
              method: 'POST',
              address: '/mcp',
              headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
              body: tool(name, given),
            });
            expect(wrongWith(answer)).toEqual([]);
          },
        ),
        options(1),
      );
      const many = await site.ask({
        method: 'POST',
        address: '/mcp',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: `[${Array(500).fill(tool('changes', {})).join()}]`,
      });
      expect(many.status).toBe(400);
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  /** Sends a file as the import page does, and looks at what the page then shows. */
  async function uploaded(name: string, bytes: Uint8Array): Promise<Answer> {
    const boundary = 'attack-boundary-0123456789';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="lang"\r\n\r\nen\r\n--${boundary}\r\ncontent-disposition: form-data; name="do"\r\n\r\nupload\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replaceAll(/[\r\n"\0]/g, '')}"\r\n\r\n`;
    const headers = {
      origin: site.origin,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: site.cookies.editor,
    };
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const answer = await site.ask({ method: 'POST', address: '/api/import', headers, body });
    expect([name, ...wrongWith(answer)]).toEqual([name]);
    const { location = '' } = answer.headers;
    expect([name, answer.text.slice(0, 200), location]).toEqual([
      name,
      '',
      expect.stringContaining('/editor/import?'),
    ]);
    const page = await site.ask({ address: location, headers: { cookie: site.cookies.editor } });
    expect([name, ...wrongWith(page)]).toEqual([name]);
    const draft = /draft=(\d+)/.exec(location)?.[1];
    if (draft === undefined) return page;
    for (const fields of [
      { do: 'again', kind: 'organization', 'column.name': 'name.zh' },
      { do: 'import' },
      { do: 'discard' },
    ] as Record<string, string>[])
      expect([
        name,
        fields.do,
        ...wrongWith(await site.post('/api/import', { draft, ...fields }, { cookie: site.cookies.editor })),
      ]).toEqual([name, fields.do]);
    return page;
  }

  it(
    'in files for import: bombs, entities, depth, encodings, cells, and noise',
    async () => {
      const text = (content: string) => new TextEncoder().encode(content);
      const book = (sheet: Uint8Array) =>
        zipSync(
          {
            'xl/workbook.xml': text(
              '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">]><workbook xmlns:r="r"><sheets><sheet name="&f;" sheetId="1" r:id="rId1"/></sheets></workbook>',
            ),
            'xl/_rels/workbook.xml.rels': text(
              '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
            ),
            'xl/worksheets/sheet1.xml': sheet,
          },
          { level: 0 },
        );
      const sheet = (cell: string) =>
        book(
          text(
            `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`,
          ),
        );
      const entities = await uploaded('entities.xlsx', sheet('&f;&a;'));
      expect(entities.text).not.toContain('root:x:0:');

      // 260 MB of blanks in 260 KB, which say of themselves that they are a thousand bytes.
      const packed = deflateRawSync(Buffer.alloc(260_000_000, 32), { level: 9 });
      const liar = Buffer.from(book(new Uint8Array(packed.length).fill(80)));
      packed.copy(liar, liar.indexOf(Buffer.alloc(1000, 80)));
      const own = Buffer.from('xl/worksheets/sheet1.xml');
      // The heads of the file say: deflated, and a thousand bytes when unpacked.
      for (let at = liar.indexOf(own); at !== -1; at = liar.indexOf(own, at + 1)) {
        const local = liar.readUInt32LE(at - 30) === 0x04034b50;
        if (!local && liar.readUInt32LE(at - 46) !== 0x02014b50) continue;
        liar.writeUInt16LE(8, local ? at - 22 : at - 36);
        liar.writeUInt32LE(1000, local ? at - 8 : at - 22);
      }
      // No more is unpacked than it says, and that is no sheet.
      expect((await uploaded('liar.xlsx', liar)).text).toMatch(/no readable XLSX|no head/);

      for (const [name, content] of [
        ['deep.json', `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`],
        ['deep.json', '['.repeat(1_000_000)],
        [
          'package.json',
          `{"edition":1,"records":[{"kind":"organization","record":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}]}`,
        ],
        ['package.json', '{"edition":1,"records":[{"kind":"organization","record":{"slug":["\\u0000"]}}]}'],
        ['half.ndjson', '{"name":"\\ud800"}\n{"name":"\\u0000"}'],
        ['proto.json', '[{"__proto__":{"x":1},"constructor":"a","name":"b"}]'],
        ['wide.csv', `${'a,'.repeat(10_000)}\n${'1,'.repeat(10_000)}`],
        ['cell.csv', `name\n${'x'.repeat(100_000)}`],
        ['quote.csv', `name,slug\n"${'a\n'.repeat(10_000)}`],
        ['nul.csv', 'name\0,slug\n\0甲\0,a\0b'],
        ['markup.csv', `name,<${mark}>\n<${mark}>,"</script><${mark}>"`],
        ['formula.csv', 'name\n=cmd|\' /C calc\'!A0\n＝1+1\n"\t=1"'],
        ['pipes.md', `|${'-|'.repeat(5000)}\n|--|--|\n|${'|'.repeat(50_000)}`],
        ['empty.xlsx', 'PK\u0003\u0004'],
        [`<${mark}>.csv`, 'name\na'],
        ['../../x.csv', 'name\na'],
      ] as const)
        await uploaded(name, text(content));
      for (const bytes of [
        [0xff, 0xfe, 0x61],
        [0xfe, 0xff],
        [0x80, 0x81, 0xff],
        [0xef, 0xbb, 0xbf],
        [0x50, 0x4b, 5, 6],
      ])
        await uploaded('noise.csv', Uint8Array.from(bytes));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('csv', 'tsv', 'xlsx', 'json', 'ndjson', 'md', 'exe'),
          fc.oneof(
            fc.uint8Array({ minLength: 1, maxLength: 500 }),
            fc
              .array(fc.array(wickedText, { maxLength: 5 }), { minLength: 1, maxLength: 8 })
              .map((rows) => text(rows.map((row) => row.join(',')).join('\n') || ' ')),
          ),
          async (ending, bytes) => {
            await uploaded(`x.${ending}`, bytes);
          },
        ),
        options(0.3),
      );
      expect(exceptions()).toEqual([]);
    },
    long,
  );

  it(
    'in files that were read when they were sent, and cannot be any more',
    async () => {
      const { id: author } = await site.client.user.findUniqueOrThrow({
        where: { email: 'editor@example.org' },
      });
      const kept = { name: 'a.xlsx', kind: '', mapping: {}, duplicates: false };
      const bytes = Buffer.from('PK\u0003\u0004');
      const draft = String(await keepImportDraft(site.client, author, { ...kept, bytes }));
      const { editor: cookie } = site.cookies;
      for (const [lang, sentence] of [
        ['zh', '不是完整的压缩文件'],
        ['en', 'This is no whole archive.'],
      ] as const) {
        const address = `${lang === 'en' ? '/en' : ''}/editor/import?draft=${draft}`;
        const page = await site.ask({ address, headers: { cookie } });
        expect([page.status, page.text.includes(sentence)]).toEqual([200, true]);
        const left = await site.ask({
          address: `/api/import/refused?draft=${draft}&lang=${lang}`,
          headers: { cookie },
        });
        expect([left.status, left.text.includes(sentence)]).toEqual([422, true]);
        const again = { lang, draft, do: 'again', kind: 'organization', keep: 'yes' };
        const chosen = await site.post('/api/import', again, { cookie });
        expect([chosen.status, chosen.headers.location]).toEqual([303, address]);
        const done = await site.post('/api/import', { lang, draft, do: 'import' }, { cookie });
        expect(decodeURIComponent(done.headers.location ?? '').replaceAll('+', ' ')).toContain(sentence);
        await site.post('/api/import', { lang, draft, do: 'look-again' }, { cookie });
      }
      expect(exceptions()).toEqual([]);
    },
    long,
  );
});
