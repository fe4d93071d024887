import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { undoEdition } from '@/editorial/undo';
import { importFile } from '@/exchange/import/import-file';
import type { ImportWishes } from '@/exchange/import/plan';
import type { Imported, PlannedRow } from '@/exchange/import/planning/planned-row';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { freshDatabase } from './database';

/** Tables as people keep them: each row is what the table said, or is asked about; never anything else. */
let client: PrismaClient;

beforeAll(async () => {
  const url = await freshDatabase();
  await loadStartingFacts(url);
  client = connect(url);
}, 120_000);

afterAll(() => client.$disconnect());

const utf8 = (text: string) => new TextEncoder().encode(text);

async function plan(
  content: string | Uint8Array,
  file: string,
  wishes: Partial<ImportWishes> = {},
): Promise<Imported> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const { imported } = await importFile(client, bytes, { file, ...wishes }, { head: null });
  return imported;
}

type Payload = Record<string, unknown>;

/** What a row of funding says, in a line. */
function event({ outcome, record, problems }: PlannedRow): string {
  if (record === null) return `${outcome}: ${problems[0]?.column}`;
  const { type, round, announced, statements, participations } = record as {
    type: string;
    round: string | null;
    announced: string | null;
    statements: { amount: { min: number | null; max: number | null; currency: string | null } | null }[];
    participations: { investor: string; role: string | null }[];
  };
  const amount = statements[0]?.amount;
  const range = amount ? `${amount.min ?? ''}–${amount.max ?? ''} ${amount.currency}` : 'no amount';
  const who = participations.map(({ investor, role }) => `${investor}:${role}`).join(' ');
  return [outcome, type, round, announced, range, who].filter((part) => part !== '').join(' | ');
}

const events = async (content: string | Uint8Array, file: string, wishes?: Partial<ImportWishes>) =>
  (await plan(content, file, wishes)).rows.map(event);

const record = (imported: Imported, at: number) => imported.rows[at]?.record as Payload;

