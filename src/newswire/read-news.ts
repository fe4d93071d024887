import { linear } from '@/domain/expression/linear';
import { type AmountMention, amountsIn, undisclosedIn } from './amounts-in-text';
import { backedCompany, companyName, raisingCompany } from './company-in-text';
import { dateIn } from './dates-in-text';
import { mentionsFunding, speaksAgainstInChinese } from './funding-news';
import { investorsInChinese } from './investors-in-text';
import type { Found, NewsEvent, NewsRole } from './news-event';
import { bounded, cut, isChinese, type Piece, plainText } from './plain-text';
import { readEnglishNews } from './read-english-news';
import { roundsIn } from './rounds-in-text';

/** Longest text that is read, in characters; what stands beyond is left. */
export const longestNews = 200_000;

/** Names that the reader may know: of organizations, as they are written. */
export interface KnownNames {
  organizations: readonly string[];
}

/**
 * Reads the funding events of a text, Chinese or English. Deterministic, without network; never throws. A line of its
 * own, a list item and a sentence may each tell of another company; what a later sentence adds (本轮由…领投) goes to the
 * event before it.
 */
export function readNews(text: string, known: KnownNames = { organizations: [] }): NewsEvent[] {
  const plain = plainText(text.slice(0, longestNews));
  const lines = cut({ text: plain, start: 0 }, /\r?\n/g);
  const events: NewsEvent[] = [];
  for (const line of lines) {
    const read = isChinese(line.text) ? readChineseNews(line, known) : readEnglishNews(line);
    events.push(...read);
  }
  return withoutRepeats(events);
}

/** A headline and the paragraph below it tell of the same event: the fuller one stays, with what only the other had. */
function withoutRepeats(events: readonly NewsEvent[]): NewsEvent[] {
  const kept: NewsEvent[] = [];
  for (const event of events) {
    const same = kept.find(
      (each) =>
        each.company.value === event.company.value &&
        (each.round?.value ?? null) === (event.round?.value ?? each.round?.value ?? null) &&
        (each.amount === null || event.amount === null || sameAmount(each, event)),
    );
    if (same) addTo(same, event);
    else kept.push(event);
  }
  return kept;
}

function sameAmount(a: NewsEvent, b: NewsEvent): boolean {
  const [one, other] = [a.amount?.value.reading.range, b.amount?.value.reading.range];
  return one?.min === other?.min && one?.max === other?.max;
}

function addTo(event: NewsEvent, more: Partial<NewsEvent>): void {
  event.round ??= more.round ?? null;
  event.amount ??= more.amount ?? null;
  event.valuation ??= more.valuation ?? null;
  event.date ??= more.date ?? null;
  for (const investor of more.investors ?? []) {
    const known = event.investors.find(({ value }) => value.name === investor.value.name);
    if (!known) event.investors.push(investor);
    else if (known.value.role === null) known.value.role = investor.value.role;
  }
}

function readChineseNews(line: Piece, known: KnownNames): NewsEvent[] {
  const events: NewsEvent[] = [];
  let topic: Found<string> | null = null;
  // A colon, a semicolon or a blank may part two events or only two thoughts: sentences are tried whole first.
  for (const piece of cut(line, /[。！!？?；;]|(?<=[\p{Script=Han}]) {1,}(?=[\p{Script=Han}「“])|\s{2,}/gu)) {
    const sentence = bounded(piece);
    const introduced = introduction.exec(sentence.text);
    topic ??= introduced?.groups?.subject
      ? companyName(introduced.groups.subject, sentence.start, known.organizations)
      : null;
    readSentence(sentence, known, events, topic);
  }
  return events;
}

