import type { Found } from '../news-event';
import { attached, nameEnd, nameStart, type Word } from './words';

/** What a company is called before its name, also with a capital in headlines: AI Startup Example, the chipmaker Example. */
const kind =
  /^(?:startup|start-up|startups|company|firm|maker|developer|platform|unicorn|lab|provider|giant|specialist|chipmaker|automaker|outfit|player|upstart|vendor|app|pioneer|builder|operator|manufacturer|scaleup|scale-up|heavyweight|darling|newcomer|rival|competitor|neocloud|marketplace|spinout|spin-out|spinoff|decacorn|insurtech|fintech|biotech|healthtech|proptech|edtech|neobank|brand|carmaker)$/i;
const plainKind = /^(?:startup|start-up|company|firm|maker|unicorn|chipmaker|automaker)$/i;
/** What somebody or something is, with a capital and before a name. */
export const quality =
  /^(?:Chinese|American|European|French|German|British|Japanese|Korean|Indian|Israeli|Canadian|Swedish|Dutch|Spanish|Italian|Swiss|Finnish|Danish|Norwegian|Irish|Australian|African|Nigerian|Brazilian|Singaporean|Dutch|Russian|Turkish|Emirati|Saudi|Taiwanese|Indonesian|Polish|Austrian|Belgian|Estonian|UK|US|U\.S|EU|Generative|Robotics|Fintech|Biotech|Embodied|Autonomous|LLM|Chip|Cloud|Defense|Defence|Quantum|Crypto|Cybersecurity|EV|SaaS|Healthcare|Legal|Voice|Coding|Agentic|Enterprise|Silicon|Valley|York|San|Francisco|London|Paris|Berlin|Munich|Boston|Beijing|Shanghai|Shenzhen|Hangzhou|Stockholm|Bengaluru|Toronto|Seattle|Amsterdam|Singapore|Dublin|Zurich|Tel|Aviv)$/;
const noCompany =
  /^(?:Series|Round|Funding|Seed|Startup|Startups|Company|Investors?|Exclusive|Breaking|News|Update|Report|AI|CEO|CTO|Founder|TechCrunch|Reuters|Bloomberg|Axios|Forbes|Crunchbase News|The Information|PitchBook|Y Combinator|China|India|Europe|Africa|US|UK)$/;

/** The name among words `from` to `to`, without what describes it; null where nothing of a company is left. */
export function companyAmong(
  words: readonly Word[],
  from: number,
  to: number,
  sentence: string,
  start: number,
): Found<string> | null {
  let first = from;
  for (let at = from; at < to - 1; at++) {
    const each = words[at];
    // Startup Example; but Platform Science is a name.
    if (each && ((at > from ? kind : plainKind).test(each.text) || attached.test(each.text))) first = at + 1;
  }
  // German, Beijing; “AI” begins names of its own too, so it goes only where two more words follow or a place stood before.
  while (first < to - 1 && quality.test(words[first]?.text ?? '')) first++;
  if (first < to - 2 && words[first]?.text === 'AI') first++;
  const [head, last] = [words[first], words[to - 1]];
  if (!head || !last) return null;
  const value = sentence.slice(head.start, last.end).replace(/^@/, '');
  const offset = sentence.slice(head.start, last.end).length - value.length;
  if (value.length < 2 || value.length > 50 || noCompany.test(value) || kind.test(value)) return null;
  return { start: start + head.start + offset, end: start + last.end, value };
}

const smallWord = /^(?:the|a|an|its|our|new|firm|maker|app|lab|also|and|how|why|but|ex|after|when|as)$/;
const skipped = new Set(
  (
    'has have had just today recently also officially successfully reportedly announced announces announce that it they said says confirmed confirms on this last week month year quietly now already yesterday ' +
    "monday tuesday wednesday thursday friday saturday sunday is was be been finally formally in ' ’ " +
    'early late earlier later morning to share reveal revealed disclosed'
  ).split(' '),
);

/** Behind the last word before `verb` that is no 'has', 'announced that it has', 'on Tuesday'. */
function beforeAdverbs(words: readonly Word[], verb: number): number {
  let at = verb;
  while (at > 0) {
    const each = words[at - 1];
    if (!each || !(each.found === 'date' || skipped.has(each.lower))) break;
    at--;
  }
  return at;
}