describe('funding in tables', () => {
  it('has its currency in a column, and its unit in the head or above the table', async () => {
    expect(
      await events(
        [
          'Company,Round,Amount,Currency,Date',
          'Quartz Works,Seed,"2,500,000",GBP,2024-06-01',
          'Basalt Works,Seed,2500000,韩元,2024-06-01',
          'Marble Works,Seed,800万,港币,2024-06-01',
        ].join('\n'),
        'currency.csv',
      ),
    ).toEqual([
      'new | round | Seed | 2024-06-01 | 2500000–2500000 GBP',
      'refused: Amount',
      'new | round | Seed | 2024-06-01 | 8000000–8000000 HKD',
    ]);
    expect(
      await events(
        '某地区融资情况,,,\n单位：万美元,,,\n企业名称,轮次,金额,日期\n石英科技,A轮,250,2024-06-01\n合计,,250,\n注：据公开报道整理,,,',
        'unit.csv',
      ),
    ).toEqual(['new | round | A轮 | 2024-06-01 | 2500000–2500000 USD']);
  });

  it('keeps events that are no rounds apart from rounds, and refuses what no event here is', async () => {
    const table = [
      'Organization Name,Funding Type,Money Raised,Money Raised Currency,Announced Date,Investor Names,Lead Investors',
      'Ash Robotics,Series B,30000000,USD,2024-02-01,"Elm Capital, Fir Fund, LLC",Elm Capital',
      'Ash Robotics,Debt Financing,5000000,USD,2024-03-01,,',
      'Ash Robotics,Grant,100000,USD,2024-04-01,,',
      'Ash Robotics,Bridge,1000000,USD,2024-05-01,,',
      'Ash Robotics,Acquisition,90000000,USD,2024-08-01,Big Oak,',
      'Ash Robotics,IPO,400000000,USD,2024-12-01,,',
      'Ash Robotics,Bankruptcy,,USD,2024-10-01,,',
      'Ash Robotics,Series C,90000000,USD,2031-09-01,,',
    ].join('\n');
    expect(await events(table, 'rounds.csv')).toEqual([
      'new | round | Series B | 2024-02-01 | 30000000–30000000 USD | elm-capital:lead fir-fund-llc:null',
      'new | debt | Debt Financing | 2024-03-01 | 5000000–5000000 USD',
      expect.stringMatching(/^refused/),
      'new | round | Bridge | 2024-05-01 | 1000000–1000000 USD',
      'new | merger | Acquisition | 2024-08-01 | 90000000–90000000 USD | big-oak:acquirer',
      'new | ipo | IPO | 2024-12-01 | 400000000–400000000 USD',
      expect.stringMatching(/^refused/),
      'refused: Announced Date',
    ]);
  });

  it('is about the organization on record, whatever its name carries, and tells which one it took', async () => {
    const names = ['百度公司', '百度（NASDAQ:BIDU）', '月之暗面 (Moonshot AI)', '華為', 'Baidu, Inc.'];
    const { rows } = await plan(
      `公司,轮次,金额,日期\n${names.map((name, at) => `"${name}",战略融资,${at + 1}亿元,2024-0${at + 1}-05`).join('\n')}`,
      'known.csv',
    );
    expect(rows.map((row) => (row.record as Payload).organization)).toEqual([
      'baidu',
      'baidu',
      'moonshot',
      'huawei',
      'baidu',
    ]);
    for (const { warnings, makes } of rows) {
      expect(warnings[0]?.reason.en).toContain('which is on record');
      expect(makes.filter(({ kind }) => kind === 'organization')).toEqual([]);
    }
  });

  it('tells of a new row what it would write, what it would make, and what it may be', async () => {
    const { rows } = await plan(
      '公司,轮次,金额,币种,日期,投资方,来源,来源链接\n百度量子云,A轮,约6000万,美元,2024-06-01,青石资本等,某报,https://paper.example/1',
      'preview.csv',
    );
    expect(rows).toMatchObject([
      {
        line: 2,
        outcome: 'new',
        record: {
          announced: '2024-06-01',
          statements: [{ amount: { min: 54e6, max: 66e6, currency: 'USD', text: '约6000万 美元' } }],
          participations: [{ investor: 'qing-shi-zi-ben', role: null }],
        },
        makes: [
          { kind: 'source', record: { url: 'https://paper.example/1', title: '某报' } },
          { kind: 'organization', record: { name: { zh: '百度量子云' } } },
          { kind: 'organization', slug: 'qing-shi-zi-ben' },
        ],
        near: [{ said: '百度量子云', slug: 'baidu' }],
      },
    ]);
    const decided = await plan('公司,轮次,金额,日期\n百度量子云,A轮,1亿元,2024-06-01', 'preview.csv', {
      decisions: { '2': { as: { 百度量子云: 'baidu' } } },
    });
    expect(record(decided, 0).organization).toBe('baidu');
  });

  it('is skipped, corrected or accepted row by row', async () => {
    const table =
      '公司,轮次,金额,日期\n花岗一,A轮,一点钱,2024-06-01\n花岗二,A轮,1亿元,2024-06-02\n花岗三,A轮,1亿元,04/05/2024';
    const { rows, counts } = await plan(table, 'rows.csv', {
      dateOrder: 'dmy',
      decisions: { '2': { cells: { 金额: '2亿元' } }, '3': { do: 'skip' } },
    });
    expect(rows.map(event)).toEqual([
      'new | round | A轮 | 2024-06-01 | 200000000–200000000 CNY',
      'skipped: undefined',
      'new | round | A轮 | 2024-05-04 | 100000000–100000000 CNY',
    ]);
    expect(counts).toMatchObject({ new: 2, skipped: 1, refused: 0 });
  });

  it('with a row for each investor is one event with all of them', async () => {
    const { rows } = await plan(
      'Company,Round,Amount (US$M),Date,Investor\nSlate AI,Series A,9,2024-06-01,Elm One\nSlate AI,Series A,9,2024-06-01,Elm Two',
      'long.csv',
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'same']);
    expect(record({ rows } as Imported, 0).participations).toMatchObject([
      { investor: 'elm-one' },
      { investor: 'elm-two' },
    ]);
    expect(rows[1]?.warnings[0]?.reason.en).toContain('put together');
  });
});