const merger = linear(
  /^(?<buyer>.{2,50}?)(?:(?:宣布|拟|已|将|正式|近日|日前|成功|完成|计划|欲|同意)*(?:以|斥资|作价|豪掷|出资|耗资|花费|拟以|将以|计划以|投入)(?<price>[^，。；]{2,24}?)(?:的?(?:价格|对价|现金|总价|总对价|交易对价|估值))?(?:全资|现金)?(?<verb>收购|并购|买下|购买|拿下|全资收购|整体收购|控股|受让)(?:了)?|(?:宣布|拟|已|将|正式|近日|日前|成功|计划|欲|同意)*(?:完成(?:了)?(?:对)?)?(?:(?:约|近|超)?[\d.]+(?:千万|百万|亿|万)(?:美元|元|港元|欧元)?)?(?<bare>全资收购|整体收购|收购|并购|买下)(?:了)?)(?<target>[^，。；]{2,40}?)(?:(?:的)?(?:\d[\d.]*%|全部|100%|多数|控股|部分|剩余|约\d)(?:的)?(?:股权|股份|权益)?|(?:的)?(?:股权|股份|控股权|控制权|多数股权|业务|资产|全部)|$|，|,|的交易)/,
);
const mergerPassive = linear(
  /^(?<target>.{2,30}?)(?:宣布|正式|已|将|拟|近日|日前|成功)*被(?<buyer>[^，。；]{2,20}?)(?:以(?<price>[^，。；]{2,20}?)(?:的?价格)?)?(?:全资|整体)?(?:收购|并购|买下)/,
);
const listing =
  /(?:在|于)?(?:港交所|香港联交所|联交所|上交所|深交所|北交所|科创板|创业板|主板|纳斯达克|纽交所|香港|港股|美股|A股)[^，。；]{0,10}?(?:挂牌上市|挂牌|上市|敲钟|IPO)|(?:登陆|成功上市|正式上市|挂牌上市|敲钟上市|正式登陆|完成IPO|IPO募资|首次公开(?:募股|发行))/;

/** 公司近日完成…, 其获…: the company is the one that the text began with. */
const anaphora = linear(
  /^[，,\s]*(?:近日|日前|目前|据悉)?[，,]?\s*(?:该公司|公司|其|该企业|企业|团队|该团队)(?:近日|日前|已|已经|还|又|正式|成功|宣布|于|连续|顺利|近期|最近)*(?:完成|获得?|拿下|斩获|宣布)/,
);
const introduction = linear(
  /^(?<subject>.{2,30}?)(?:，|,)?(?:成立于|创立于|创办于|创建于|是一家|是国内|是中国|是全球|专注于|致力于|主营|总部位于)/,
);
const registration = linear(
  /^(?<subject>.{2,40}?)(?:近日|日前)?(?:发生|完成)?(?:了)?(?:多项)?(?:工商|股东|注册资本|股权)(?:信息|登记)?(?:发生)?变更[^。；]*?新增(?:股东)?(?:包括|为|：|:)?(?<names>[^。；]{2,60}?)(?:为股东|等股东|等为股东|，|$)/,
);

function readRegistration(text: string, start: number, known: KnownNames): NewsEvent | null {
  const match = registration.exec(text);
  const { subject = '', names = '' } = match?.groups ?? {};
  const company = match
    ? companyName(subject.replace(/(?:发生|完成)$/, ''), start, known.organizations)
    : null;
  if (!match || !company) return null;
  const at = text.indexOf(names, subject.length);
  const investors = investorsInChinese(`${text.slice(0, at)}投资方为${names}`, start, at).map((each) => ({
    ...each,
    start: each.start - '投资方为'.length,
    end: each.end - '投资方为'.length,
  }));
  if (investors.length === 0) return null;
  return {
    company,
    round: null,
    amount: null,
    valuation: null,
    investors,
    date: dateIn(text, start),
    doubts: ['round'],
  };
}

const pastBehindComma = linear(/[，,](?:而|并|其)?(?:此前|先前|早前|之前|曾于|曾经|曾|上一轮|早在)[^。；]*$/);

