import { linear } from '@/domain/expression/linear';
import { amountsIn, undisclosedIn } from './amounts-in-text';
import { dateIn } from './dates-in-text';
import { speaksAgainstInEnglish } from './funding-news';
import { investorsInEnglish } from './investors-in-text';
import type { Found, NewsEvent, NewsRole } from './news-event';
import { bounded, cut, type Piece } from './plain-text';
import { roundsIn } from './rounds-in-text';

const word = "(?:[A-Z0-9][\\w.&'’+\\-]*|[a-z]{1,2}[A-Z0-9][\\w.\\-]*)";
const name = `${word}(?:\\s(?:of|the|de|${word}))*`;
const raises =
  '(?:rais(?:es?|ed|ing)|clos(?:es?|ed)|secur(?:es?|ed)|land(?:s|ed)?|bag(?:s|ged)|net(?:s|ted)|announc(?:es?|ed)|complet(?:es?|ed)|receiv(?:es?|ed)|gets?|got|scor(?:es?|ed)|snag(?:s|ged)|pull(?:s|ed) in|pick(?:s|ed) up|grab(?:s|bed)|wins?|won|haul(?:s|ed) in|bank(?:s|ed)|collect(?:s|ed)|nab(?:s|bed)|attract(?:s|ed)|obtain(?:s|ed)|gain(?:s|ed)|tak(?:es|en) in|took in|draws?|drew|brings? in|brought in|nabs|lifts|finaliz(?:es?|ed)|wraps? up|wrapped up|confirms?|confirmed|has)';
