import { linear } from '@/domain/expression/linear';
import { type AmountMention, undisclosedIn } from '../amounts-in-text';
import type { Found, NewsEvent, NewsRole } from '../news-event';
import { companyAmong, headOf, isAnaphor, subjectOf } from './company-in-english';
import { investorsInEnglish, namedInvestors } from './investors-in-english';
import { nameEnd, nameStart, type Word } from './words';

/** A sentence with all that was found in it. */
export interface EnglishSentence {
  text: string;
  start: number;
  words: readonly Word[];
  rounds: readonly Found<string>[];
  amounts: readonly AmountMention[];
  date: NewsEvent['date'];
}

const raises =
  /^(?:rais(?:es?|ed|ing)|clos(?:es?|ed)|secur(?:es?|ed)|land(?:s|ed)|bag(?:s|ged)|net(?:s|ted)|announc(?:es?|ed)|complet(?:es?|ed)|receiv(?:es?|ed)|gets?|got|scor(?:es?|ed)|snag(?:s|ged)|pull(?:s|ed)|pick(?:s|ed)|grab(?:s|bed)|wins?|won|haul(?:s|ed)|bank(?:s|ed)|collect(?:s|ed)|nab(?:s|bed)|attract(?:s|ed)|obtain(?:s|ed)|gain(?:s|ed)|tak(?:es|en)|took|draws?|drew|brings?|brought|lifts|finaliz(?:es?|ed)|finalis(?:es?|ed)|wrap(?:s|ped)|confirms?|confirmed|hits|reach(?:es|ed)|unveils|emerg(?:es|ed)|exits|launch(?:es|ed)|locks|locked|clinch(?:es|ed)|accept(?:s|ed)|fetch(?:es|ed)|rakes|raked|reel(?:s|ed)|sign(?:s|ed)|sees|reveals|has|tops|valued|debuts|banks|becomes|became)$/;
/** Verbs that tell of a raise only beside funding, a round or an investment. */
const weak =
  /^(?:has|confirm\w*|announc\w*|gets?|got|wins?|won|gain\w*|attract\w*|receiv\w*|hits|reach\w*|unveils|emerg\w*|exits|launch\w*|tak(?:es|en)|took|pull\w*|pick\w*|brings?|brought|sign\w*|sees|reveals|lifts|tops|valued|debuts|becomes|became|accept\w*|complet\w*|fetch\w*|draws?|drew|banks?|banked|collect\w*|wrap\w*)$/;
const funding =
  /\b(?:round|series|seed|pre-seed|funding|financing|investment|venture capital|growth capital|equity|debt|raise|raised|raising|valuation|valued)\b/i;
const subordinate = /^(?:that|which|who|to|could|would|may|might|can|will|not|never|of|for|by)$/;

function startsList(words: readonly Word[], place: number): boolean {
  return /^\d{1,2}$/.test(words[place]?.text ?? '') && /^[.)]$/.test(words[place + 1]?.text ?? '');
}

/** Who raises, and the place of the verb in the words; `again`: 'the company', said of the one before. */
function raiser(sentence: EnglishSentence): { company: Found<string> | 'again'; verb: number } | null {
  const { words, text, start, amounts } = sentence;
  for (let verb = 0; verb < words.length; verb++) {
    const each = words[verb];
    if (!each || each.found !== null || !raises.test(each.lower)) continue;
    if (verb > 0 && subordinate.test(words[verb - 1]?.lower ?? '')) continue;
    if (weak.test(each.lower) && !funding.test(text)) continue;
    if (
      each.lower === 'has' &&
      !/^(?:a|an|the|its|new)$/.test(words[verb + 1]?.lower ?? '') &&
      words[verb + 1]?.found !== 'amount'
    )
      continue;
    if (each.lower === 'raising' && !/^(?:after|by|before|is|are|,)$/.test(words[verb - 1]?.lower ?? ''))
      continue;
    // 'is valued at' is no raise by itself; money raised has to stand beside it.
    if (each.lower === 'valued' && !/\brais|\bround\b|\bfunding\b/i.test(text)) continue;
    if (isAnaphor(words, verb)) return { company: 'again', verb };
    const company = subjectOf(words, verb, text, start);
    if (company) return { company, verb };
    // Unnamed people raised it for somebody: '… closed $475 million for Example, his startup'
    if (amounts.length > 0) {
      const target = targetAfter(sentence, verb + 1);
      if (target) return { company: target, verb };
    }
  }
  return null;
}

/** Whom the money is for: … for Example, a startup; … in Example. */
function targetAfter({ words, text, start }: EnglishSentence, from: number): Found<string> | null {
  for (let at = from; at < words.length - 1; at++) {
    if (!/^(?:for|in|into|at)$/.test(words[at]?.lower ?? '')) continue;
    const found = nounPhrase(words, at + 1, text, start);
    if (found) return found;
  }
  return null;
}

