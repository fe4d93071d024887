import { linear } from '@/domain/expression/linear';
import type { Span } from '../news-event';

/**
 * A word, a mark or a figure of an English sentence. `name`: it is written as a name is (Accel, a16z, 500). `end` leaves
 * out what follows without a blank.
 */
export interface Word extends Span {
  text: string;
  lower: string;
  name: boolean;
  /** What the reader found here before: an amount, a round, a date. */
  found: 'amount' | 'round' | 'date' | null;
}

const word = /[\p{L}\p{N}@$€£¥₹][\p{L}\p{N}.&'’+\-:/@$,%]*|\S/gu;
const lastMarks = linear(/[.:'’/\-,&+]+$/);
const possessive = /['’]s$/;
const abbreviation = /^(?:Inc|Ltd|Co|Corp|St|Dr|Jr|Sr|Mr|Ms|[A-Z]|[A-Z]\.[A-Z])\.$/;

/** Words that begin with a capital at the beginning of a sentence, in headlines and in calendars, and are no names. */
const noNames = new Set(
  (
    'the a an this that these those it its he his she her they their we our you your i my in on at by for from with to of and or but as if after before ' +
    'when while since because although though however meanwhile also today yesterday tomorrow now just last next per via about over under into ' +
    'according monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'round rounds funding financing raises raised raise closes closed close secures secured lands landed bags bagged nets gets snags scores announces announced completes completed receives received ' +
    'series seed pre-seed led co-led leads invests invested backed backs valuation valued million billion new more most some many all both other others each every first second third latest ' +
    'investors investor participation existing strategic exclusive breaking news update report reports why how what who where which not no yes here there ' +
    'acquires acquired acquisition buys bought has have had is are was were be been will would could may might than up out off so then once including hits tops nears becomes earlier existing previous prior additional angels participants other another early'
  ).split(' '),
);

/** Beijing-based, Sequoia-backed: what somebody is. */
export const attached =
  /^(?!co-).*-(?:based|backed|powered|owned|founded|led|focused|native|born|listed|incubated|headquartered|driven|headed|supported|controlled|linked|affiliated|run|stage)$/i;

function isName(text: string): boolean {
  if (attached.test(text)) return false;
  if (noNames.has(text.toLowerCase())) return false;
  if (/^[\p{Lu}]/u.test(text)) return true;
  // a16z, geoSurge, xAI, 500 (Startups), 10T, 8VC
  return /^(?:[a-z]{1,5}[\p{Lu}\d]|\d{1,4}[A-Z]|@\w)/u.test(text);
}

const doubtful = /^(?:New|First|Second|Third|Seed|Just|Next|Now|Here|Last|Up|Most|Other|Both)$/;
const first = /^(?:New|First|Second|Third|Next)$/;
const before = /^(?:by|from|and|,|with|including|investors?|backers?|&)$/;

/** A sentence as words. What `found` covers is marked, whatever it looks like. */
export function wordsOf(sentence: string, found: readonly (Span & { kind: Word['found'] })[]): Word[] {
  const words: Word[] = [];
  const add = (text: string, start: number) => {
    const end = start + text.length;
    const kind = found.find((each) => start < each.end && end > each.start)?.kind ?? null;
    words.push({
      text,
      lower: text.toLowerCase(),
      start,
      end,
      name: kind === null && isName(text),
      found: kind,
    });
  };
  for (const match of sentence.matchAll(word)) {
    const whole = match[0];
    const at = match.index;
    let text = abbreviation.test(whole) ? whole : whole.replace(lastMarks, '');
    if (text === '') text = whole.slice(0, 1);
    const own = possessive.exec(text);
    if (own && own.index > 0) {
      add(text.slice(0, own.index), at);
      add(text.slice(own.index), at + own.index);
    } else add(text, at);
    const last = words.at(-2);
    // by New Enterprise Associates, and First Round Capital
    if (
      last &&
      !last.name &&
      words.at(-1)?.name &&
      doubtful.test(last.text) &&
      (first.test(last.text) || before.test(words.at(-3)?.lower ?? ''))
    )
      last.name = true;
    // and Redwood Seed
    const newest = words.at(-1);
    if (newest?.text === 'Seed' && last?.name && before.test(words.at(-3)?.lower ?? '')) newest.name = true;
    for (let rest = text.length; rest < whole.length; rest++) add(whole[rest] ?? '', at + rest);
  }
  return words;
}

/** Words inside a name: Bank of America, Plug and Play. */
const inside = new Set(['of', 'the', 'de', 'for', '&']);
const fund =
  /^(?:ventures?|capital|partners|fund|funds|group|investments?|management|holdings?|equity|vc|angels|labs?)$/i;

/** Where the name that begins at a word ends: the place behind its last word; the same place where none begins. */
export function nameEnd(words: readonly Word[], from: number): number {
  let at = from;
  if (!startsName(words, from)) return from;
  while (at < words.length) {
    const each = words[at];
    if (!each) break;
    if (
      each.name ||
      (/^\d{1,4}$/.test(each.text) && each.found === null && (at > from || words[at + 1]?.name === true))
    ) {
      at++;
      continue;
    }
    const next = words[at + 1];
    const before = words[at - 1];
    if (at > from && next?.name && inside.has(each.lower) && before) {
      if (each.lower === '&' && fund.test(before.text)) break;
      at++;
      continue;
    }
    // Smith and Company; Plug and Play
    if (
      at > from &&
      each.lower === 'and' &&
      next &&
      (/^(?:company|co\.?|partners|sons|brothers)$/i.test(next.text) ||
        (before?.text === 'Plug' && next.text === 'Play'))
    ) {
      at += 2;
      continue;
    }
    break;
  }
  return at;
}

function startsName(words: readonly Word[], from: number): boolean {
  const first = words[from];
  if (!first) return false;
  if (first.name) return true;
  // 500 Global, 8VC
  return /^\d{1,4}$/.test(first.text) && first.found === null && words[from + 1]?.name === true;
}

/** Where the name that ends before a place begins; the same place where none does. */
export function nameStart(words: readonly Word[], end: number): number {
  let at = end;
  while (at > 0) {
    const each = words[at - 1];
    if (!each) break;
    if (each.name) {
      at--;
      continue;
    }
    const before = words[at - 2];
    if (
      at < end &&
      before?.name &&
      inside.has(each.lower) &&
      !(each.lower === '&' && fund.test(before.text))
    ) {
      at -= 2;
      continue;
    }
    // and 500 Startups
    if (
      at < end &&
      /^\d{1,4}$/.test(each.text) &&
      each.found === null &&
      (before?.name || /^(?:and|,|by|from|with|&)$/.test(before?.lower ?? ''))
    ) {
      at--;
      if (before?.name) continue;
    }
    break;
  }
  return at;
}
