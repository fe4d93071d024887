import { pinyin } from 'pinyin-pro';

/** What kind of word a record is found by. */
export type NameForm = 'name' | 'alias' | 'slug' | 'pinyin' | 'initials';

/** A word that a record is found by: as it is shown, and as it is compared. */
export interface FoldedName {
  form: NameForm;
  shown: string;
  folded: string;
}

/** Names beyond this many characters are titles, which nobody types in pinyin. */
const longestSpelt = 24;

/** Characters of a name that are compared. */
const longestFolded = 200;

/** A text as it is compared: one case, one width, no accents, letters and digits only; empty if it has none. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, longestFolded);
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** The pinyin of a text, folded: 文心一言 is 'wenxinyiyan'. */
export function pinyinOf(text: string): string {
  return folded(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''));
}

/** The first letters of a text's pinyin, folded: 文心一言 is 'wxyy'. What is not Chinese stays: 盘古NLP is 'pgnlp'. */
export function initialsOf(text: string): string {
  return folded(
    pinyin(text, { toneType: 'none', type: 'array', pattern: 'first', nonZh: 'consecutive' }).join(''),
  );
}

/** Every word that a record with these names is found by, each once, the most telling first. */
export function nameForms(names: readonly string[], aliases: readonly string[], slug: string): FoldedName[] {
  const forms: FoldedName[] = [];
  const taken = new Set<string>();
  const add = (form: NameForm, shown: string, as: string) => {
    if (as === '' || taken.has(as)) return;
    taken.add(as);
    forms.push({ form, shown, folded: as });
  };
  for (const name of names) add('name', name, folded(name));
  for (const alias of aliases) add('alias', alias, folded(alias));
  add('slug', slug, folded(slug));
  for (const name of [...names, ...aliases]) {
    if (!hasHan(name) || [...name].length > longestSpelt) continue;
    add('pinyin', name, pinyinOf(name));
    const initials = initialsOf(name);
    if (initials.length > 1) add('initials', name, initials);
  }
  return forms;
}
