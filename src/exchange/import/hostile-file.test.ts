import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from './table-file';
import { UnreadableTable } from './unreadable-table';

const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet, as small as can be. */
function workbook(sheet: string, more: Record<string, Uint8Array> = {}, name = 'sheet1'): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/${name}.xml"/></Relationships>`,
    ),
    [`xl/worksheets/${name}.xml`]: xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
    ...more,
  });
}

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const head = row(1, cell('A1', 'Name') + cell('B1', 'Round'));

/** Why a file is refused, in both languages; null where it is read. */
async function refusal(bytes: Uint8Array, name: string): Promise<string[] | null> {
  try {
    await readTable(bytes, name);
    return null;
  } catch (error) {
    if (error instanceof UnreadableTable) return [error.reason.zh, error.reason.en];
    throw error;
  }
}

describe('files that would fill the memory', { timeout: 60_000 }, () => {
  it('reads a workbook, also one whose dimension says too little', async () => {
    const sheet = `<dimension ref="A1"/><sheetData>${head}${row(2, cell('A2', '甲') + cell('B2', 'A轮'))}</sheetData>`;
    expect(await readTable(workbook(sheet), 'a.xlsx')).toMatchObject({
      headers: ['Name', 'Round'],
      rows: [{ line: 2, cells: ['甲', 'A轮'] }],
    });
  });

  const far: Record<string, string> = {
    'a cell': `<sheetData>${head}${row(1_048_576, cell('XFD1048576', 'x'))}</sheetData>`,
    'an empty cell': `<sheetData>${head}<row r="1048576"><c r='XFD1048576' s="1"/></row></sheetData>`,
    'the dimension': `<dimension ref="A1:XFD1048576"/><sheetData>${head}</sheetData>`,
    'merged cells': `<sheetData>${head}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    'more rows than there are': `<sheetData>${head}${row(99_999_999, cell('A99999999', 'x'))}</sheetData>`,
    'more columns than there are': `<sheetData>${row(1, cell('ZZZ1', 'x'))}</sheetData>`,
  };
  it('refuses sheets that reach too far, however they say so', async () => {
    for (const [how, sheet] of Object.entries(far)) {
      const bytes = workbook(sheet);
      expect(bytes.length).toBeLessThan(2000);
      const [zh = '', en = ''] = (await refusal(bytes, 'a.xlsx')) ?? [];
      expect([zh.includes('格子太多'), en.includes('too many cells')], how).toEqual([true, true]);
    }
  });

  it('refuses places that its reader would take for far ones', async () => {
    const written: Record<string, string> = {
      'a row as a power': `<sheetData>${head}<row r="9e8"></row></sheetData>`,
      'a row that only says its number': `<sheetData>${head}<row r="99999999"></row></sheetData>`,
      'a letter as an entity': `<sheetData>${head}${row(2, cell('&#90;ZZ2', 'x'))}</sheetData>`,
      'signs for letters': `<sheetData>${head}${row(2, cell('~~~~~~2', 'x'))}</sheetData>`,
      'small letters': `<sheetData>${head}${row(2, cell('zzz2', 'x'))}</sheetData>`,
      'behind a sign in quotes': `<sheetData>${head}${row(2, '<c s=">" r = "ZZZ2" t="inlineStr"><is><t>x</t></is></c>')}</sheetData>`,
      'behind a comment': `<sheetData>${head}<!-- <c r=" -->${row(2, cell('ZZZ2', 'x'))}<!-- " --></sheetData>`,
      'in a name of its own': `<x:sheetData xmlns:x="${main}"><x:row r="1"><x:c r="ZZZ1"/></x:row></x:sheetData>`,
    };
    for (const [how, sheet] of Object.entries(written)) {
      const [zh = '', en = ''] = (await refusal(workbook(sheet), 'a.xlsx')) ?? [];
      expect([/格子太多|不是位置/.test(zh), /too many cells|no place/.test(en)], how).toEqual([true, true]);
    }
    // A sheet may have the name of what holds no cells.
    for (const name of ['sharedStrings', 'styles', 'theme1'])
      expect((await refusal(workbook(far['a cell'] ?? '', {}, name), 'a.xlsx'))?.[1], name).toContain(
        'too many cells',
      );
    // Each sheet is small enough, all together are not.
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `xl/worksheets/more${at}.xml`,
        xml(`<worksheet><sheetData>${row(1_000_000, cell('A1000000', 'x'))}</sheetData></worksheet>`),
      ]),
    );
    expect((await refusal(workbook(`<sheetData>${head}</sheetData>`, many), 'a.xlsx'))?.[1]).toContain(
      'too many cells',
    );
  });

  it('reads a small workbook of very many parts, or says which of them are too many or too long', async () => {
    const shared = (texts: string) => ({
      'xl/sharedStrings.xml': xml(`<sst xmlns="${main}">${texts}</sst>`),
    });
    const book = (inside: string) => ({
      'xl/workbook.xml': xml(
        `<workbook xmlns="${main}" xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/>${inside}</workbook>`,
      ),
    });
    const made = (count: number, each: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => each(at)).join('');
    const rows = made(2000, (at) =>
      row(at + 2, `<c r="A${at + 2}" t="s"><v>0</v></c><c r="B${at + 2}" t="s"><v>0</v></c>`),
    );
    const plain = `<sheetData>${head}${row(2, cell('A2', '甲'))}</sheetData>`;
    const relation = (at: number) =>
      `<Relationship Id="r${at}" Type="worksheet" Target="worksheets/${at}.xml"/>`;
    const files: [string, Uint8Array, RegExp | null][] = [
      [
        'a long text in every cell',
        workbook(
          `<sheetData>${head}${rows}</sheetData>`,
          shared(`<si><t>${'\u00a0x'.repeat(60_000)}</t></si>`),
        ),
        /cell in row 2 is too long/,
      ],
      [
        'a text of megabytes',
        workbook(plain, shared(`<si><t>${'&amp;'.repeat(1_000_000)}</t></si>`)),
        /text or a tag/,
      ],
      [
        'an attribute of megabytes',
        workbook(`<sheetData x="${'<'.repeat(1_000_000)}">${head}</sheetData>`),
        /text or a tag/,
      ],
      [
        'many attributes',
        workbook(`<sheetData ${made(50_000, (at) => `a${at}="" `)}>${head}</sheetData>`),
        /text or a tag/,
      ],
      [
        'tags that never end',
        workbook(`<sheetData>${head}</sheetData>${'<'.repeat(1_000_000)}`),
        /text or a tag/,
      ],
      ['a comment of megabytes', workbook(`<!--${'-'.repeat(1_000_000)}-->${plain}`), /text or a tag/],
      [
        'sheets',
        workbook(plain, {
          'xl/_rels/workbook.xml.rels': xml(`<Relationships>${made(20_000, relation)}</Relationships>`),
        }),
        /too many sheets/,
      ],
      [
        'names of one sheet',
        workbook(
          plain,
          book(`${made(2000, (at) => `<sheet name="s${at}" sheetId="${at}" r:id="rId1"/>`)}</sheets>`),
        ),
        null,
      ],
      [
        'defined names',
        workbook(
          plain,
          book(
            `</sheets><definedNames>${made(20_000, (at) => `<definedName name="n${at}">A1:XFD1048576</definedName>`)}</definedNames>`,
          ),
        ),
        null,
      ],
      ['empty texts', workbook(plain, shared('<si><t/></si>'.repeat(200_000))), null],
      ['a text in parts', workbook(plain, shared(`<si>${'<r><t>x</t></r>'.repeat(200_000)}</si>`)), null],
      ['depth', workbook(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${plain}`), null],
    ];
    for (const [how, bytes, sentence] of files) {
      expect(bytes.length, how).toBeLessThan(150_000);
      const [zh = '', en = ''] = (await refusal(bytes, 'a.xlsx')) ?? [];
      if (sentence === null) expect(en, how).toBe('');
      else expect([/太长|太多/.test(zh), sentence.test(en)], `${how}: ${en}`).toEqual([true, true]);
    }
  });

  it('refuses an archive of very many files, and what is no workbook', async () => {
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}`, new Uint8Array()]));
    expect((await refusal(workbook('', many), 'a.xlsx'))?.[1]).toContain('files');
    expect(await refusal(zipSync({ 'content.xml': xml('<a/>') }), 'a.ods')).not.toBeNull();
  });

  it('refuses more columns than a table has, in any format', async () => {
    const commas = strToU8(`${'a,'.repeat(100_000)}\n1`);
    const keys = strToU8(
      JSON.stringify(Array.from({ length: 1000 }, (_, at) => ({ [`k${at}`]: 1, [`l${at}`]: 1 }))),
    );
    const row = strToU8(`a,b\n${','.repeat(100_000)}`);
    for (const [bytes, name] of [
      [commas, 'a.csv'],
      [row, 'a.csv'],
      [keys, 'a.json'],
      [strToU8(`|${'a|'.repeat(5000)}\n|---|\n`), 'a.md'],
    ] as const) {
      const [zh = '', en = ''] = (await refusal(bytes, name)) ?? [];
      expect([zh.includes('列'), en.includes('columns')], name).toEqual([true, true]);
    }
  }, 60_000);

  it('refuses JSON that is nested deeply', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect((await refusal(strToU8(deep), 'a.json'))?.[1]).toContain('nested');
  });

  it('reads or refuses rows of bars, dashes and brackets without looking at them twice', async () => {
    for (const piece of ['|', '-', '| -- ', '|--|', '}\n', '{}\n \n', '[a](', '<br', '\\|', '|:-'])
      for (const name of ['a.md', 'a', 'a.json'])
        await refusal(strToU8(piece.repeat(Math.ceil(200_000 / piece.length))), name);
  }, 60_000);
});