function readSentence(
  sentence: Piece,
  known: KnownNames,
  events: NewsEvent[],
  topic: Found<string> | null,
): void {
  const { start } = sentence;
  // …，此前完成D轮融资: history behind a comma is blanked, so that places stay what they are.
  const text = sentence.text.replace(pastBehindComma, (past) => ' '.repeat(past.length));
  if (
    !/融资|融了|融到|参投|投资|领投|跟投|注资|战投|入股|增资|募|收购|并购|轮|财务顾问|估值|上市|买下|FA|投前|股东/.test(
      text,
    )
  )
    return;
  const against = speaksAgainstInChinese(text);
  if (against === 'denied' || against === 'trap') return;
  const current = events.at(-1);
  if (against === 'history') return;
  if (against === 'planned') return;
  const bought = readMerger(text, start, known);
  if (bought) {
    events.push(bought);
    return;
  }
  const listed = readListing(text, start, known);
  if (listed) {
    events.push(listed);
    return;
  }
  if (!mentionsFunding(text) && !/估值|金额|融了|融到|参投/.test(text)) return;
  const raising = raisingCompany(text, start, known.organizations);
  const rounds = roundsIn(text, start, true);
  const amounts = amountsIn(text, start, true);
  if (raising && tellsOfRaising(text.slice(raising.company.start - start), rounds.length, amounts)) {
    events.push(...eventsOf(text, start, raising.company, raising.end, rounds, amounts));
    return;
  }
  const backed = backedCompany(text, start, known.organizations);
  if (backed) {
    const lead: NewsRole = /联合领投|共同领投/.test(backed.verb)
      ? 'co-lead'
      : /领投/.test(backed.verb)
        ? 'lead'
        : /跟投/.test(backed.verb)
          ? 'follow'
          : null;
    const investors = investorsInChinese(`${backed.investors}投资`, start, 0).map((each) => ({
      ...each,
      value: { ...each.value, role: lead },
    }));
    const rest = investorsInChinese(text, start, backed.end);
    const [first] = eventsOf(text, start, backed.company, backed.end, rounds, amounts);
    if (first && investors.length > 0) {
      const strategic = /战略/.test(backed.verb);
      const at = text.indexOf(backed.verb);
      events.push({
        ...first,
        round:
          strategic && first.round === null
            ? { start: start + at, end: start + at + 4, value: '战略投资' }
            : first.round,
        investors: [
          ...investors,
          ...rest.filter(({ value }) => !investors.some((each) => each.value.name === value.name)),
        ],
      });
      return;
    }
  }
  const registered = readRegistration(text, start, known);
  if (registered) {
    events.push(registered);
    return;
  }
  const again = topic && anaphora.exec(text);
  if (again && topic && tellsOfRaising(text, rounds.length, amounts)) {
    events.push(...eventsOf(text, start, topic, again[0].length, rounds, amounts));
    return;
  }
  const reversed = readRoundFirst(text, start, known, rounds, amounts);
  if (reversed) {
    events.push(reversed);
    return;
  }
  if (current) addTo(current, detailsOf(text, start, amounts, current));
}

const raisesPlainly = linear(
  /(?:完成|获得?|斩获|拿下|引入|宣布|连获|连续完成|敲定|收获|得到)[^，。；]{0,30}?(?:融资|投资(?!者|人|机构|部|于|建)|注资|战投|增资|入股|领投)/,
);

/** A raise tells of a round, of money, or plainly of 融资 or 投资. */
function tellsOfRaising(text: string, rounds: number, amounts: readonly AmountMention[]): boolean {
  if (rounds > 0 && /融资|投资|领投|跟投|轮/.test(text)) return true;
  const money = amounts.some(({ use }) => use === 'raised');
  if (money && /融资|投资|注资|战投|募资|募集|增资|入股/.test(text)) return true;
  if (money && /融了|融到|融得/.test(text)) return true;
  return raisesPlainly.test(text);
}

/** What a sentence about the event before it adds: 本轮由…领投，投后估值…。 */
function detailsOf(
  text: string,
  start: number,
  amounts: readonly AmountMention[],
  current: NewsEvent,
): Partial<NewsEvent> {
  const raised = amounts.find(({ use }) => use === 'raised') ?? null;
  const about = /本轮|此轮|该轮|本次|此次|融资|投后|投前|估值|领投|跟投|参投|财务顾问|投资方|股东/.test(text);
  if (!about) return {};
  const amount = /融资|金额|规模|总额|募/.test(text) ? raised : null;
  return {
    amount: amount ? { ...amount } : current.amount === null ? undisclosedIn(text, start) : null,
    valuation: amounts.find(({ use }) => use === 'valuation') ?? null,
    round: /本轮|此轮|本次/.test(text) ? (roundsIn(text, start, true)[0] ?? null) : null,
    investors: investorsInChinese(text, start, 0).filter(({ value }) => value.name !== current.company.value),
    date: dateIn(text, start),
  };
}

