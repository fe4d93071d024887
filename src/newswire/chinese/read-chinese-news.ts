import { linear } from '@/domain/expression/linear';
import { tookPlace } from '@/domain/funding-outcome';
import { amountsIn, undisclosedIn } from '../amounts-in-text';
import { dateIn } from '../dates-in-text';
import { addTo, tellApart } from '../gather-events';
import type { Found, NewsEvent, NewsRole } from '../news-event';
import { bounded, cut, type Piece } from '../plain-text';
import type { KnownNames } from '../read-news';
import { roundsIn } from '../rounds-in-text';
import { readListing, readMerger, readRegistration } from './acquisitions-in-chinese';
import { backedCompany, companyName, raisingCompany } from './company-in-chinese';
import { dated, dealsOf } from './deals-in-sentence';
import { investorsInChinese } from './investors-in-chinese';
import { mentionsFunding, outcomeInChinese, takesBack } from './outcome-in-chinese';
import { type ChineseSentence, eventsOf, readRoundFirst, tellsOfRaising } from './rounds-of-company';

/** What was read of a line so far. */
interface Reading {
  known: KnownNames;
  events: NewsEvent[];
  /** The company that the text is about. */
  topic: Found<string> | null;
  /** Round and money of a sentence that named no company: …的B轮融资完成。完成方为甲。 */
  nameless: ChineseSentence | null;
  /** The year that was named last, for 同年11月. */
  year: string | null;
}

/** Signs of one width in a Chinese line, so that rules need to know one of each. */
function chineseSigns(text: string): string {
  return text
    .replace(/,(?!\d{3})/g, '，')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/(?<=\p{Script=Han}):|:(?=\p{Script=Han})/gu, '：')
    .replace(/"([^"]{1,40})"/g, '“$1”');
}

/** Also at blanks between characters, but not where markup stood around a name. */
const sentenceEnd = linear(
  /[。！!？?；;]|(?<=[\p{Script=Han}])(?<!由|与|和|及|为|获|的) {1,}(?!独家|联合|共同|战略投资|投资|担任|等|完成|获|宣布|近日|日前|已|正式|与|和|及|领投|跟投|参投)(?=[\p{Script=Han}「“])|\s{2,}/gu,
);

/** Reads the funding events of a Chinese line in simplified characters; `event` is the one that the line goes on about. */
export function readChineseNews(line: Piece, known: KnownNames, event: NewsEvent | undefined): NewsEvent[] {
  const reading: Reading = {
    known,
    events: event ? [event] : [],
    topic: event?.company ?? null,
    nameless: null,
    year: null,
  };
  const text = chineseSigns(line.text);
  // A colon, a semicolon or a blank may part two events or only two thoughts: sentences are tried whole first.
  for (const piece of cut({ text, start: line.start }, sentenceEnd)) {
    const sentence = bounded(piece);
    const introduced =
      reading.topic === null && introduces.test(sentence.text) ? introduction.exec(sentence.text) : null;
    reading.topic ??= introduced?.groups?.subject
      ? companyName(introduced.groups.subject, sentence.start, known.organizations)
      : null;
    const before = reading.events.length;
    const deals = dealsOf(sentence, known.organizations);
    for (const deal of deals) {
      const found = readSentence(deal, reading);
      reading.events.push(...found);
      if (found[0]) {
        reading.topic = found[0].company;
        reading.nameless = null;
      }
    }
    if (deals.some(({ text: part }, at) => at > 0 && dated.test(part)))
      tellApart(reading.events.slice(before));
    if (reading.events.length === before && before > 0 && takesBack(sentence.text))
      for (const event of reading.events) event.outcome = 'denied';
  }
  return event ? reading.events.slice(1) : reading.events;
}

/** 公司近日完成…, 其获…: the company is the one that the text began with. */
const anaphora = linear(
  /^[，\s]*(?:近日|日前|目前|据悉|随后|此后|同年|次年)?[，]?\s*(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?)?[，]?(?:该公司|公司|其|该企业|企业|团队|该团队)(?:近日|日前|已|已经|还|又|正式|成功|宣布|于|连续|顺利|近期|最近|再次|再度)*(?:完成|获得?|拿下|斩获|宣布)/,
);
/** 日前获得…: the company is left out. */
const subjectless =
  /^\s*(?:近日|日前|目前|近期|最近|今年|今日|(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日)?|，|已|于|宣布|成功|正式)+(?:完成|获得?|拿下|斩获)/;
