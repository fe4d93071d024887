import type { Bilingual } from '@/domain/bilingual';
import { unreadable } from '../unreadable-table';
import type { encodings } from './raw-table';

type Encoding = (typeof encodings)[number];

/** Bytes that tell of which encoding a text is. */
const telling = 65_536;

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Single bytes above ASCII stand between letters of Western languages; Chinese ones come at least in pairs. */
function isWestern(bytes: Uint8Array): boolean {
  let [single, longer, run] = [0, 0, 0];
  for (const byte of bytes.subarray(0, telling)) {
    if (byte >= 0x80) run += 1;
    else {
      if (run === 1) single += 1;
      else if (run > 1) longer += 1;
      run = 0;
    }
  }
  return single > longer * 2;
}

/** Characters that Chinese tables are written with most; what was read in a wrong encoding has few of them. */
const common = /[的年月日元亿億万萬公司融资資轮輪金额額日期投方名称稱机構构模型业業中国國科技大学學有限]/gu;

const commonIn = (text: string | null) => text?.slice(0, telling).match(common)?.length ?? -1;

/**
 * The text of a file: UTF-8 where it is that, UTF-16 where a mark says so, else GB18030, which Chinese spreadsheets still
 * write, Big5 or Windows-1252, whichever fits. `chosen`: what somebody says. Throws `UnreadableTable`.
 */
export function textOf(bytes: Uint8Array, notes: Bilingual[], chosen?: string): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    notes.push({ zh: '按 UTF-16 读取', en: 'Read as UTF-16.' });
    return new TextDecoder('utf-16be').decode(bytes);
  }
  if (chosen !== undefined && chosen !== '') {
    const text = decoded(bytes, chosen as Encoding);
    if (text === null)
      throw unreadable(`这个文件不是 ${chosen} 编码`, `This file is not encoded in ${chosen}.`);
    return text;
  }
  if (mark) {
    notes.push({ zh: '按 UTF-16 读取', en: 'Read as UTF-16.' });
    return new TextDecoder(mark).decode(bytes);
  }
  const plain = decoded(bytes, 'utf-8');
  if (plain !== null) return plain;
  const read = (text: string, name: string) => {
    notes.push({
      zh: `不是 UTF-8，按 ${name} 读取；文字不对时请另选编码`,
      en: `Not UTF-8; read as ${name}. Choose another encoding where the text is wrong.`,
    });
    return text;
  };
  if (isWestern(bytes)) return read(new TextDecoder('windows-1252').decode(bytes), 'Windows-1252');
  const [gb, big5] = [decoded(bytes, 'gb18030'), decoded(bytes, 'big5')];
  if (big5 !== null && commonIn(big5) > commonIn(gb)) return read(big5, 'Big5');
  if (gb !== null) return read(gb, 'GB18030');
  throw unreadable('看不出文字编码；请另存为 UTF-8', 'The encoding cannot be told; save it as UTF-8.');
}
