import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { importProgress, keepImportDraft, tellProgress } from '@/editorial/import-drafts';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { undoEdition } from '@/editorial/undo';
import { importFile } from '@/exchange/import/import-file';
import type { ImportWishes } from '@/exchange/import/plan';
import type { Imported } from '@/exchange/import/planning/planned-row';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { freshDatabase } from './database';

let client: PrismaClient;

beforeAll(async () => {
  const url = await freshDatabase();
  await loadStartingFacts(url);
  client = connect(url);
}, 120_000);

afterAll(() => client.$disconnect());

const utf8 = (text: string) => new TextEncoder().encode(text);

async function plan(bytes: Uint8Array, wishes: ImportWishes): Promise<Imported> {
  const { imported } = await importFile(client, bytes, wishes, { head: null });
  return imported;
}

async function published(bytes: Uint8Array, wishes: ImportWishes): Promise<number> {
  const head = { origin: 'import', note: { zh: '导入', en: 'import' } } as const;
  const { publication } = await importFile(client, bytes, wishes, { head });
  if (publication === null || publication.outcome === 'refused') throw new Error(JSON.stringify(publication));
  return publication.edition;
}

const funding = [
  '公司名称,融资轮次,融资金额（亿元）,披露日期,投资方,来源链接',
  '导入测试甲,A轮,3.5,2023年5月6日,"红杉中国(领投)、某某资本",https://news.example/1',
  '导入测试乙,战略融资,数千万美元,2023/6,,https://news.example/2',
  '导入测试丙,300668SZ,1,2023,,https://news.example/3',
  '导入测试丁,B轮,很多,2023,,https://news.example/4',
  '导入测试戊,B轮,1,soon,,https://news.example/5',
  ',B轮,1,2023,,',
  ',,,,,',
].join('\r\n');

describe('a table of funding', () => {
  it('is read row by row, with the column and the reason where one is refused, and writes nothing', async () => {
    const before = await client.change.count();
    const { kind, counts, rows } = await plan(utf8(`\ufeff${funding}`), { file: 'news.csv' });
    expect(kind).toBe('funding-event');
    expect(counts).toEqual({ new: 2, changed: 0, same: 0, duplicate: 0, refused: 4 });
    expect(
      rows
        .filter(({ outcome }) => outcome === 'refused')
        .map(({ line, problems }) => [line, problems[0]?.column]),
    ).toEqual([
      [4, '融资轮次'],
      [5, '融资金额（亿元）'],
      [6, '披露日期'],
      [7, '公司名称'],
    ]);
    expect(await client.change.count()).toBe(before);
  });

  it('becomes one edition, says the same a second time, and is undone as one', async () => {
    const events = await client.fundingEvent.count();
    const edition = await published(utf8(funding), { file: 'news.csv' });
    const event = await client.fundingEvent.findFirstOrThrow({
      where: { organization: { nameZh: '导入测试甲' } },
      include: { participations: { include: { investor: true } } },
    });
    expect(event).toMatchObject({ amountMin: 3.5e8, amountMax: 3.5e8, amountCurrency: 'CNY', round: 'A轮' });
    expect(event.participations.map(({ investor, role }) => [investor.nameZh, role])).toEqual([
      ['红杉中国', 'lead'],
      ['某某资本', null],
    ]);
    const again = await plan(utf8(funding), { file: 'news.csv' });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
    await undoEdition(client, edition);
    expect(await client.fundingEvent.count()).toBe(events);
  });

  it('says what may be on record already', async () => {
    const known = await client.fundingEvent.findFirstOrThrow({
      where: {
        amountMin: { not: null },
        amountCurrency: 'CNY',
        announcedPrecision: { in: ['month', 'day'] },
        type: 'round',
      },
      include: { organization: true },
    });
    const month = known.announcedFrom?.toISOString().slice(0, 7) ?? '';
    const csv = `公司,轮次,金额,日期\n${known.organization.nameZh},D轮,${(known.amountMin ?? 0) / 1e8}亿元,${month}`;
    const { counts, rows } = await plan(utf8(csv), { file: 'other.csv' });
    expect(counts.duplicate + counts.same).toBe(1);
    if (counts.duplicate === 1) expect(rows[0]?.problems[0]?.value).toBe(known.slug);
  });
});