describe('organizations in tables', () => {
  it('are not called by the numbers of their rows', async () => {
    const first = await plan('id,name,website\n1,Opal Testing,https://opal.example.com', 'first.csv');
    expect(first.rows[0]?.slug).toBe('opal-testing');
    expect(first.notes.some(({ en }) => en.includes('left out: id'))).toBe(true);
  });

  it('keep country, place, homepage and roles, or a word says that they do not', async () => {
    const { rows } = await plan(
      [
        'name,country,city,website,roles',
        'Where One,France,Lyon,www.one.example.com,vendor',
        '何处二,中国,广东省佛山市,two.example.com,"投资方、客户"',
        'Where Three,Atlantis,深圳,three,神仙',
        'Where Four,Germany,上海,https://four.example.com,Investor',
      ].join('\n'),
      'where.csv',
    );
    expect(rows.map(({ record: own }) => own)).toMatchObject([
      {
        country: 'FR',
        place: null,
        homepage: 'https://www.one.example.com',
        roles: ['vendor'],
        note: { en: 'City: Lyon' },
      },
      { country: 'CN', place: 'foshan', homepage: 'https://two.example.com', roles: ['investor', 'user'] },
      { country: 'CN', place: 'shenzhen', homepage: null, roles: [] },
      { country: 'DE', place: null, roles: ['investor'] },
    ]);
    expect(rows.map(({ warnings }) => warnings.map(({ column }) => column))).toEqual([
      ['city'],
      [],
      ['country', 'roles', 'website'],
      ['city'],
    ]);
  });

  it('on two rows are one record; what they say against each other is told', async () => {
    const { rows } = await plan(
      'name,country,website,roles\nTwice Ltd,CN,,vendor\nTwice Ltd,US,https://twice.example.com,investor',
      'twice.csv',
    );
    expect(rows[0]?.record).toMatchObject({
      country: 'CN',
      homepage: 'https://twice.example.com',
      roles: ['vendor', 'investor'],
    });
    expect(rows[1]?.warnings.map(({ column }) => column)).toEqual(['country', 'name']);
  });
});

describe('models in tables', () => {
  it('count their parameters in the unit of the head, and have licences and modalities in their own words', async () => {
    const { rows } = await plan(
      [
        'Model,Organization,Params (B),Licence,Modality,Release date',
        'Tern-1,OpenAI,7,Apache 2.0,Text,2024-03',
        '"Tern 2, Mini","Baidu, Inc.",70B,开源,多模态,2024-03',
        'Tern-3,"Google, Meridian Labs",500M,Open weights (unrestricted),"Text, Image",2024-03',
      ].join('\n'),
      'models.csv',
    );
    expect(rows.map(({ name, record: own }) => [name, own])).toMatchObject([
      ['Tern-1', { parameters: 7e9, access: ['open-source'], modalities: ['nlp'], vendor: 'openai' }],
      [
        'Tern 2, Mini',
        { parameters: 7e10, access: ['open-source'], modalities: ['multimodal'], partners: [] },
      ],
      [
        'Tern-3',
        { parameters: 5e8, access: ['open-weights'], modalities: ['nlp', 'cv'], partners: ['meridian-labs'] },
      ],
    ]);
  });

  it('in Markdown stand in any table of GitHub, with badges, and in several tables', async () => {
    const { rows, notes, tables } = await plan(
      [
        '# List',
        '## General',
        '| 模型 | 机构 | 链接 |',
        '|-|:-|-|',
        '| [鹭一](https://a.example.com) ![stars](https://img.example.com/s.svg) | 百度 | |',
        '| 鹭二 | 百度 | <https://z.example.com> |',
        '',
        '## Special',
        '模型 | 机构 | 链接',
        '--- | --- | ---',
        '鹭三 | 百度 | https://en.example.org/wiki/Foo_(bar)',
        '',
        '```',
        '| 模型 | 机构 | 链接 |',
        '|-|-|-|',
        '| no | table | |',
        '```',
      ].join('\n'),
      'README.md',
    );
    expect(rows.map(({ line, sheet, name, record: own }) => [line, sheet, name, own?.urls])).toEqual([
      [5, 'General', '鹭一', ['https://a.example.com']],
      [6, 'General', '鹭二', ['https://z.example.com']],
      [11, 'Special', '鹭三', ['https://en.example.org/wiki/Foo_(bar)']],
    ]);
    expect(tables.map(({ name, read }) => [name, read])).toEqual([
      ['General', true],
      ['Special', true],
    ]);
    expect(notes.some(({ en }) => en.includes('read together'))).toBe(true);
  });
});

describe('JSON of catalogues', () => {
  it('is the list of models and not the first list, and what was looked at is told where there is none', async () => {
    const { rows } = await plan(
      '{"labels":["x"],"count":1,"models":[{"name":"Ibis 1","vendor":"百度"}]}',
      'list.json',
    );
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([['model', 'Ibis 1']]);
    await expect(plan('{"alpha": 1, "beta": ["x"]}', 'none.json')).rejects.toThrow(/alpha, beta/);
  });

  it('by providers is asked about, and read when somebody says that they are the vendors', async () => {
    const catalogue = JSON.stringify({
      heron: {
        id: 'heron',
        name: 'Heron',
        models: { 'h-1': { id: 'h-1', name: 'H 1', release_date: '2024-03-05' } },
      },
      egret: { id: 'egret', name: 'Egret', models: {} },
    });
    const asked = await plan(catalogue, 'api.json');
    expect(asked.question?.en).toContain('of.name');
    expect(asked.counts).toMatchObject({ new: 0, refused: 1 });
    const { rows } = await plan(catalogue, 'api.json', { kind: 'model', mapping: { 'of.name': 'vendor' } });
    expect(rows).toMatchObject([
      { outcome: 'new', name: 'H 1', record: { vendor: 'heron', released: '2024-03-05' } },
    ]);
  });

  it('of OpenRouter has vendor and model in one name, and no source comes of it', async () => {
    const { rows } = await plan(
      '{"data":[{"id":"stork/swift","name":"Stork: Swift","created":1718000000,"context_length":8,"architecture":{"modality":"text+image->text"}}]}',
      'openrouter.json',
    );
    expect(rows).toMatchObject([
      {
        kind: 'model',
        name: 'Swift',
        record: { vendor: 'stork', modalities: ['nlp', 'cv'], released: null },
      },
    ]);
  });
});