/** One event a round; amounts and investors go to the round that they stand by. `from`: where the words about the company end in the sentence. */
function eventsOf(
  text: string,
  start: number,
  company: Found<string>,
  from: number,
  rounds: readonly Found<string>[],
  amounts: readonly AmountMention[],
): NewsEvent[] {
  const raised = amounts.filter(({ use, start: at }) => use === 'raised' && at >= company.end - 1);
  const valuation = amounts.find(({ use }) => use === 'valuation') ?? null;
  const own = rounds.filter(
    (round) => round.start >= company.end - 1 && !isMentionedOnly(text, start, round),
  );
  // 战略投资 beside a numbered round says who invests, not which round it is.
  const stages = own.filter(
    ({ value, start: at }) =>
      !/^战略投资$|^股权融资$/.test(value) &&
      // A1轮战略融资 is one round; A轮及战略融资 are two.
      !(
        value.startsWith('战略') &&
        own.some(({ end }) => /^(?:的)?$/.test(text.slice(end - start, at - start)) && end <= at)
      ),
  );
  const all = stages.length > 0 ? stages : own.slice(0, 1);
  // B轮由A领投: the second mention of a round says more of it, it is no second round.
  const counted = all.filter((round, at) => all.findIndex(({ value }) => value === round.value) === at);
  const investors = investorsInChinese(text, start, from).filter(({ value }) => value.name !== company.value);
  const date = dateIn(text, start);
  const base = { company, valuation, date, doubts: [] as NewsEvent['doubts'] };
  const [first] = counted;
  if (counted.length <= 1) {
    const amount = raised[0] ?? undisclosedIn(text, start) ?? null;
    const cumulative = amounts.find(({ use }) => use === 'cumulative');
    const doubts: NewsEvent['doubts'] = [...(raised.length > 1 ? (['amount'] as const) : [])];
    return [
      {
        ...base,
        round: first ?? null,
        amount: amount ?? (cumulative && raised.length === 0 && counted.length === 0 ? cumulative : null),
        investors,
        doubts,
      },
    ];
  }
  // 天使轮数百万元，Pre-A轮2000万元: an amount belongs to the round right before or right after it.
  const taken = new Set<AmountMention>();
  return counted.map((round, at) => {
    const next = counted[at + 1]?.start ?? start + text.length;
    const previous = counted[at - 1]?.end ?? 0;
    const beside =
      raised.find(
        (each) =>
          !taken.has(each) &&
          each.start >= round.end &&
          each.end <= next &&
          !/[、和及与]/.test(text.slice(round.end - start, each.start - start)) &&
          each.start - round.end <= 12,
      ) ??
      raised.find(
        (each) =>
          !taken.has(each) &&
          each.end <= round.start &&
          each.start >= previous &&
          round.start - each.end <= 3,
      );
    // Money said of both rounds together belongs to neither.
    const together =
      beside &&
      (/合计|累计|共计|总计|总额|总金额|共/.test(
        text.slice(Math.max(0, beside.start - start - 8), beside.start - start),
      ) ||
        (raised.length < counted.length && isAdjacent(text, start, counted)));
    const amount = beside && !together ? beside : null;
    if (amount) taken.add(amount);
    const again = all.find((other) => other !== round && other.value === round.value);
    const from2 = (again ?? round).end;
    const until = all.find((other) => other.start > from2)?.start ?? start + text.length;
    const mine = investors.filter((each) => each.start >= from2 && each.end <= until);
    const shared = all.length === counted.length && isAdjacent(text, start, counted);
    return {
      ...base,
      round,
      amount: amount ?? undisclosedIn(text, start),
      investors: shared ? investors.map((each) => ({ ...each, value: { ...each.value } })) : mine,
      doubts: amount === null && raised.length > 0 ? ['amount'] : [],
    };
  });
}

/** Do the rounds stand in one list: A轮及A+轮? */
function isAdjacent(text: string, start: number, rounds: readonly Found<string>[]): boolean {
  return rounds.every((round, at) => {
    const next = rounds[at + 1];
    return (
      !next ||
      /^(?:融资)?(?:、|和|及|与|以及|\/|\+|,|，)?\s*$/.test(text.slice(round.end - start, next.start - start))
    );
  });
}

/** 曾于A轮投资, 继A轮之后, 去年的B轮: a round that is over. */
function isMentionedOnly(text: string, start: number, round: Found<string>): boolean {
  const left = text.slice(Math.max(0, round.start - start - 14), round.start - start);
  const right = text.slice(round.end - start, round.end - start + 14);
  return (
    (/(?:继|距|距离|此前|曾|之前|上一|上轮|早前|去年|前年|老股东|已完成的|自)[^，。；]{0,12}$/.test(left) &&
      !/(?:完成|获)[^，。；]{0,4}$/.test(left)) ||
    /^(?:融资)?(?:之后|后(?!的)|过去|以来|老股东|投资方|股东|投资者|独家投资方)/.test(right)
  );
}

