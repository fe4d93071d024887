import { linear } from '@/domain/expression/linear';
import { tookPlace } from '@/domain/funding-outcome';
import { amountsIn, undisclosedIn } from '../amounts-in-text';
import { dateIn } from '../dates-in-text';
import { addTo } from '../gather-events';
import type { Found, NewsEvent } from '../news-event';
import { bounded, cut, type Piece } from '../plain-text';
import { roundsIn } from '../rounds-in-text';
import { subjectOf } from './company-in-english';
import { acquisitionIn, type EnglishSentence, investmentIn, raisesIn, valuationOf } from './deals-in-english';
import { investorsInEnglish } from './investors-in-english';
import { outcomeInEnglish } from './outcome-in-english';
import { wordsOf } from './words';

// Not at the full stop of U.S., Inc., O.G. or 2.5, nor behind the number of a list item.
const sentenceEnd = linear(
  /(?<!\b(?:Inc|Ltd|Co|Corp|U\.S|St|Dr|Mr|Ms|No|vs|approx|Oct|Nov|Dec|Sept?|Aug|Jan|Feb|[A-Z])|^\s{0,3}\d{1,2})[.!?]["”’)]?(?=\s+["“‘(]?[A-Z0-9@]|\s*$)|;\s(?!and\s)|\s[|]\s/g,
);

/** Reads the funding events of an English line; `before` is the one that the line goes on about. */
export function readEnglishNews(
  line: Piece,
  day: string | undefined,
  before: NewsEvent | undefined,
): NewsEvent[] {
  const events: NewsEvent[] = before ? [before] : [];
  let topic: Found<string> | null = before?.company ?? null;
  for (const piece of cut(line, sentenceEnd)) {
    const { text: whole, start: from } = bounded(piece);
    const text = whole.trimStart();
    const found = readSentence(text, from + whole.length - text.length, events, topic, day);
    events.push(...found);
    topic = found[0]?.company ?? topic;
  }
  return before ? events.slice(1) : events;
}

const speaksOfMoney =
  /\$|€|£|¥|₹|\b(?:million|billion|yuan|RMB|USD|HKD|dollars?|funding|financing|round|series|seed|investment|investors?|capital|stake|undisclosed|acqui\w+|buys?|bought|led|participat\w+|joined|valu\w+)\b/i;

function sentenceOf(text: string, start: number, day: string | undefined): EnglishSentence {
  const rounds = roundsIn(text, start, false);
  const amounts = amountsIn(text, start, false);
  const date = dateIn(text, start, day);
  const marks = [
    ...amounts.map(({ start: at, end }) => ({
      start: at - start,
      end: end - start,
      kind: 'amount' as const,
    })),
    ...rounds.map(({ start: at, end }) => ({ start: at - start, end: end - start, kind: 'round' as const })),
    ...(date ? [{ start: date.start - start, end: date.end - start, kind: 'date' as const }] : []),
  ];
  return { text, start, words: wordsOf(text, marks), rounds, amounts, date };
}

function readSentence(
  text: string,
  start: number,
  events: readonly NewsEvent[],
  topic: Found<string> | null,
  day: string | undefined,
): NewsEvent[] {
  if (!speaksOfMoney.test(text)) return [];
  const outcome = outcomeInEnglish(text);
  if (outcome === 'other') return [];
  const sentence = sentenceOf(text, start, day);
  if (outcome === 'history') return pastRound(sentence, topic);
  if (!tookPlace(outcome)) return spokenOf(sentence, topic, outcome);
  const bought = acquisitionIn(sentence);
  if (bought) return [{ ...bought, outcome }];
  const backed = investmentIn(sentence);
  if (backed && !(events.length > 0 && backed.company.value === topic?.value))
    return [{ ...backed, outcome }];
  const raised = raisesIn(sentence, topic).map((event) => ({ ...event, outcome }));
  const last = events.at(-1);
  // 'The company raised … led by …' behind its headline, 'The $5M round was led by …'
  if (raised.length > 0 && !(last && raised[0]?.company === topic && saysNoOtherRound(raised[0], last)))
    return raised;
  if (last && tookPlace(last.outcome)) addTo(last, raised[0] ?? detailsIn(sentence, last));
  return [];
}