const introduction =
  /^(?<subject>.{2,30}?)(?:，)?(?:成立于|创立于|创办于|创建于|是一家|是国内|是中国|是全球|专注于|致力于|主营|总部位于)/;
const introduces = /成立于|创立于|创办于|创建于|是一家|是国内|是中国|是全球|专注于|致力于|主营|总部位于/;
const past = /此前|先前|早前|之前|曾|上一轮|早在/;
const pastBehindComma = linear(/[，](?:而|并|其)?(?:此前|先前|早前|之前|曾于|曾经|曾|上一轮|早在)[^。；]*$/);
const named =
  /^(?:本轮|此次|本次)?(?:融资)?(?:的)?(?:完成方|融资方|获投方|获得者|主角|受资方|融资主体)(?:为|是|，)+(?<subject>[^，。；]{2,40})/;
const followsMoney = linear(/后，(?<subject>[^，。；]{2,20}?)的?(?:投后|最新|整体|公司)*估值/);
const monthOfSameYear = /(?:同年|当年)(?:的)?(\d{1,2})月(?:(\d{1,2})[日号])?/;

/** …，此前完成D轮融资: history behind a comma is blanked, so that places stay what they are. */
function withoutPast(text: string): string {
  return past.test(text) ? text.replace(pastBehindComma, (words) => ' '.repeat(words.length)) : text;
}

/** A company that says it will buy has announced it; talks are something else. */
const announced = /拟|将以|将收购|宣布|同意|协议|计划以/;
const rumoured = /洽谈|谈判|磋商|考虑|有意|传|曝|寻求|接近|或将|可能/;

function sentenceOf(piece: Piece, reading: Reading): ChineseSentence {
  const { known } = reading;
  const { start } = piece;
  const text = withoutPast(piece.text);
  let date = dateIn(text, start, known.day);
  const same = monthOfSameYear.exec(text);
  if (same && reading.year) {
    const [words, month = '', day] = same;
    date = {
      start: start + same.index,
      end: start + same.index + words.length,
      value: {
        value: `${reading.year}-${month.padStart(2, '0')}${day ? `-${day.padStart(2, '0')}` : ''}`,
        precision: day ? 'day' : 'month',
      },
    };
  }
  if (date && /^\d{4}/.test(date.value.value)) reading.year = date.value.value.slice(0, 4);
  return {
    text,
    start,
    date,
    rounds: roundsIn(text, start, true),
    amounts: amountsIn(text, start, true),
    organizations: known.organizations,
  };
}

/** What every sentence holds that may matter; most of a text is left at once. */
const speaksOfMoney = /[投融募购股轮值资市额]|加码|完成方|主角|并购|加注/;

/** The events that a sentence tells of; what it only adds goes to those before. */
function readSentence(piece: Piece, reading: Reading): NewsEvent[] {
  const { events, known } = reading;
  if (!speaksOfMoney.test(piece.text)) return [];
  const current = events.at(-1);
  const outcome = outcomeInChinese(withoutPast(piece.text).trimEnd());
  if (outcome === 'other') return [];
  const sentence = sentenceOf(piece, reading);
  const { text, start } = sentence;
  const add = (found: readonly NewsEvent[], how: typeof outcome = outcome) =>
    found.map((event) => ({ ...event, outcome: how === 'history' ? ('completed' as const) : how }));
  if (outcome === 'history') return add(pastRounds(sentence, reading));
  const merged = readMerger(text, start, known);
  if (merged)
    return add(
      [merged],
      announced.test(text) && !rumoured.test(text) && outcome === 'in-talks' ? 'reported' : outcome,
    );
  if (!tookPlace(outcome)) return add(spokenOf(sentence, reading, outcome));
  const listed = readListing(text, start, known);
  if (listed) return add([listed]);
  const who = named.exec(text);
  if (who?.groups?.subject && reading.nameless) {
    const at = text.indexOf(who.groups.subject);
    const company = companyName(who.groups.subject, start + at, known.organizations);
    const { nameless } = reading;
    if (company)
      return add(
        eventsOf(nameless, { ...company, end: nameless.start }, 0).map((event) => ({ ...event, company })),
      );
  }
  if (!mentionsFunding(text)) return [];
  const found = roundsToldOf(sentence, reading);
  if (found.length > 0) return add(found);
  if (current && tellsOfEach(sentence, current)) {
    // 天使轮由甲领投，天使+轮由乙领投: each round of its own.
    const [first, ...others] = eventsOf(
      { ...sentence, date: null },
      { ...current.company, end: start },
      0,
    ).map((event) => ({
      ...event,
      company: current.company,
    }));
    if (first) addTo(current, first);
    return add(others);
  }
  if (current && tookPlace(current.outcome)) {
    // What is said behind two rounds that were told of together is said of both.
    const together = events.filter(
      (event) => event.company === current.company && event !== current && event.amount === current.amount,
    );
    for (const event of [current, ...together]) addTo(event, detailsOf(sentence, event));
  } else if (sentence.rounds.length > 0 && /完成|落定|交割/.test(text)) reading.nameless = sentence;
  return [];
}

