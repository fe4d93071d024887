import type { Found, NewsRole } from '../news-event';
import { quality } from './company-in-english';
import { attached, nameEnd, nameStart, type Word } from './words';

type Investor = Found<{ name: string; role: NewsRole }>;

/** Words that stand in a list of investors and are no names. */
const fillers = new Set(
  (
    'existing new strategic returning prior previous earlier current other others several many local state-backed venture capital tech internet giants giant investors investor backers backer ' +
    'shareholders shareholder firms firm funds fund equipment maker developer platform featuring including such as the its by from angels angel like also both institutional early follow-on follow lead partners partner corporate insiders insider ' +
    'participation support contributions global investment chipmaker carmaker automaker private equity growth hedge sovereign wealth vc vcs individual individuals high-profile notable leading prominent longtime long-time ' +
    'co-investors family office offices financial company companies group groups billionaire entrepreneur entrepreneurs fellow'
  ).split(' '),
);
const noInvestor =
  /^(?:The|This|It|Its|Series|Round|Others?|Funding|Investors?|AI|CEO|CTO|Others|VC|VCs|YC|US|UK|EU|Europe|Asia|China|India|Silicon Valley|TechCrunch|Reuters|Bloomberg|Axios|The Information|USD|RMB|HKD)$/;

interface List {
  people: { from: number; to: number }[];
  end: number;
}

/** Venture capital group Example; Dutch chip equipment maker Example: a capital that begins no name. */
function isDescription(words: readonly Word[], at: number): boolean {
  const [each, next] = [words[at], words[at + 1]];
  if (!each || /^(?:vc|pe)$/.test(each.lower)) return each !== undefined;
  if (!next || next.name || next.found !== null || !/^[a-z]/.test(next.text)) return false;
  return (
    (fillers.has(each.lower) && fillers.has(next.lower)) ||
    (quality.test(each.text) && !/^(?:and|or)$/.test(next.lower))
  );
}

/** Names in a list, from a place on: A, B and existing investors C. It ends where something else stands. */
function listFrom(words: readonly Word[], from: number): List {
  const people: List['people'] = [];
  let at = from;
  let end = from;
  let parted = true;
  while (at < words.length) {
    const each = words[at];
    if (!each) break;
    const to = isDescription(words, at) ? at : nameEnd(words, at);
    if (to > at && parted) {
      people.push({ from: at, to });
      at = to;
      // The bracket behind a name: (QIA), (a16z).
      if (words[at]?.text === '(') {
        const close = words.findIndex((word, place) => place > at && place < at + 10 && word.text === ')');
        if (close > 0) at = close + 1;
      }
      end = at;
      parted = false;
      continue;
    }
    if (to > at) break;
    if (
      /^(?:,|;|and|&|plus|\/)$/.test(each.lower) ||
      (each.lower === 'as' && /^well$/.test(words[at + 1]?.lower ?? ''))
    ) {
      if (each.lower === 'as') at += 2;
      parted = true;
      at++;
      // A name is described: Example, the founder of Other; and …
      if (
        each.text === ',' &&
        /^(?:a|an|the|who|which|whose|formerly)$/.test(words[at]?.lower ?? '') &&
        people.length > 0
      ) {
        const next = words.findIndex(
          ({ text: mark }, place) => place > at && place < at + 14 && /^[,;]$/.test(mark),
        );
        if (next < 0) break;
        at = next;
      }
      continue;
    }
    if (parted && quality.test(each.text) && isDescription(words, at)) {
      // Dutch chip equipment maker Example: to the name.
      const name = words.findIndex((word, place) => place > at && word.name);
      if (name < 0 || name > at + 6 || words.slice(at + 1, name).some(({ text }) => !/^[a-z]/.test(text)))
        break;
      at = name;
      continue;
    }
    if (
      parted &&
      each.found === null &&
      (fillers.has(each.lower) || attached.test(each.text) || isDescription(words, at))
    ) {
      at++;
      continue;
    }
    if (parted && each.lower === 'from') {
      at++;
      continue;
    }
    // Accel's growth fund; Nvidia's NVentures
    if (each.text === '’s' || each.text === "'s") {
      const next = nameEnd(words, at + 1);
      if (next > at + 1) {
        people.pop();
        people.push({ from: at + 1, to: next });
        at = next;
        end = at;
        continue;
      }
      // Singapore’s state-owned firm: no name, but what the one before it is.
      people.pop();
    }
    break;
  }
  return { people, end };
}