describe('a table of models', () => {
  const table = [
    '| 机构 | 大模型 | 类别 |',
    '| --- | --- | --- |',
    '| 百度 | [文心](https://yiyan.baidu.com)、[导入一号](https://x.example/1) | 通用 |',
    '| 导入大学 | **导入二号** | 医疗 |',
    '',
  ].join('\n');

  it('may hold several models in a cell, links in Markdown, and categories that are industries', async () => {
    const { kind, rows } = await plan(utf8(table), { file: 'models.md' });
    expect(kind).toBe('model');
    expect(rows.map(({ line, outcome, name }) => [line, outcome, name])).toEqual([
      [3, 'same', '文心'],
      [3, 'new', '导入一号'],
      [4, 'new', '导入二号'],
    ]);
  });

  it('says the same from CSV in GB18030, TSV, JSON, NDJSON and XLSX', async () => {
    const objects = [{ 厂商: '百度', 模型: '导入三号', 参数: '13B', 行业: ['金融'] }];
    const lines = '厂商,模型,参数,行业\n百度,导入三号,13B,金融';
    // 百度,导入三号… in GB18030, as Chinese spreadsheets write it.
    const gb = Buffer.from(
      'b3a7c9cc2cc4a3d0cd2cb2cecafd2cd0d0d2b50ab0d9b6c82cb5bcc8ebc8fdbac52c3133422cbdf0c8da',
      'hex',
    );
    const xlsx = await writeExcelFile([
      ['厂商', '模型', '参数', '行业'],
      ['百度', '导入三号', '13B', '金融'],
    ]).toBuffer();
    const files: [string, Uint8Array][] = [
      ['a.csv', utf8(lines)],
      ['b.csv', new Uint8Array(gb)],
      ['c.tsv', utf8(lines.replaceAll(',', '\t'))],
      ['d.json', utf8(JSON.stringify(objects))],
      ['e.ndjson', utf8(objects.map((each) => JSON.stringify(each)).join('\n'))],
      ['f.xlsx', new Uint8Array(xlsx)],
    ];
    for (const [file, bytes] of files) {
      const { rows } = await plan(bytes, { file });
      expect([file, rows.map(({ outcome, name, problems }) => [outcome, name, problems])]).toEqual([
        file,
        [['new', '导入三号', []]],
      ]);
      const edition = await published(bytes, { file });
      const made = await client.model.findFirst({
        where: { nameZh: '导入三号' },
        include: { vendor: true, industries: { include: { industry: true } } },
      });
      expect([
        file,
        made?.vendor.slug,
        made?.parameters,
        made?.industries.map(({ industry }) => industry.slug),
      ]).toEqual([file, 'baidu', 13_000_000_000n, ['finance']]);
      await undoEdition(client, edition);
    }
  });
});