describe('tables that begin otherwise', () => {
  it('say what parts their cells, have titles, traditional heads or another encoding', async () => {
    const expected = ['new | round | A轮 | 2024-06-01 | 100000000–100000000 CNY'];
    expect(await events('sep=;\r\n公司;轮次;金额;日期\r\n玄武;A轮;1亿元;2024-06-01', 'sep.csv')).toEqual(
      expected,
    );
    expect(await events('公司;轮次;金额;日期\n玄武;A轮;1,0亿元;2024-06-01', 'semicolons.csv')).toEqual(
      expected,
    );
    expect(
      await events('2024年融资,,,\n,,,\n公司,轮次,金额,日期\n玄武,A轮,1亿元,2024-06-01', 'title.csv'),
    ).toEqual(expected);
    expect(await events('公司,輪次,金額,日期\n玄武,A輪,1億元,2024-06-01', 'traditional.csv')).toEqual(
      expected,
    );
    expect(await events('公司|轮次|金额|日期\n玄武|A轮|1亿元|2024-06-01', 'bars.txt')).toEqual(expected);
    // 公司,輪次,金額,日期 / 玄武,A輪,1億元,2024-06-01 in Big5.
    const big5 = Uint8Array.from(
      Buffer.from(
        'a4bda5712cbdfca6b82caaf7c3422ca4e9b4c10aa5c8aa5a2c41bdfc2c31bbf5a4b82c323032342d30362d3031',
        'hex',
      ),
    );
    expect(await events(big5, 'big5.csv')).toEqual(expected);
    // Société in Windows-1252.
    const western = Uint8Array.from(
      Buffer.from('Company,Round,Amount,Date\nSoci\xe9t\xe9 Verte,Seed,$1M,2024-06-01', 'latin1'),
    );
    expect((await plan(western, 'western.csv')).rows[0]?.name).toBe('Société Verte Seed');
  });

  it('are refused in one sentence where they are no tables', async () => {
    for (const [file, text] of [
      ['landscape.yml', 'landscape:\n  - category:\n    name: Tools\n'],
      ['landscape.txt', 'landscape:\n  - category:\n    name: Tools\n'],
      ['page.csv', '<!DOCTYPE html><html></html>'],
      ['paper.csv', '%PDF-1.7'],
      ['data.csv', 'PAR1xxxx'],
    ])
      await expect(plan(text ?? '', file ?? ''), file).rejects.toThrow(UnreadableTable);
    const asked = await plan('alpha,beta\n1,2\n3,4', 'what.csv');
    expect(asked.question?.en).toContain('alpha, beta');
    expect(asked.counts.refused).toBe(2);
  });
});