/** Where a list of names that ends before a place begins. */
function listBefore(words: readonly Word[], end: number): number {
  let at = end;
  for (;;) {
    const from = nameStart(words, at);
    if (from === at) return at;
    at = from;
    let back = at;
    while (back > 0 && fillers.has(words[back - 1]?.lower ?? '') && words[back - 1]?.found === null) back--;
    const separator = words[back - 1]?.lower ?? '';
    if (!/^(?:,|and|&)$/.test(separator)) return back;
    let before = back - 1;
    while (before > 0 && /^(?:,|and)$/.test(words[before - 1]?.lower ?? '')) before--;
    if (nameStart(words, before) === before) return back;
    at = before;
  }
}

const joined =
  /^(?:participated|participating|participates|joined|joining|joins|followed|following|invested|investing|contributed|contributing|re-upped|returned)$/;
const money =
  /^(?:funding|financing|round|investment|investments|raised|capital|backing|equity|debt|loan|stake|million|billion|infusion|raise|seed|money|check|cheque)$/;

/** Who takes part, in an English sentence. The first thing said of an investor counts. */
export function investorsInEnglish(
  words: readonly Word[],
  sentence: string,
  start: number,
  company: string,
): Investor[] {
  const found = new Map<string, Investor>();
  const take = ({ people }: List, role: NewsRole) => {
    for (const { from, to } of people) {
      let first = from;
      while (
        first < to - 1 &&
        /^(?:AI|Chinese|US|American|Silicon|Valley|Chipmaker|Billionaire)$/.test(words[first]?.text ?? '') &&
        to - first > 2
      )
        first++;
      const [head, last] = [words[first], words[to - 1]];
      if (!head || !last) continue;
      const name = sentence.slice(head.start, last.end);
      if (name === company || name.length > 60 || found.has(name) || noInvestor.test(name)) continue;
      found.set(name, { start: start + head.start, end: start + last.end, value: { name, role } });
    }
  };
  const is = (at: number, pattern: RegExp) => pattern.test(words[at]?.lower ?? '');
  for (let at = 0; at < words.length; at++) {
    const each = words[at];
    if (!each) continue;
    const { lower } = each;
    if (/^(?:led|co-led|spearheaded|headed|anchored)$/.test(lower) && is(at + 1, /^by$/)) {
      const together = lower === 'co-led' || is(at - 1, /^(?:jointly|co)$/) || is(at - 2, /^(?:jointly|co)$/);
      take(listFrom(words, at + 2), together ? 'co-lead' : 'lead');
    } else if (/^(?:co-lead|co-leads|co-leading)$/.test(lower) && is(at + 1, /^by$/))
      take(listFrom(words, at + 2), 'co-lead');
    else if (
      /^(?:led|leads|leading|co-led|co-leads|co-leading)$/.test(lower) &&
      is(at + 1, /^(?:the|this|a|an|its|in|on)$/)
    ) {
      const together = lower.startsWith('co-') || is(at - 1, /^(?:jointly|both)$/);
      const end = is(at - 1, /^(?:jointly|is|are|both|also|which)$/) ? at - 1 : at;
      // 'with X leading the round'
      take(listFrom(words, listBefore(words, end)), together ? 'co-lead' : 'lead');
    } else if (
      /^(?:participation|contributions?|support|backing|follow-on)$/.test(lower) &&
      is(at + 1, /^(?:from|by|of)$/)
    ) {
      take(
        listFrom(words, at + 2),
        lower === 'backing' && !is(at - 1, /^(?:and|with|additional|further)$/) ? null : 'follow',
      );
    } else if (/^(?:joined|alongside)$/.test(lower)) {
      if (lower === 'alongside' || is(at + 1, /^by$/))
        take(listFrom(words, at + (lower === 'alongside' ? 1 : 2)), 'follow');
      else
        take(listFrom(words, listBefore(words, is(at - 1, /^(?:also|all|both)$/) ? at - 1 : at)), 'follow');
    } else if (lower === 'along' && is(at + 1, /^with$/)) take(listFrom(words, at + 2), 'follow');
    else if (lower === 'together' && is(at + 1, /^with$/)) take(listFrom(words, at + 2), 'follow');
    else if (joined.test(lower) && !(lower === 'invested' && words[at + 1]?.found === 'amount')) {
      let end = at;
      while (
        end > 0 &&
        /^(?:also|all|both|have|has|are|is|were|others|and|,|either)$/.test(words[end - 1]?.lower ?? '')
      )
        end--;
      if (lower === 'followed' && is(at + 1, /^by$/)) take(listFrom(words, at + 2), 'follow');
      else if (end > 0) {
        const from = listBefore(words, end);
        const before = words[from - 1]?.lower ?? '';
        // 'led by A with B and C participating'; 'A, B and C also participated'
        if (from < end && !/^(?:by|of|in)$/.test(before)) take(listFrom(words, from), 'follow');
      }
      // Earlier investors also participated, including A and B.
      const including = words.findIndex(
        ({ lower: next }, place) => place > at && place < at + 9 && next === 'including',
      );
      if (including > 0) take(listFrom(words, including + 1), 'follow');
    } else if (lower === 'took' && is(at + 1, /^part$/)) {
      let end = at;
      while (is(end - 1, /^(?:also|all|both)$/)) end--;
      take(listFrom(words, listBefore(words, end)), 'follow');
    } else if (/^(?:acted|acts|served|serves|serving|acting)$/.test(lower) && is(at + 1, /^as$/)) {
      const adviser = words.slice(at + 2, at + 9).some(({ lower: next }) => /^advis[eo]rs?$/.test(next));
      if (adviser)
        take(listFrom(words, listBefore(words, is(at - 1, /^(?:is|also)$/) ? at - 1 : at)), 'adviser');
    } else if (
      /^(?:backed|funded)$/.test(lower) &&
      is(at + 1, /^by$/) &&
      !is(at - 1, /^(?:is|are|startup|company|previously|already)$/)
    )
      take(listFrom(words, at + 2), null);
    else if (
      /^(?:investors|backers|participants|angels)$/.test(lower) &&
      is(at + 1, /^(?:include|includes|included|including|were|are)$/)
    ) {
      const follow =
        lower === 'participants' ||
        words
          .slice(Math.max(0, at - 3), at)
          .some(({ lower: before }) => /^(?:other|participating|existing|additional)$/.test(before));
      take(listFrom(words, at + 2), follow ? 'follow' : null);
    } else if (lower === 'featuring' || (lower === 'included' && is(at - 1, /^also$/))) {
      take(listFrom(words, at + 1), null);
    } else if (lower === 'from') {
      const before = words[at - 1];
      const near = words
        .slice(Math.max(0, at - 4), at)
        .some(({ lower: word, found: kind }) => money.test(word) || kind === 'round' || kind === 'amount');
      if (
        before &&
        (money.test(before.lower) ||
          before.found !== null ||
          (near && /^(?:usd|rmb|together|directly)$/.test(before.lower)))
      ) {
        // from $6 billion: no name; from A led by …: rare
        take(listFrom(words, at + 1), null);
      }
    } else if (each.found === 'amount' && nameEnd(words, at + 1) > at + 1) {
      // secures $200M Example capital commitment
      const to = nameEnd(words, at + 1);
      if (is(to, /^(?:investment|capital|funding|commitment|backing|-led)$/) && !is(to + 1, /^(?:round)$/))
        take({ people: [{ from: at + 1, to }], end: to }, null);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** The names of a list as investors of one role. */
export function namedInvestors(
  words: readonly Word[],
  from: number,
  role: NewsRole,
  sentence: string,
  start: number,
): { investors: Investor[]; end: number } {
  const { people, end } = listFrom(words, from);
  return {
    end,
    investors: people.flatMap(({ from: first, to }) => {
      const [head, last] = [words[first], words[to - 1]];
      if (!head || !last) return [];
      const name = sentence.slice(head.start, last.end);
      return noInvestor.test(name)
        ? []
        : [{ start: start + head.start, end: start + last.end, value: { name, role } }];
    }),
  };
}
