import { strToU8, zipSync } from 'fflate';
import { type Stage, sendForm } from './stage';

/** Something that a stranger, or an editor with a stranger's file, sends. */
export interface HostileInput {
  name: string;
  /** Sends it; the status of the answer, 0 where none came. */
  send: (stage: Stage) => Promise<number>;
}

/** How long an answer may take, in milliseconds: the longest limit of a reading thread, and some more. */
const patience = 90_000;

/** The status; whatever comes after it is not taken: a client that leaves in the middle must keep no place. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  try {
    const { status, body } = await answer;
    await body?.cancel();
    return status;
  } catch {
    return 0;
  }
}

function newswire(name: string, body: string): HostileInput {
  return {
    name,
    send: ({ site }) =>
      statusOf(
        fetch(`${site}/api/v1/newswire`, {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body,
          signal: AbortSignal.timeout(patience),
        }),
      ),
  };
}

function table(name: string, file: string, bytes: Uint8Array): HostileInput {
  return {
    name,
    send: (stage) => {
      const form = new FormData();
      form.set('lang', 'en');
      form.set('do', 'upload');
      form.set('file', new File([Buffer.from(bytes)], file));
      return statusOf(sendForm(stage, '/api/import', form));
    },
  };
}

function asked(name: string, path: string, headers: Record<string, string> = {}): HostileInput {
  return {
    name,
    send: ({ site }) =>
      statusOf(fetch(site + path, { headers, redirect: 'manual', signal: AbortSignal.timeout(patience) })),
  };
}

const xml = (content: string) => strToU8(`<?xml version="1.0"?>${content}`);

/** A workbook with one sheet, which holds this. */
function workbook(sheet: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
  });
}

const bars = (bytes: number) => strToU8(`|a|b|\n${'|'.repeat(bytes)}\n`);

/** What is sent in turn. A further one is a line here. */
export const hostileInputs: readonly HostileInput[] = [
  newswire('刚 × 32', `${'刚'.repeat(32)}甲公司融资`),
  newswire('closes first first …', `closes ${'first '.repeat(25)}`),
  newswire('new latest …', `closes ${'new latest '.repeat(12)}`),
  newswire('one long sentence', `${'甲公司近日'.repeat(12_000)}完成融资`),
  newswire('ten thousand events', '甲获1亿元A轮融资。'.repeat(10_000)),
  newswire('names without end', `${'Aa, '.repeat(40_000)}led the round`),
  newswire('commas and amounts', `甲完成${'1,000,'.repeat(30_000)}元融资`),
  table(
    'one cell at XFD1048576',
    'a.xlsx',
    workbook('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
  ),
  table('a row as a power', 'a.xlsx', workbook('<sheetData><row r="9e8"></row></sheetData>')),
  table('an attribute of 5 MB', 'a.xlsx', workbook(`<sheetData a="${'<'.repeat(5_000_000)}"/>`)),
  table('40 kB of bars', 'a.md', bars(40_000)),
  table('4 kB of rules', 'a.md', strToU8(`|a|\n${'|--'.repeat(1400)}x\n`)),
  table('100,000 columns', 'a.csv', strToU8(`${'a,'.repeat(100_000)}\n1`)),
  table(
    'a key for each object',
    'a.json',
    strToU8(JSON.stringify(Array.from({ length: 5000 }, (_, at) => ({ [`k${at}`]: 1 })))),
  ),
  table('100,000 brackets', 'a.json', strToU8('['.repeat(100_000))),
  table(
    '6,000 files in one',
    'a.xlsx',
    zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}`, new Uint8Array()])), {
      level: 0,
    }),
  ),
  asked('a search of 2 kB', `/search?q=${encodeURIComponent(' ('.repeat(1000))}`),
  asked('a filter of 2 kB', `/funding?q=${encodeURIComponent('+-'.repeat(1000))}`),
  asked('dots and slashes', `/${'%2e%2e/'.repeat(500)}editor/account`),
  asked('U+0000', '/vendors?q=%00'),
  asked('languages', '/', { 'accept-language': 'a;q=0.5,'.repeat(800) }),
  asked('cookies', '/', { cookie: '; '.repeat(5000) }),
  asked('tags', '/', { 'if-none-match': 'W/"a", '.repeat(1500) }),
];