const subject = linear(
  new RegExp(
    `^(?<before>.*?)(?<company>${name})(?:\\s\\([^)]*\\))?(?:,\\s(?:an?|the|which|whose|maker|developer|formerly|based|founded|backed|one)\\b[^,]*,|,\\s[^,]{3,60},)?\\s(?:has |have |had |just |today |recently |also |officially |successfully |announced (?:that )?(?:it (?:has |had )?)?|said (?:on \\w+ )?(?:that )?(?:it (?:has |had )?)?|says (?:it )?(?:has )?|announces (?:that )?(?:it (?:has )?)?)*(?<verb>${raises})\\b`,
  ),
);
const described = linear(
  /^.*\b(?:startup|start-up|company|firm|maker|developer|platform|unicorn|lab|provider|giant|specialist|chipmaker|automaker|group|business|outfit|player|upstart|vendor|app|pioneer|builder|operator|manufacturer|scaleup|venture|heavyweight|darling|newcomer|rival|competitor)s?\s(?=[A-Z0-9])/i,
);
const notCompany =
  /^(?:The|This|It|Its|He|She|They|We|A|An|In|On|At|Series|Round|Funding|Seed|Chinese|China|China's|Beijing|Shanghai|AI|Startup|Company|Investors?|Exclusive|Breaking|News|Update|Report|Monday|Tuesday|Wednesday|Thursday|Friday|Today)$/;
const money =
  /\$|€|£|¥|\b(?:million|billion|yuan|RMB|USD|HKD|dollars?|funding|financing|round|series|seed|investment|capital|stake|undisclosed)\b/i;

const sentenceEnd = linear(
  /(?<!\b(?:Inc|Ltd|Co|Corp|U\.S|St|Dr|Mr|Ms|No|vs|approx|[A-Z]))[.!?](?=\s+[A-Z"“]|\s*$)|;\s/g,
);

/** Reads the funding events of an English line. */
export function readEnglishNews(line: Piece): NewsEvent[] {
  const events: NewsEvent[] = [];
  // Not at the full stop of U.S., Inc. or 2.5.
  for (const piece of cut(line, sentenceEnd)) {
    const { text, start } = bounded(piece);
    const against = speaksAgainstInEnglish(text);
    const event =
      against === null ? eventOf(text.trimStart(), start + text.length - text.trimStart().length) : null;
    if (event) events.push(event);
    else if (against === null) addDetails(text, start, events.at(-1));
  }
  return events;
}

function cleaned(company: string, start: number): Found<string> | null {
  const lead = described.exec(company)?.[0].length ?? 0;
  let at = lead;
  let text = company.slice(lead);
  const more =
    /^(?:(?:Chinese|China's|Beijing-based|Shanghai-based|Shenzhen-based|Hangzhou-based|US-based|UK-based|[A-Z][a-z]+-based|American|European|French|German|British|Japanese|Korean|Indian|Israeli|Singapore's|AI|Exclusive|Breaking|News|Update|Generative|Robotics|Fintech|Biotech|Embodied|Autonomous|LLM|Chip|Cloud)(?:\s|:\s|-powered\s))+(?=[A-Z0-9])/.exec(
      text,
    )?.[0] ?? '';
  // “AI” may begin a name of its own: only what leaves a name is taken off.
  if (more !== '' && text.slice(more.length).length >= 2) {
    at += more.length;
    text = text.slice(more.length);
  }
  text = text.replace(/['’]s$/, '').trim();
  if (text.length < 2 || text.length > 50 || notCompany.test(text)) return null;
  return { start: start + at, end: start + at + text.length, value: text };
}

function eventOf(text: string, start: number): NewsEvent | null {
  const bought = mergerOf(text, start);
  if (bought) return bought;
  const backed = backedOf(text, start);
  if (backed) return backed;
  if (!money.test(text)) return null;
  const rounds = roundsIn(text, start, false);
  const amounts = amountsIn(text, start, false);
  const raised = amounts.filter(({ use }) => use === 'raised');
  const match = subject.exec(text) ?? possessiveOf(text);
  if (!match?.groups) return null;
  const { company: found = '', before = '', verb = '' } = match.groups;
  // 'has' alone raises nothing.
  if (
    /^(?:has|confirm|announc|gets?|got|wins?|won|gain|attract|receiv)/.test(verb) &&
    !/round|series|seed|funding|financing|investment|capital/i.test(text)
  )
    return null;
  if (
    rounds.length === 0 &&
    !(raised.length > 0 && /fund|financ|round|rais|invest|capital|secur|valuation|led by|backed/i.test(text))
  ) {
    if (!/undisclosed/i.test(text) || !/funding|financing|round|investment/i.test(text)) return null;
  }
  const company = cleaned(found, start + before.length);
  if (!company) return null;
  return {
    company,
    round: rounds[0] ?? null,
    amount: raised[0] ?? undisclosedIn(text, start),
    valuation: amounts.find(({ use }) => use === 'valuation') ?? null,
    investors: investorsInEnglish(text, start, company.value),
    date: dateIn(text, start),
    doubts: [
      ...(raised.length > 1 ? (['amount'] as const) : []),
      ...(rounds.length > 1 ? (['round'] as const) : []),
    ],
  };
}

const possessive = linear(
  new RegExp(
    `^(?<before>)(?<company>${name})['’]s\\s(?=(?:\\$|US\\$|RMB|[\\d])?[^.]*\\b(?:round|Series|seed|funding|financing)\\b)(?<verb>)`,
  ),
);
const roundForCompany = linear(
  new RegExp(
    `^(?<before>.*?\\b(?:funding|financing|investment|round|Series [A-H]\\+*) (?:for|in|into|round for) )(?<company>${name})(?<verb>)`,
  ),
);
const companyThenMoney = linear(
  new RegExp(
    `^(?<before>)(?<company>${name})(?:\\s[-–|:]\\s|,\\s|\\s)(?=(?:\\$|US\\$|€|£|RMB|HK\\$)[\\d])(?<verb>)`,
  ),
);

/** Example AI's $20 million Series A; Funding: Example AI, $5M seed. */
function possessiveOf(text: string): RegExpExecArray | null {
  return possessive.exec(text) ?? roundForCompany.exec(text) ?? companyThenMoney.exec(text);
}

const lead = linear(
  new RegExp(
    `^(?<before>)(?<investors>${name}(?:(?:,\\s(?:and\\s)?|\\sand\\s)${name})*)\\s(?<verb>leads?|led|co-leads?|co-led|invests?|invested|backs?|backed|pours?|poured|puts?|put|injects?|injected|is leading)\\s(?<rest>.*)$`,
  ),
);

const intoCompany = linear(new RegExp(`\\b(?:in|into|for|of|by)\\s(?:[a-z][\\w-]*\\s)*(?<company>${name})`));
const backedCompany = linear(new RegExp(`^(?:[a-z][\\w-]*\\s)*(?<company>${name})`));
const companyOf = linear(new RegExp(`^(?<company>${name})['’]s\\s`));

/** An investor as the subject: Sequoia leads $20 million Series A in Example AI. */
function backedOf(text: string, start: number): NewsEvent | null {
  const match = lead.exec(text);
  const { investors: words = '', verb = '', rest = '' } = match?.groups ?? {};
  if (!match || words === '') return null;
  const into =
    intoCompany.exec(rest) ?? (/^back/.test(verb) ? backedCompany.exec(rest) : null) ?? companyOf.exec(rest);
  const target = into?.groups?.company ?? '';
  if (!into || target === '' || !money.test(rest)) return null;
  const offset = text.length - rest.length + into.index + into[0].indexOf(target);
  const company = cleaned(target, start + offset);
  if (!company) return null;
  const role: NewsRole = /^co-/.test(verb)
    ? 'co-lead'
    : /^(?:leads?|led|is leading)/.test(verb)
      ? 'lead'
      : null;
  const amounts = amountsIn(text, start, false);
  const named = investorsInEnglish(
    `from ${words}`.replace('from', 'backed by'),
    start - 'backed by '.length,
    company.value,
  );
  const others = investorsInEnglish(rest, start + text.length - rest.length, company.value);
  const investors = [
    ...named.map((each) => ({ ...each, value: { ...each.value, role } })),
    ...others.filter(({ value }) => !named.some((each) => each.value.name === value.name)),
  ];
  if (investors.length === 0) return null;
  return {
    company,
    round: roundsIn(text, start, false)[0] ?? null,
    amount: amounts.find(({ use }) => use === 'raised') ?? undisclosedIn(text, start),
    valuation: amounts.find(({ use }) => use === 'valuation') ?? null,
    investors,
    date: dateIn(text, start),
    doubts: [],
  };
}

const buys = linear(
  new RegExp(
    `^(?<buyer>${name})(?:,[^,]*,)?\\s(?:has |have |is |will |agrees to |agreed to |completes |completed |announces |announced |said it (?:has|will) )*(?:(?:the |its )?acquisition of|acquires?|acquired|acquiring|to acquire|buys?|bought|buying|to buy|takes? over|snaps? up|snapped up)\\s(?:[a-z][\\w-]*\\s)*(?<target>${name})`,
  ),
);
const bought = linear(
  new RegExp(
    `^(?<target>${name})(?:\\s[a-z][\\w-]*)*\\s(?:has been |is |was |to be |gets |will be )?(?:acquired|bought|taken over)\\sby\\s(?:[a-z][\\w-]*\\s)*(?<buyer>${name})`,
  ),
);

function mergerOf(text: string, start: number): NewsEvent | null {
  const match = bought.exec(text) ?? buys.exec(text);
  const { buyer = '', target = '' } = match?.groups ?? {};
  if (!match) return null;
  const company = cleaned(target, start + text.indexOf(target, target === buyer ? buyer.length : 0));
  const acquirer = cleaned(buyer, start + text.lastIndexOf(buyer));
  if (!company || !acquirer) return null;
  const amounts = amountsIn(text, start, false);
  const verb = /acqui|buy|bought|take|snap/.exec(text);
  const at = start + (verb?.index ?? 0);
  return {
    company,
    round: { start: at, end: at + (verb?.[0].length ?? 0), value: 'M&A' },
    amount: amounts[0] ?? undisclosedIn(text, start),
    valuation: null,
    investors: [{ start: acquirer.start, end: acquirer.end, value: { name: acquirer.value, role: null } }],
    date: dateIn(text, start),
    doubts: [],
  };
}

function addDetails(text: string, start: number, event: NewsEvent | undefined): void {
  if (
    !event ||
    !/\b(?:round|led|investors?|participat|valu|funding|financing|joined|backed|advis)/i.test(text)
  )
    return;
  const amounts = amountsIn(text, start, false);
  event.round ??= roundsIn(text, start, false)[0] ?? null;
  event.amount ??= amounts.find(({ use }) => use === 'raised') ?? undisclosedIn(text, start);
  event.valuation ??= amounts.find(({ use }) => use === 'valuation') ?? null;
  event.date ??= dateIn(text, start);
  for (const investor of investorsInEnglish(text, start, event.company.value)) {
    if (!event.investors.some(({ value }) => value.name === investor.value.name))
      event.investors.push(investor);
  }
}