const article = /^(?:a|an|the|its|his|her|their|this|all|of)$/;

/** The name at the end of a noun phrase: the AI chip startup Example. */
function nounPhrase(words: readonly Word[], from: number, text: string, start: number): Found<string> | null {
  let end = from;
  while (end < words.length) {
    const each = words[end];
    if (
      !each ||
      each.found !== null ||
      !(each.name || article.test(each.lower) || /^[a-z&][\w-]*$/.test(each.text))
    )
      break;
    if (
      !each.name &&
      /^(?:at|for|in|to|with|from|by|led|that|which|and|as|after|on|is|was|has|would|will|said|into|valuing|through|via)$/.test(
        each.lower,
      )
    )
      break;
    end++;
  }
  // In a title, what follows the name is lower; the name is the last run of capitals.
  let last = end;
  while (last > from && !words[last - 1]?.name && !/^\d+$/.test(words[last - 1]?.text ?? '')) last--;
  const first = nameStart(words, last);
  return first < last && first >= from ? companyAmong(words, first, last, text, start) : null;
}

const isSizeOfRound = linear(
  /^\s*(?:round|funding|financing)?\s*(?:of|for|:|-|at)?\s*(?:a|totaling|worth)?\s*$/i,
);
const isMoneyOfRound = linear(
  /^\s*(?:\(|in|for|of|-|to|as)?\s*(?:an?|its|the|new|fresh|oversubscribed|all-equity|equity|additional|total)?\s*(?:[\w-]+\s){0,3}$/i,
);

/** Pairs of round and amount, where a sentence tells of several: $37M in Series A funding and $5M in debt. */
function pairs({
  text,
  start,
  rounds,
  amounts,
}: EnglishSentence): { round: Found<string> | null; amount: AmountMention | null }[] {
  const raised = amounts.filter(({ use }) => use === 'raised');
  const of = (round: Found<string>) =>
    raised.find(
      (amount) =>
        amount.end <= round.start &&
        isMoneyOfRound.test(text.slice(amount.end - start, round.start - start)) &&
        round.start - amount.end < 40,
    ) ??
    raised.find(
      (amount) =>
        amount.start >= round.end && isSizeOfRound.test(text.slice(round.end - start, amount.start - start)),
    );
  const distinct = rounds.filter(
    (round, at) => rounds.findIndex(({ value }) => value.toLowerCase() === round.value.toLowerCase()) === at,
  );
  const paired = distinct.map((round) => ({ round, amount: of(round) ?? null }));
  const complete = paired.filter(
    ({ amount }, at) => amount !== null && paired.findIndex((other) => other.amount === amount) === at,
  );
  if (complete.length > 1) return complete;
  return [
    { round: complete[0]?.round ?? distinct[0] ?? null, amount: complete[0]?.amount ?? raised[0] ?? null },
  ];
}

/** The first valuation that is no old one: 'jumped from $6 billion … to $15 billion'. */
export function valuationOf({ amounts }: EnglishSentence): NewsEvent['valuation'] {
  return amounts.find(({ use }) => use === 'valuation') ?? null;
}

function eventsFor(sentence: EnglishSentence, company: Found<string>, words = sentence.words): NewsEvent[] {
  const { text, start, date } = sentence;
  const all = pairs(sentence);
  const investors = investorsInEnglish(words, text, start, company.value);
  const raised = sentence.amounts.filter(({ use }) => use === 'raised');
  const used = new Set(all.map(({ amount }) => amount));
  // What one investor puts in is no second amount of the round.
  const shares = (amount: AmountMention) =>
    /^\s*(?:from|by)\b/i.test(text.slice(amount.end - start)) && amount !== raised[0];
  const left = raised.filter((amount) => !used.has(amount) && !shares(amount));
  return all.map(({ round, amount }, at) => ({
    company,
    round,
    amount: amount ?? undisclosedIn(text, start),
    valuation: at === 0 ? valuationOf(sentence) : null,
    investors: at === 0 ? investors : [],
    date,
    outcome: 'completed',
    doubts: [
      ...(at === 0 && left.length > 0 ? (['amount'] as const) : []),
      ...(at === 0 &&
      sentence.rounds.length > all.length &&
      all.length === 1 &&
      new Set(sentence.rounds.map(({ value }) => value.toLowerCase())).size > 1
        ? (['round'] as const)
        : []),
    ],
  }));
}

/** What a sentence tells of a company that raises money; `topic` is the company that was named last. */
export function raisesIn(sentence: EnglishSentence, topic: Found<string> | null): NewsEvent[] {
  const { text, amounts, rounds } = sentence;
  const raised = amounts.some(({ use }) => use === 'raised');
  const undisclosed = /undisclosed/i.test(text) && funding.test(text);
  const tells =
    rounds.length > 0 ||
    undisclosed ||
    (raised && /fund|financ|round|rais|invest|capital|secur|valuation|valued|led by|backed/i.test(text)) ||
    /\b(?:new|latest|fresh) (?:funding )?round (?:led|of)\b|\bcapital injection\b|\b(?:fundraising|funding|financing) round\b/i.test(
      text,
    );
  if (!tells) return listItem(sentence);
  const found = raiser(sentence);
  if (found) {
    const company = found.company === 'again' ? topic : found.company;
    return company ? eventsFor(sentence, company) : [];
  }
  const head = withoutVerb(sentence);
  return head ? eventsFor(sentence, head) : listItem(sentence);
}

/** Example AI's $20 million Series A; $12M for Example; Example: a $600M Series B. */
function withoutVerb(sentence: EnglishSentence): Found<string> | null {
  const { words, text, start } = sentence;
  // A verb whose subject was not understood: whoever is named first did not raise it.
  if (words.some(({ lower }) => /^(?:raises|raised|closes|closed|secures|secured)$/.test(lower))) return null;
  const head = headOf(words);
  const to = nameEnd(words, head);
  if (to > head) {
    const next = words[to];
    const near = words
      .slice(to, to + (/^[,-]$/.test(next?.text ?? '') ? 4 : 14))
      .some(({ found }) => found === 'amount' || found === 'round');
    if (
      near &&
      (next?.text === '’s' || next?.text === "'s" || /^[:,-]$/.test(next?.text ?? '')) &&
      !/^(?:and)$/.test(words[to + 1]?.lower ?? '')
    )
      return companyAmong(words, head, to, text, start);
    if (next?.found === 'amount' || next?.found === 'round')
      return companyAmong(words, head, to, text, start);
  }
  // A raise of … for the startup Example
  if (/\b(?:round|series|funding|financing|investment|seed)\b/i.test(text)) {
    for (let at = 1; at < words.length - 1; at++) {
      const each = words[at];
      const before = words[at - 1];
      if (!each || !before || !/^(?:for|in|into)$/.test(each.lower)) continue;
      if (
        !/^(?:round|funding|financing|investment|raise|capital)$/.test(before.lower) &&
        before.found !== 'round'
      )
        continue;
      const found = nounPhrase(words, at + 1, text, start);
      if (found) return found;
    }
  }
  return null;
}

/** An item of a list: 1. Example - $600M (Berlin); Example, $5M, seed. */
function listItem(sentence: EnglishSentence): NewsEvent[] {
  const { words, text, start } = sentence;
  const head = headOf(words);
  const to = nameEnd(words, head);
  const dash = words[to];
  if (to === head || !dash || !/^[-–|:,(]$/.test(dash.text) || words[to + 1]?.found !== 'amount') return [];
  const amount = sentence.amounts.find(
    ({ use, start: at }) => use === 'raised' && at - start === words[to + 1]?.start,
  );
  const company = companyAmong(words, head, to, text, start);
  const inList = startsList(words, 0) || /^[-•·*|]/.test(text) || /fund|round|series|seed/i.test(text);
  return company && amount && inList
    ? eventsFor(
        { ...sentence, amounts: [amount, ...sentence.amounts.filter(({ use }) => use === 'valuation')] },
        company,
      )
    : [];
}

const puts =
  /^(?:leads?|led|co-leads?|co-led|invests?|invested|backs?|backed|pours?|poured|puts?|injects?|injected|leading|bets?|commits?|committed|plows|ploughs)$/;

/** An investor as the subject: Example Capital leads $20 million Series A in Example AI. */
export function investmentIn(sentence: EnglishSentence): NewsEvent | null {
  const { words, text, start, amounts, rounds, date } = sentence;
  const head = headOf(words);
  const verb = words.findIndex(
    ({ lower, found }, at) =>
      at > head && found === null && puts.test(lower) && words[at + 1]?.lower !== 'by',
  );
  if (verb < 0) return null;
  const word = words[verb]?.lower ?? '';
  const role: NewsRole = word.startsWith('co-') ? 'co-lead' : /^lead|^led/.test(word) ? 'lead' : null;
  const { investors, end } = namedInvestors(words, head, role, text, start);
  let [first] = investors;
  // Ann Example, a partner at Example Ventures focused on …, recently invested
  const gap = words.slice(end, verb);
  const partner = gap.findIndex(
    ({ lower }, at) => lower === 'at' && /^partner$/.test(gap[at - 1]?.lower ?? ''),
  );
  let people = investors;
  if (partner >= 0) {
    people = namedInvestors(words, end + partner + 1, role, text, start).investors.slice(0, 1);
    [first] = people;
  } else if (
    gap.some(({ lower }) => !/^(?:is|has|have|also|recently|reportedly|just|jointly|,|will)$/.test(lower))
  )
    return null;
  if (!first) return null;
  const rest = words.slice(verb + 1);
  const into = rest.findIndex(
    ({ lower }, at) =>
      /^(?:in|into|for|of)$/.test(lower) &&
      nounPhrase(rest, at + 1, text, start) !== null &&
      !/^(?:a|an|the)$/.test(rest[at + 1]?.lower ?? ''),
  );
  const loose = rest.findIndex(
    ({ lower }, at) => /^(?:in|into|for|of)$/.test(lower) && nounPhrase(rest, at + 1, text, start) !== null,
  );
  const place = into >= 0 && into <= loose ? into : loose;
  let company: Found<string> | null = null;
  if (/^back/.test(word)) company = nounPhrase(rest, 0, text, start);
  const owner = rest.findIndex(({ text: mark }) => mark === '’s' || mark === "'s");
  if (!company && place < 0 && owner > 0)
    company = companyAmong(rest, nameStart(rest, owner), owner, text, start);
  // '… Series A round for an AI startup Example': what stands last is meant, so the later preposition is tried as well.
  if (!company && place >= 0) company = nounPhrase(rest, place + 1, text, start);
  if (!company || people.some(({ value }) => value.name === company?.value)) return null;
  const raised = amounts.find(({ use }) => use === 'raised') ?? null;
  if (
    !raised &&
    rounds.length === 0 &&
    !valuationOf(sentence) &&
    !/undisclosed|\bround\b|funding|financing/i.test(text)
  )
    return null;
  const others = investorsInEnglish(rest, text, start, company.value).filter(
    ({ value }) => !people.some((each) => each.value.name === value.name),
  );
  // What one investor puts in is not what the round holds, unless it leads one of that size.
  return {
    company,
    round: rounds[0] ?? null,
    amount: raised ?? undisclosedIn(text, start),
    valuation: valuationOf(sentence),
    investors: [...people, ...others],
    date,
    outcome: 'completed',
    doubts: role === null && raised !== null && rounds.length === 0 ? ['amount'] : [],
  };
}

const buys = /^(?:acquires?|acquired|acquiring|acquire|buys?|bought|buying|buy|snaps?|snapped)$/;

/** A company that is bought: Example buys Other for $1 billion; Other has been acquired by Example. */
export function acquisitionIn(sentence: EnglishSentence): NewsEvent | null {
  const { words, text, start, amounts, date } = sentence;
  for (let verb = 1; verb < words.length; verb++) {
    const each = words[verb];
    if (!each || each.found !== null) continue;
    const noun =
      /^(?:acquisition|takeover|buyout|purchase)$/.test(each.lower) && words[verb + 1]?.lower === 'of';
    if (!noun && !buys.test(each.lower)) continue;
    if (/^(?:which|that|who|recently)$/.test(words[verb - 1]?.lower ?? '') && !words[verb - 2]?.name)
      continue;
    let target: Found<string> | null;
    let buyer: Found<string> | null;
    if (words[verb + 1]?.lower === 'by') {
      buyer = nounPhrase(words, verb + 2, text, start);
      target = subjectOf(words, verb, text, start);
    } else {
      let from = verb + (noun ? 2 : 1);
      if (words[from]?.lower === 'up') from++;
      // a controlling stake in Example, a maker of …
      const stake = words.findIndex(({ lower }, at) => at >= from && at < from + 7 && lower === 'stake');
      if (stake > 0 && words[stake + 1]?.lower === 'in') from = stake + 2;
      target = nounPhrase(words, from, text, start);
      const agreed = words.findLastIndex(
        ({ lower }, at) =>
          at < verb &&
          /^(?:agrees|agreed|completes|completed|announces|announced|plans|set|closes|closed|finalizes|deal|agreement)$/.test(
            lower,
          ),
      );
      buyer = subjectOf(words, agreed > 0 ? agreed : verb, text, start);
    }
    if (!target || !buyer || target.value === buyer.value) continue;
    return {
      company: target,
      round: { start: start + each.start, end: start + each.end, value: 'M&A' },
      amount: amounts.find(({ use }) => use !== 'valuation') ?? undisclosedIn(text, start),
      valuation: null,
      investors: [{ start: buyer.start, end: buyer.end, value: { name: buyer.value, role: null } }],
      date,
      outcome: 'completed',
      doubts: [],
    };
  }
  return null;
}
