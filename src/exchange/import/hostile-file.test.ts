import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from './table-file';
import { UnreadableTable } from './unreadable-table';

const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet, as small as can be. */
function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
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
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
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

  it('refuses sheets that reach too far, however they say so', async () => {
    const far: Record<string, string> = {
      'a cell': `<sheetData>${head}${row(1_048_576, cell('XFD1048576', 'x'))}</sheetData>`,
      'an empty cell': `<sheetData>${head}<row r="1048576"><c r='XFD1048576' s="1"/></row></sheetData>`,
      'the dimension': `<dimension ref="A1:XFD1048576"/><sheetData>${head}</sheetData>`,
      'merged cells': `<sheetData>${head}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      'more rows than there are': `<sheetData>${head}${row(99_999_999, cell('A99999999', 'x'))}</sheetData>`,
      'more columns than there are': `<sheetData>${row(1, cell('ZZZ1', 'x'))}</sheetData>`,
    };
    for (const [how, sheet] of Object.entries(far)) {
      const bytes = workbook(sheet);
      expect(bytes.length).toBeLessThan(2000);
      const [zh = '', en = ''] = (await refusal(bytes, 'a.xlsx')) ?? [];
      expect([zh.includes('格子太多'), en.includes('too many cells')], how).toEqual([true, true]);
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