/** 数亿元A轮融资落定，甲公司… and 甲公司A轮融资5亿元: without a verb before the round. */
function readRoundFirst(
  text: string,
  start: number,
  known: KnownNames,
  rounds: readonly Found<string>[],
  amounts: readonly AmountMention[],
): NewsEvent | null {
  const marks = [...rounds, ...amounts.filter(({ use }) => use === 'raised')].sort(
    (a, b) => a.start - b.start,
  );
  const [first] = marks;
  if (!first || !/融资|轮/.test(text)) return null;
  const head = text.slice(0, first.start - start);
  if (/完成|获|宣布/.test(head)) return null;
  const last = marks.findLast((mark) => mark.start - first.end <= 12) ?? first;
  if (
    !/^(?:系列)?(?:的)?(?:融资|投资)/.test(text.slice(last.end - start)) &&
    !/^(?:系列)?(?:融资|投资)/.test(text.slice(first.end - start))
  )
    return null;
  if (/本轮|此轮|该轮|领投|投资方|估值|用于|股东/.test(head)) return null;
  const company = companyName(head.replace(/(?:的|：|:)$/, ''), start, known.organizations);
  if (!company || /^(?:本|此|该|这|一|两|首|新)/.test(company.value)) return null;
  const [event] = eventsOf(text, start, company, company.end - start, rounds, amounts);
  return event ? { ...event, doubts: [...event.doubts, 'company'] } : null;
}

const shareOfTarget = linear(/(?:的)?(?:\d[\d.]*%|全部|100%|多数|控股权?|部分).*$/);

function readMerger(text: string, start: number, known: KnownNames): NewsEvent | null {
  const passive = mergerPassive.exec(text);
  const match = passive ?? merger.exec(text);
  if (!match || !/收购|并购|买下/.test(text)) return null;
  if (/收购(?:了)?(?:价|要约|方|案|战|潮|意向|传闻|谈判)|否认|终止|传闻/.test(text)) return null;
  const { buyer = '', target = '', price = '' } = match.groups ?? {};
  const at = passive ? 0 : match.index + match[0].lastIndexOf(target);
  const company = companyName(target.replace(shareOfTarget, ''), start + at, known.organizations);
  const from = text.indexOf(buyer);
  const acquirer = companyName(buyer, start + from, known.organizations);
  if (!company || !acquirer) return null;
  const amounts = amountsIn(text, start, true);
  const inPrice =
    price === ''
      ? undefined
      : amounts.find(
          ({ start: own }) =>
            own - start >= text.indexOf(price) - 2 && own - start < text.indexOf(price) + price.length,
        );
  const amount =
    inPrice ?? amounts.find(({ use }) => use === 'raised' || use === 'other') ?? undisclosedIn(text, start);
  const verb = /收购|并购|买下/.exec(text);
  return {
    company,
    round: { start: start + (verb?.index ?? 0), end: start + (verb?.index ?? 0) + 2, value: '并购' },
    amount: amount ?? null,
    valuation: amounts.find(({ use }) => use === 'valuation') ?? null,
    investors: [{ start: acquirer.start, end: acquirer.end, value: { name: acquirer.value, role: null } }],
    date: dateIn(text, start),
    doubts: [],
  };
}

const lastListingAdverbs = linear(/(?:今日|正式|成功|已|宣布|于|在|日前|近日)+$/);

function readListing(text: string, start: number, known: KnownNames): NewsEvent | null {
  const match = listing.exec(text);
  if (
    !match ||
    !/募|IPO|发行|筹/.test(text) ||
    /递交|递表|招股书|申请|拟|计划|筹备|辅导|过会|聆讯|或|有望|轮融资/.test(text)
  )
    return null;
  const subject = text.slice(0, match.index).replace(lastListingAdverbs, '');
  const company = companyName(subject, start, known.organizations);
  if (!company) return null;
  const amounts = amountsIn(text, start, true);
  const amount = amounts.find(
    ({ use, start: at }) =>
      use === 'raised' && /募|筹|集资|融资/.test(text.slice(Math.max(0, at - start - 10), at - start)),
  );
  const investors = investorsInChinese(text, start, match.index).filter(
    ({ value }) => value.name !== company.value,
  );
  return {
    company,
    round: { start: start + match.index, end: start + match.index + match[0].length, value: 'IPO' },
    amount: amount ?? null,
    valuation: amounts.find(({ use }) => use === 'valuation') ?? null,
    investors,
    date: dateIn(text, start),
    doubts: [],
  };
}