describe('workbooks', () => {
  const head = ['公司', '轮次', '金额', '日期', '来源链接'];
  const book = async (rows: unknown[][], more: Record<string, unknown> = {}) =>
    new Uint8Array(await writeXlsx({ sheets: [{ name: '融资', rows, ...more }] } as never));

  it('are read with every sheet of the same head, and other sheets are offered', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '封面',
          rows: [
            ['某某研究', null],
            ['2024', null],
          ],
        },
        { name: '2023', rows: [head, ['页一', 'A轮', '1亿元', '2023-06-01']] },
        { name: '2024', rows: [head, ['页二', 'A轮', '1亿元', '2024-06-01']] },
      ],
    } as never);
    const { rows, notes, tables } = await plan(new Uint8Array(bytes), 'sheets.xlsx');
    expect(rows.map(({ sheet, line, name }) => [sheet, line, name])).toEqual([
      ['2023', 2, '页一 A轮'],
      ['2024', 2, '页二 A轮'],
    ]);
    expect(notes.some(({ en }) => en.includes('封面'))).toBe(true);
    expect(tables).toHaveLength(3);
    const one = await plan(new Uint8Array(bytes), 'sheets.xlsx', { table: { table: '2024' } });
    expect(one.rows.map(({ name }) => name)).toEqual(['页二 A轮']);
  });

  it('say one cell of all the rows that it was merged over, and sums and notes are no companies', async () => {
    const bytes = await book(
      [
        head,
        ['并一', 'A轮', '1亿元', '2023-06-01'],
        [null, 'B轮', '3亿元', '2024-06-01'],
        ['总计', null, 400000000, null],
        ['注：据公开报道', null, null, null],
      ],
      { merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }] },
    );
    const { rows } = await plan(bytes, 'merged.xlsx');
    expect(rows.map(({ name }) => name)).toEqual(['并一 A轮', '并一 B轮']);
  });

  it('are read as they are shown: formats that name a currency, months, links, errors and formulas without a value', async () => {
    const rows = [
      head,
      ...['美', '人', '欧', '亿', '无'].map((name) => [
        `格${name}`,
        'A轮',
        3,
        new Date('2024-06-15'),
        '报道',
      ]),
      ['格式', 'A轮', null, '2024-06-01', null],
      ['格错', 'A轮', '#N/A', '2024-06-01', null],
      ['格月', 'A轮', '1亿元', 2024.1, null],
    ];
    const formats = ['[$$-409]#,##0.00', '"¥"#,##0', '#,##0 "€"', '0.0"亿元"', '#,##0'];
    const cells = new Map<string, unknown>(
      formats.map((numFmt, at) => [`${at + 1},2`, { value: 3, type: 'number', style: { numFmt } }]),
    );
    cells.set('1,3', { value: new Date('2024-06-15'), type: 'date', style: { numFmt: 'mmm-yy' } });
    cells.set('1,4', { value: '报道', type: 'string', hyperlink: { target: 'https://news.example/9' } });
    cells.set('6,2', { value: null, type: 'formula', formula: '1*100' });
    const { rows: read } = await plan(await book(rows, { cells }), 'formats.xlsx');
    expect(read.map(event)).toEqual([
      'new | round | A轮 | 2024-06 | 3–3 USD',
      'new | round | A轮 | 2024-06-15 | 3–3 CNY',
      'new | round | A轮 | 2024-06-15 | 3–3 EUR',
      'new | round | A轮 | 2024-06-15 | 300000000–300000000 CNY',
      'refused: 金额',
      'refused: 金额',
      'refused: 金额',
      'refused: 日期',
    ]);
    expect(read[0]?.makes).toMatchObject([{ kind: 'source', record: { url: 'https://news.example/9' } }, {}]);
  });

  it('of other programs are read too', async () => {
    const bytes = await writeExcelFile([head, ['别家', 'A轮', '1亿元', '2024-06-01', '']]).toBuffer();
    expect(await events(new Uint8Array(bytes), 'other.xlsx')).toEqual([
      'new | round | A轮 | 2024-06-01 | 100000000–100000000 CNY',
    ]);
    const { writeOds } = await import('hucre');
    const ods = await writeOds({
      sheets: [{ name: 'a', rows: [head, ['开放', 'A轮', '1亿元', '2024-06-01']] }],
    } as never);
    expect(await events(new Uint8Array(ods), 'open.ods')).toEqual([
      'new | round | A轮 | 2024-06-01 | 100000000–100000000 CNY',
    ]);
  });
});

describe('what was previewed', () => {
  it('is what is written', async () => {
    const table =
      'Company,Round,Amount,Currency,Date,Investors\nCoral AI,Seed,"1,500,000",EUR,13/05/2024,"Elm Nine, LLC"';
    const { rows } = await plan(table, 'written.csv');
    const head = { origin: 'import', note: { zh: '导入', en: 'import' } } as const;
    const { publication } = await importFile(client, utf8(table), { file: 'written.csv' }, { head });
    if (publication?.outcome !== 'published') throw new Error(JSON.stringify(publication));
    const made = await client.fundingEvent.findFirstOrThrow({
      where: { organization: { nameEn: 'Coral AI' } },
      include: { participations: { include: { investor: true } } },
    });
    expect(made).toMatchObject({ amountMin: 1.5e6, amountCurrency: 'EUR' });
    expect(made.announcedFrom?.toISOString().slice(0, 10)).toBe(rows[0]?.record?.announced);
    expect(made.participations.map(({ investor }) => investor.nameEn)).toEqual(['Elm Nine, LLC']);
    await undoEdition(client, publication.edition);
  });
});