/** Where the sentence itself begins, behind list marks, 'Breaking:', 'On Monday,', 'Per Axios on June 26, 2026,'. */
export function headOf(words: readonly Word[]): number {
  let at = 0;
  for (let tries = 0; tries < 4; tries++) {
    const first = words[at];
    if (!first) return at;
    if (
      /^[-•·*#>|"“'‘–]$/.test(first.text) ||
      (/^\d{1,2}$/.test(first.text) && /^[.)]$/.test(words[at + 1]?.text ?? ''))
    ) {
      at += /^\d/.test(first.text) ? 2 : 1;
      continue;
    }
    const colon = words.findIndex((each, place) => place >= at && place < at + 7 && each.text === ':');
    if (
      colon > at &&
      words.length > colon + 3 &&
      !words.slice(at, colon).some(({ found, text }) => found !== null || text === '(') &&
      (!words[at]?.name ||
        colon - at > 2 ||
        /^(?:exclusive|breaking|funding|news|update|deal|deals|watch|scoop)$/.test(first.lower))
    ) {
      at = colon + 1;
      continue;
    }
    if (/^(?:and|also|meanwhile|elsewhere|separately|but|plus|then|finally|now|just)$/.test(first.lower)) {
      at += words[at + 1]?.text === ',' ? 2 : 1;
      continue;
    }
    if (
      /^(?:on|in|per|according|today|yesterday|last|this|earlier|backed|following|after|as)$/.test(
        first.lower,
      )
    ) {
      // Dates hold commas of their own; names in a list before 'on June 26, 2026,' do too.
      let comma = -1;
      for (let place = at + 1; place < Math.min(words.length, at + 24); place++) {
        const each = words[place];
        if (each?.text === ',' && each.found === null && words[place + 1]?.found !== 'date') {
          comma = place;
          break;
        }
      }
      if (comma > at) {
        at = comma + 1;
        continue;
      }
    }
    break;
  }
  return at;
}

/** Does the subject say 'the company', 'it', 'we': someone named before? */
export function isAnaphor(words: readonly Word[], verb: number): boolean {
  const head = headOf(words);
  const end = beforeAdverbs(words, verb);
  const first = words[head]?.lower ?? '';
  if (/^(?:it|they|we|he|she)$/.test(first)) return true;
  return (
    /^(?:the|this|its|their|our)$/.test(first) &&
    end - head <= 6 &&
    words.slice(head, end).every(({ name, text }) => !name || /^AI$/.test(text)) &&
    words
      .slice(head, end + 1)
      .some(
        (each) =>
          kind.test(each.text) || /^(?:round|funding|financing|deal|investment|raise)$/.test(each.lower),
      )
  );
}

/** The subject of the verb at a place: Example, a maker of …, has raised; AI lab Example closed. */
export function subjectOf(
  words: readonly Word[],
  verb: number,
  sentence: string,
  start: number,
): Found<string> | null {
  const head = headOf(words);
  const end = beforeAdverbs(words, verb);
  let last = end;
  const comma = words[last - 1]?.text === ',' || words[last - 1]?.text === '-';
  if (!comma) {
    // Example (YC S24) raised
    if (words[last - 1]?.text === ')') {
      const open = words.findLastIndex((each, at) => at < last && each.text === '(');
      if (open > 0) last = open;
    }
    const from = nameStart(words, last);
    const before = words[from - 1]?.lower ?? '';
    // Example, new lab founded by A, B in talks …: the last of the founders is not meant.
    const first = nameEnd(words, head);
    if (
      before === ',' &&
      first > head &&
      first < from &&
      words[first]?.text === ',' &&
      /^[a-z]/.test(words[first + 1]?.text ?? '')
    )
      return companyAmong(words, head, first, sentence, start);
    if (from < last && from >= head && !/^(?:of|in|for|from|by|with|and|at|to|&)$/.test(before)) {
      // dbt Labs raises: a name that begins small, at the head of a sentence.
      const small =
        from - 1 === head && /^[a-z]{2,5}$/.test(words[head]?.text ?? '') && !smallWord.test(before);
      const found = companyAmong(words, small ? head : from, last, sentence, start);
      if (found) return found;
    }
  }
  // The name that the sentence begins with, where something about it stands in commas, dashes or brackets.
  const opens = words.findIndex(
    (each, at) =>
      at >= head &&
      at < end &&
      (each.text === ',' || each.text === '(' || each.text === '-' || each.text === ':'),
  );
  if (opens > head && opens - head <= 12) {
    const from = nameStart(words, opens);
    if (from < opens && from >= head) return companyAmong(words, from, opens, sentence, start);
  }
  const to = nameEnd(words, head);
  if (
    to > head &&
    comma === false &&
    /^(?:has|is|said|says|announced|just|today|last|on|,)$/.test(words[to]?.lower ?? '')
  )
    return companyAmong(words, head, to, sentence, start);
  return null;
}