describe('what is no table', () => {
  it('is refused with a reason, and nothing is written', async () => {
    const before = await client.change.count();
    const zip = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 9 });
    const files: [string, Uint8Array][] = [
      ['empty.csv', new Uint8Array()],
      ['broken.json', utf8('[{"a": 1},')],
      ['truncated.xlsx', zip.slice(0, zip.length / 2)],
      ['bomb.xlsx', zip],
      ['list.json', utf8('{"a": 1}')],
      ['binary.csv', new Uint8Array([0xff, 0x80, 0x81, 0xff, 0xff, 0x80])],
      ['text.md', utf8('# no table')],
      ['cell.csv', utf8(`公司,金额\n${'很'.repeat(30_000)},1`)],
    ];
    for (const [file, bytes] of files)
      await expect(plan(bytes, { file }), file).rejects.toThrow(UnreadableTable);
    expect(await client.change.count()).toBe(before);
  }, 60_000);

  it('is refused or read, never a crash, however a file was damaged', async () => {
    const before = await client.change.count();
    const xlsx = await writeExcelFile(
      [
        [{ value: '公司' }, { value: '金额' }],
        [{ value: '甲' }, { value: '1亿元' }],
      ],
      {
        sheet: 'a',
      },
    ).toBuffer();
    const whole: [string, Uint8Array][] = [
      ['a.csv', utf8(funding)],
      ['a.xlsx', new Uint8Array(xlsx)],
      ['a.json', utf8('[{"公司":"甲","轮次":"A轮","金额":"1亿元"}]')],
      ['a.ndjson', utf8('{"kind":"industry","record":{"slug":"a"}}\n{"公司":"甲"}')],
      ['a.md', utf8('| 公司 | 金额 |\n|---|---|\n| [甲](http://x) | 1亿 |')],
    ];
    const damage = fc.record({
      file: fc.constantFrom(...whole),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      hits: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file: [name, bytes], cut, hits }) => {
        const damaged = Uint8Array.from(bytes.slice(0, Math.ceil(bytes.length * (cut > 0.7 ? 1 : cut))));
        for (const [at, value] of hits) if (damaged.length > 0) damaged[at % damaged.length] = value;
        const result = await plan(damaged, { file: name }).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableTable);
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(await client.change.count()).toBe(before);
  }, 60_000);

  it('keeps formulas and markup as the texts that they are', async () => {
    const csv = '公司,轮次,金额,备注\n=1+1,A轮,1亿元,"<script>alert(1)</script>@SUM(A1)"';
    const edition = await published(utf8(csv), { file: 'formula.csv' });
    expect(await client.organization.count({ where: { nameZh: '=1+1' } })).toBe(1);
    const event = await client.fundingEvent.findFirstOrThrow({
      where: { organization: { nameZh: '=1+1' } },
    });
    expect(event.noteZh).toBe('alert(1) @SUM(A1)');
    await undoEdition(client, edition);
  });

  it('is cancelled between two parts, and nothing is written', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `取消${at},A轮,1亿元,2023-05-06`);
    const before = await client.change.count();
    const stop = new AbortController();
    const { publication } = await importFile(
      client,
      utf8(`公司,轮次,金额,日期\n${rows.join('\n')}`),
      { file: 'long.csv' },
      {
        head: { origin: 'import', note: { zh: '导入', en: 'import' } },
        progress: () => stop.abort(),
        signal: stop.signal,
      },
    );
    expect(publication).toMatchObject({ outcome: 'refused', problems: [{ cause: 'cancelled' }] });
    expect(await client.change.count()).toBe(before);
  }, 60_000);
});

describe('a table of indicators', () => {
  it('takes theme and unit by their words in either language, and refuses a theme that there is not', async () => {
    const table = [
      '指标,Name.en,主题,单位,单位中文,单位英文',
      '导入测试指标,Import test,价格,tokens,个,tokens',
      '导入测试指标二,Second import test,Markets and market shares,CNY,,',
      '导入测试指标三,Third import test,天气,CNY,,',
    ].join('\n');
    const { rows } = await plan(utf8(table), { file: 'indicators.csv' });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'refused']);
    expect(rows[2]?.problems[0]).toMatchObject({ column: '主题', value: '天气' });
    expect(rows[2]?.problems[0]?.reason.zh).toContain('价格');
    await published(utf8(table), { file: 'indicators.csv' });
    const found = await client.indicator.findMany({
      where: { nameZh: { startsWith: '导入测试指标' } },
      orderBy: { nameZh: 'asc' },
    });
    expect(found).toMatchObject([
      { theme: 'prices', unit: 'tokens', unitNameZh: '个', unitNameEn: 'tokens' },
      { theme: 'market', unit: 'CNY', unitNameZh: null },
    ]);
  });
});

describe('an import under way', () => {
  it('is not waited for when it has been silent, nor when a clock that jumped back had it speak in years to come', async () => {
    const author = await createAccount(client, {
      email: 'importer@example.org',
      name: 'Importer',
      password: 'correct horse battery',
      role: 'editor',
    });
    if (author.outcome !== 'created') throw new Error(author.reason.en);
    const kept = { name: 'a.csv', bytes: utf8('a'), kind: 'source', mapping: {}, duplicates: false };
    const draft = await keepImportDraft(client, author.id, kept);
    const told = (shift: string) => client.$executeRaw`
      UPDATE proposal_item SET payload = payload || jsonb_build_object('told', now() + ${shift}::interval)
      WHERE proposal_id = ${draft} AND position = 1`;
    await tellProgress(client, draft, { rows: 5, of: 10, refused: null });
    expect(await importProgress(client, draft)).toMatchObject({ rows: 5, of: 10 });
    for (const shift of ['-2 minutes', '10 years']) {
      expect(await told(shift)).toBe(1);
      expect(await importProgress(client, draft)).toBeNull();
    }
  });
});
