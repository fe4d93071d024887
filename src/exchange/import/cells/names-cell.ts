import { linear } from '@/domain/expression/linear';
import type { ParticipationRole } from '@/records/funding-event/schema';
import { linkIn, plainCell } from './plain-cell';

/** A name with the link that it carried. */
export interface LinkedName {
  name: string;
  url: string | null;
}

const linkToWeb = linear(
  /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)(?:\s+"[^"]*")?\)/g,
);
const anyLink = linear(/!?\[(?:[^[\]]|\[[^[\]]*\])*\]\((?:[^()]|\([^()]*\))*\)/g);
const outerMarks = linear(/^[-*•/|]+|[|/]+$/g);

/** What ends a company's name behind a comma, and is no company: LLC, Inc., Co., Ltd. */
const legalPart = linear(
  /^(?:inc|llc|llp|lp|l\.p|l\.l\.c|ltd|limited|co|corp|corporation|company|plc|gmbh|ag|s\.?a|n\.?v|b\.?v|pte|pty|k\.?k|jr|sr)\.?(?:[\s,]+(?:ltd|limited|inc|llc|lp)\.?)*$/i,
);

/** Which marks part the names of a cell. A model's name may hold commas and slashes; a list of investors is parted by both. */
export type Parting = 'marks' | 'commas' | 'slashes';

/** The pieces of a text where names are parted; 'Alpha Fund, LLC' is one. */
function partsOf(text: string, by: Parting): string[] {
  const pieces = text.split(/[、；;\n|]|\s{2,}|<br\s*\/?>/).flatMap((piece) => {
    if (by === 'marks') return [piece];
    const parts: string[] = [];
    for (const part of piece.split(by === 'slashes' ? /[，,/／]/ : /[，,]/)) {
      const before = parts.at(-1);
      if (before !== undefined && legalPart.test(part.trim())) parts[parts.length - 1] = `${before},${part}`;
      else parts.push(part);
    }
    return parts;
  });
  return pieces.flatMap((piece) => {
    const name = plainCell(piece).replaceAll(outerMarks, '').trim();
    return name === '' ? [] : [name];
  });
}

/** [名称](https://…), one or several, also with text between; texts without a link are split where lists are. */
export function namesIn(cell: string, by: Parting = 'marks'): LinkedName[] {
  const links = [...cell.matchAll(linkToWeb)].flatMap(([, picture, name = '', url = '']) => {
    const text = plainCell(name);
    return picture === '!' || text === '' ? [] : [{ name: text, url }];
  });
  const rest = cell.replaceAll(anyLink, '\n');
  return [...links, ...partsOf(rest, by).map((name) => ({ name, url: linkIn(name) }))];
}

/** Somebody who took part, as a cell says: the name, without the words for the role. */
export interface NamedInvestor {
  name: string;
  role: ParticipationRole | null;
}

const roleWords: readonly [RegExp, ParticipationRole][] = [
  [/联合领投|共同领投|co-?lead/i, 'co-lead'],
  [/领投|lead/i, 'lead'],
  [/跟投|参投|follow|participat/i, 'follow'],
  [/财务顾问|独家FA|adviser|advisor/i, 'adviser'],
];
const bracketBehind = linear(/^(.*?)\s*[（(]([^（()）]{1,20})[)）]$/);
const verbBehind = linear(
  /^(.+?)\s*(?:(?:联合|共同|独家)?(领投|跟投|参投)|(?:co-)?(lead|led)(?: investor)?)$/i,
);
const headBefore = linear(
  /^(?:(?:本轮)?(?:由)?)?(?:(联合领投|领投|跟投|参投|lead(?: investors?)?|投资|investors?|财务顾问)(?:方|机构)?)\s*[：:]\s*(.+)$/i,
);
const andOthers = linear(
  /\s*(?:等(?:等|\d*[家位名]|[一二三四五六七八九十数多]+[家位名])?(?:知名)?(?:机构|投资方|投资机构|投资人|基金)?|及其他(?:投资[方者人]|机构)?|,?\s*et al\.?|,?\s*(?:and|&) others?|\.{3}|…+)$/i,
);
const nobody = linear(
  /^(?:等|投资(?:方|者|人|机构)|机构|其他|未知|某知名机构)?(?:均?(?:未|暂未|尚未)(?:披露|透露|公开|公布))?$|^(?:undisclosed|not disclosed|unknown|n\/?a|others?)(?: investors?)?$/i,
);

function roleOf(words: string): ParticipationRole | null {
  return roleWords.find(([word]) => word.test(words))?.[1] ?? null;
}

/** Who took part: 红杉领投，高瓴跟投; 甲资本（领投）/乙资本; 甲资本等. `preset`: what the head says of all of them. */
export function investorsIn(cell: string, preset: ParticipationRole | null): NamedInvestor[] {
  // A role that stands before a list holds until the next one.
  let stated = preset;
  return namesIn(cell, 'slashes').flatMap(({ name: written }) => {
    let name = written;
    const head = headBefore.exec(name);
    if (head) {
      stated = roleOf(head[1] ?? '') ?? preset;
      name = head[2] ?? '';
    }
    let role = stated;
    const bracket = bracketBehind.exec(name);
    const inBracket = bracket ? roleOf(bracket[2] ?? '') : null;
    if (bracket && inBracket) [name, role] = [bracket[1] ?? '', inBracket];
    name = name.replace(andOthers, '').trim();
    const verb = verbBehind.exec(name);
    if (verb) [name, role] = [verb[1] ?? '', roleOf(name)];
    name = name
      .replace(andOthers, '')
      .replace(/^由\s*/, '')
      .trim();
    return nobody.test(name) ? [] : [{ name, role }];
  });
}
