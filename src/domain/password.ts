import type { Bilingual } from './bilingual';
import { commonPieces } from './common-passwords';
import { setting } from './settings';

/** Characters that a password must have at least. Length is what counts; no rules about kinds of characters. */
export const shortestPassword = 12;
/** Longer ones are refused before they are hashed. */
export const longestPassword = 128;

/** Why a password is refused, in words for whoever chose it. */
export const passwordReasons = {
  short: {
    zh: `密码太短：至少 ${shortestPassword} 个字符。`,
    en: `The password is too short: it needs at least ${shortestPassword} characters.`,
  },
  long: {
    zh: `密码太长：至多 ${longestPassword} 个字符。`,
    en: `The password is too long: at most ${longestPassword} characters.`,
  },
  simple: {
    zh: '密码只用了几个字符反复组成。请换得丰富一些。',
    en: 'The password repeats a few characters. Use more different ones.',
  },
  common: {
    zh: '这个密码很常见，容易被猜中：除了常用词、年份和键盘上相邻的字符，几乎不剩什么。几个互不相干的词连在一起就很好。',
    en: 'The password is a common one: beside much-used words, years and neighbours on the keyboard, little is left of it. A few words that have nothing to do with each other are good.',
  },
  personal: {
    zh: '密码里主要是这个账号的邮箱、姓名或本站的名字，容易被猜中。请换一个。',
    en: "The password is mostly this account's e-mail address or name, or the name of this site, which others guess first. Choose another.",
  },
} as const satisfies Record<string, Bilingual>;

export type Weakness = keyof typeof passwordReasons;

/** Different characters that a password must have. */
const leastDifferent = 5;
/** Letters that must be left of a password when everything is taken out that others guess first; two digits count as one. */
const leastOwn = 6;

/** What stands side by side, on keyboards and in alphabets. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '!@#$%^&*()',
];
/** Runs of this many neighbours, or of one character, are no invention. */
const shortestRun = 3;

/** Whose password it is to be. */
export interface Holder {
  email: string;
  name: string;
}

/** As passwords are compared: the same letters in any size and width, without what only parts them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]/g, '');
}

/** How many characters from `at` on are neighbours in one direction, or the same. */
function runAt(text: string, at: number): number {
  const steps = [(here: string, next: string) => here === next];
  for (const row of rows)
    for (const by of [1, -1])
      steps.push((here, next) => row.includes(here) && row[row.indexOf(here) + by] === next);
  const lengths = steps.map((follows) => {
    let end = at + 1;
    while (end < text.length && follows(text[end - 1] ?? '', text[end] ?? '')) end += 1;
    return end - at;
  });
  return Math.max(...lengths);
}

/** A stop for what was taken out: what stood on both sides of it does not become one word. */
const gap = '\n';

function withoutRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at);
    rest += run < shortestRun ? text[at] : gap;
    at += run < shortestRun ? 1 : run;
  }
  return rest;
}

function without(text: string, pieces: readonly string[]): string {
  return [...pieces]
    .sort((one, other) => other.length - one.length)
    .reduce((rest, piece) => (piece === '' ? rest : rest.replaceAll(piece, gap)), text);
}

/** How much of it is whoever's invention. */
function own(text: string): number {
  const rest = withoutRuns(text.replace(/(?:19|20)\d\d/g, gap));
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  return letters + Math.floor((rest.match(/\p{N}/gu)?.length ?? 0) / 2);
}

/** The names that whoever wants in tries first: of the account, of the site, of where the site is. */
function personalPieces({ email, name }: Holder): string[] {
  const [local = '', domain = ''] = email.split('@');
  const site = setting('PUBLIC_URL');
  const hosts = [domain, site === undefined ? '' : new URL(site).hostname];
  const parts = [
    ...local.split(/[._+-]/),
    ...name.split(/\s/),
    ...hosts.flatMap((host) => host.split('.').filter((label) => label.length > 3)),
  ];
  // Two Chinese characters are a name, two letters are in every word.
  const telling = (part: string) => part.length > 2 || (part.length === 2 && !/[ -~]/.test(part));
  return [email, local, name, ...parts, '大模型产业图谱', 'AI Landscape', '产业图谱', 'landscape']
    .map(plain)
    .filter(telling);
}

/** What is wrong with a password for this account; null where it is good. */
export function weaknessOf(password: string, holder: Holder): Weakness | null {
  if (password.length < shortestPassword) return 'short';
  if (password.length > longestPassword) return 'long';
  const text = plain(password);
  if (new Set(text).size < leastDifferent) return 'simple';
  if (own(without(text, commonPieces)) < leastOwn) return 'common';
  const pieces = [...personalPieces(holder), ...commonPieces];
  return own(without(text, pieces)) < leastOwn ? 'personal' : null;
}