/** Does a sentence say of several rounds, the one before among them, who led each? */
function tellsOfEach({ text, rounds }: ChineseSentence, current: NewsEvent): boolean {
  const labels = new Set(rounds.map(({ value }) => value));
  return (
    labels.size > 1 &&
    current.round !== null &&
    rounds[0]?.value === current.round.value &&
    /轮(?:融资)?由[^。；]*轮(?:融资)?由/.test(text)
  );
}

/** The rounds that a sentence tells of. */
function roundsToldOf(sentence: ChineseSentence, { known, topic }: Reading): NewsEvent[] {
  const { text, start } = sentence;
  const raising = raisingCompany(text, start, known.organizations);
  const about = (from: number) => ({ ...sentence, text: text.slice(from) });
  if (raising && tellsOfRaising(about(raising.company.start - start)))
    return withLeadersBefore(sentence, raising.company, eventsOf(sentence, raising.company, raising.end));
  const follows = followsMoney.exec(text);
  if (!raising && follows?.groups?.subject && tellsOfRaising(sentence)) {
    const at = follows.index + follows[0].indexOf(follows.groups.subject);
    const company = companyName(follows.groups.subject, start + at, known.organizations);
    // What stands before the company is about its money.
    if (company)
      return eventsOf(sentence, { ...company, end: start }, 0).map((event) => ({ ...event, company }));
  }
  const backed = backedRound(sentence, known);
  if (backed) return [backed];
  const registered = readRegistration(text, start, known);
  if (registered) return [registered];
  const again = topic && (anaphora.exec(text) ?? subjectless.exec(text));
  if (again && topic && tellsOfRaising(sentence))
    return eventsOf(sentence, { ...topic, end: start }, again[0].length).map((event) => ({
      ...event,
      company: topic,
    }));
  const reversed = readRoundFirst(sentence);
  return reversed ? [reversed] : [];
}

/** 甲、乙联合领投，丙完成…: who leads was told before the company. */
function withLeadersBefore(
  { text, start }: ChineseSentence,
  company: Found<string>,
  events: NewsEvent[],
): NewsEvent[] {
  const comma = text.lastIndexOf('，', company.start - start);
  const [first] = events;
  if (!first || comma < 0 || !/(?:领投|跟投)$/.test(text.slice(0, comma))) return events;
  const named = investorsInChinese(text.slice(0, comma), start, 0);
  return [{ ...first, investors: [...named, ...first.investors] }, ...events.slice(1)];
}

/** An investor as the subject: 红杉中国领投甲公司5000万元A轮融资. */
function backedRound(sentence: ChineseSentence, known: KnownNames): NewsEvent | null {
  const { text, start } = sentence;
  const backed = backedCompany(text, start, known.organizations);
  if (!backed) return null;
  const role: NewsRole = /联合领投|共同领投/.test(backed.verb)
    ? 'co-lead'
    : /领投/.test(backed.verb)
      ? 'lead'
      : /跟投/.test(backed.verb)
        ? 'follow'
        : null;
  const investors = investorsInChinese(`${backed.investors}投资`, start + backed.at, 0).map((each) => ({
    ...each,
    value: { ...each.value, role },
  }));
  const rest = investorsInChinese(text, start, backed.end);
  const [first] = eventsOf(sentence, backed.company, backed.end);
  if (!first || investors.length === 0) return null;
  const strategic = /战略/.test(backed.verb);
  const at = text.indexOf(backed.verb);
  return {
    ...first,
    round:
      strategic && first.round === null
        ? { start: start + at, end: start + at + 4, value: '战略投资' }
        : first.round,
    investors: [
      ...investors,
      ...rest.filter(({ value }) => !investors.some((each) => each.value.name === value.name)),
    ],
  };
}

