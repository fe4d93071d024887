import type { Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { type Problem, parseState } from '@/linking/state';
import type { ParameterProblem } from '@/ui/notice';
import { unescapedNames } from './address-names';

/** What Next gives a page for its query. */
export type PageQuery = Record<string, string | string[] | undefined>;

/** The query of a page in the form that state parsers read. */
export function searchOf(query: PageQuery): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) search.append(name, each);
  }
  return unescapedNames(search);
}

/**
 * Did a form without JavaScript make this address? Forms send empty fields and repeat names; the page then sends the
 * reader on to the canonical address, which never has either.
 */
export function madeByForm(query: PageQuery): boolean {
  return Object.values(query).some((value) => Array.isArray(value) || value === '');
}

/** Problems of an address as the notice on a page tells them. */
export function noticesOf(lang: Lang, problems: readonly Problem[]): ParameterProblem[] {
  return problems.map(({ parameter, value, allowed }) => ({
    parameter,
    value,
    why: compareWords[lang].notUnderstood,
    allowed: allowed[lang],
  }));
}

/** For a page without a state of its own: tells that a wish for an earlier edition is not met here. */
export function todayOnly(lang: Lang, query: PageQuery): ParameterProblem[] {
  return noticesOf(lang, parseState({}, searchOf(query)).problems);
}