function saysNoOtherRound(event: NewsEvent, last: NewsEvent): boolean {
  return (
    (event.round === null ||
      last.round === null ||
      event.round.value.toLowerCase() === last.round.value.toLowerCase()) &&
    (event.amount === null ||
      last.amount === null ||
      event.amount.value.reading.range.min === last.amount.value.reading.range.min)
  );
}

/** A round of the past is an event of its own where the sentence names company, round and date. */
function pastRound(sentence: EnglishSentence, topic: Found<string> | null): NewsEvent[] {
  if (sentence.date === null || sentence.rounds.length === 0) return [];
  return raisesIn(sentence, topic).filter(({ date, round }) => date !== null && round !== null);
}

/** A loan, a fund of their own, money that a bank raises for another. */
const lends =
  /\bloan\b|\b(?:venture capital|private equity|buyout) (?:giant|firm|fund)\b|\braising\b[^.;]{0,40}\bfor [A-Z]/i;
const openVerb =
  /^(?:in|nears?|nearing|close|approaches|seeks?|seeking|plans?|planned|planning|looking|aims?|hopes?|expects?|expected|prepares?|preparing|wants?|set|considers?|considering|mulls?|mulling|weighs?|weighing|eyes?|eyeing|exploring|may|might|could|would|targets?|targeting|raising|discussing|negotiating|denies|denied|rejects?|rejected|fails?|failed|scraps?|scrapped|abandons?|abandoned|calls?|called|terminates?|terminated|files?|filed|holds?|dismisses|dismissed|withdraws|withdrew|offers|offered)$/;

const ofRaising = linear(/\b(?:rais\w+|round|funding|financing|valuation|series|seed|invest\w*)\b/i);

/** A round that is spoken of and did not take place: who, how much, how it stands. */
function spokenOf(
  sentence: EnglishSentence,
  topic: Found<string> | null,
  outcome: NewsEvent['outcome'],
): NewsEvent[] {
  const { words, text, start, rounds, amounts, date } = sentence;
  if (!ofRaising.test(text)) {
    const bought = acquisitionIn(sentence);
    return bought ? [{ ...bought, outcome }] : [];
  }
  const verb = words.findIndex(
    ({ lower }, at) =>
      at > 0 &&
      openVerb.test(lower) &&
      (lower !== 'in' ||
        /talks|discussions|negotiations/.test(
          words
            .slice(at + 1, at + 4)
            .map((each) => each.lower)
            .join(' '),
        )),
  );
  if (verb < 0 || lends.test(text)) return [];
  const company = subjectOf(words, verb, text, start) ?? null;
  if (!company || company.value === topic?.value) return [];
  return [
    {
      company,
      round: rounds[0] ?? null,
      amount: amounts.find(({ use }) => use === 'raised') ?? null,
      valuation: valuationOf(sentence),
      investors: investorsInEnglish(words, text, start, company.value),
      date,
      outcome,
      doubts: [],
    },
  ];
}

const about =
  /\b(?:round|led|investors?|participat\w+|valu\w+|funding|financing|joined|backed|backers|advis\w+|invested|deal|raise)\b/i;

/** What a sentence about the event before it adds: the round was led by …, which values the company at …. */
function detailsIn(sentence: EnglishSentence, event: NewsEvent): Partial<NewsEvent> {
  const { text, start, words, amounts, rounds } = sentence;
  if (!about.test(text)) return {};
  const ofRound = /\b(?:the|this|its) (?:[\w$.-]+ ){0,3}(?:round|funding|financing|raise|investment)\b/i.test(
    text,
  );
  return {
    round: ofRound ? (rounds[0] ?? null) : null,
    amount: ofRound ? (amounts.find(({ use }) => use === 'raised') ?? undisclosedIn(text, start)) : null,
    valuation: valuationOf(sentence),
    investors: investorsInEnglish(words, text, start, event.company.value),
  };
}