/** A round of the past is an event of its own where the sentence says who raised it, and when or from whom. */
function pastRounds(sentence: ChineseSentence, reading: Reading): NewsEvent[] {
  if (/估值|市值/.test(sentence.text) && sentence.rounds.length === 0 && !/领投|跟投/.test(sentence.text))
    return [];
  return roundsToldOf(sentence, reading).filter(
    ({ date, round, amount, investors, valuation }) =>
      (date !== null && (round !== null || amount !== null || investors.length > 0)) ||
      (investors.length > 0 && (round !== null || valuation !== null)),
  );
}

const speaks =
  /(?:正就|正在|正与|正以|正|拟|计划|有意|寻求|考虑|洽谈|商谈|谈判|据悉|据传|或将|将|被曝|传|否认|辟谣|终止|取消|启动|开启|筹备|接近|准备|打算|预计|希望|已向|向|递交|暂停|放弃|就)/;

/** A round that is spoken of and did not take place: who, how much, how it stands. */
function spokenOf(
  sentence: ChineseSentence,
  { known, topic }: Reading,
  outcome: NewsEvent['outcome'],
): NewsEvent[] {
  const { text, start, rounds, amounts, date } = sentence;
  if (!/融资|募资|投资|估值/.test(text) || /收购|并购/.test(text)) return [];
  if (outcome !== 'in-talks' && !/融资|募资|投资/.test(text)) return [];
  const verb = speaks.exec(text);
  const company = verb ? companyName(text.slice(0, verb.index), start, known.organizations) : null;
  if (!company || company.value === topic?.value || company.value.length > 12) return [];
  const from = company.end - start;
  return [
    {
      company,
      round: rounds.find(({ start: at }) => at >= company.end) ?? null,
      amount: amounts.find(({ use, start: at }) => use === 'raised' && at >= company.end) ?? null,
      valuation: amounts.find(({ use }) => use === 'valuation') ?? null,
      investors: investorsInChinese(text, start, from).filter(({ value }) => value.name !== company.value),
      date,
      outcome,
      doubts: [],
    },
  ];
}

/** What stands before the valuation of the company that is spoken of, and not of another. */
const ofCompany =
  /^[\s，]*(?:目前|投后|投前|最新|整体|交易后|融资后|估值|身价)|公司|本轮|此轮|本次|此次|融资|该|其|投后|投前|领投|跟投/;
const aboutRound =
  /本轮|此轮|该轮|本次|此次|融资|投后|投前|估值|领投|跟投|参投|参与|加码|财务顾问|投资方|股东|身价/;

/** What a sentence about the event before it adds: 本轮由…领投，投后估值…。 */
function detailsOf(
  { text, start, amounts, rounds }: ChineseSentence,
  current: NewsEvent,
): Partial<NewsEvent> {
  // 甲此前参与了公司种子轮投资: an older round.
  if (!aboutRound.test(text) || /(?:收购|募集|基金设立)/.test(text)) return {};
  const isLed = current.investors.some(({ value }) => value.role === 'lead' || value.role === 'co-lead');
  const raised = amounts.find(({ use }) => use === 'raised') ?? null;
  const amount = /融资|金额|规模|总额|募/.test(text) ? raised : null;
  const valuation = amounts.find(({ use }) => use === 'valuation') ?? null;
  return {
    amount: amount ? { ...amount } : current.amount === null ? undisclosedIn(text, start) : null,
    valuation: valuation && ofCompany.test(text.slice(0, valuation.start - start)) ? valuation : null,
    round: /本轮|此轮|本次/.test(text) ? (rounds[0] ?? null) : null,
    investors: investorsInChinese(text, start, 0, isLed).filter(
      ({ value }) => value.name !== current.company.value,
    ),
  };
}
