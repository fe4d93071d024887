import { linear } from '@/domain/expression/linear';
import { type AmountMention, undisclosedIn } from '../amounts-in-text';
import type { Found, NewsEvent } from '../news-event';
import { companyName } from './company-in-chinese';
import { investorsInChinese } from './investors-in-chinese';

/** A sentence, or the part of one that tells of one deal, with all that was found in it. */
export interface ChineseSentence {
  text: string;
  start: number;
  rounds: readonly Found<string>[];
  amounts: readonly AmountMention[];
  date: NewsEvent['date'];
  organizations: readonly string[];
}

const raisesPlainly = linear(
  /(?:完成|获得?|斩获|拿下|引入|宣布|连获|连续完成|敲定|收获|得到)[^，。；]{0,30}?(?:融资|投资(?!者|人|机构|部|于|建)|注资|战投|增资|入股|领投)/,
);

/** 九年九轮融资: a history. */
const yearsOfRounds = linear(
  /(?:\d+|[两三四五六七八九十]+)年(?:内)?(?:完成)?(?:\d+|[两三四五六七八九十]+)轮融资/,
);

/** A raise tells of a round, of money, or plainly of 融资 or 投资. */
export function tellsOfRaising({
  text,
  rounds,
  amounts,
}: Pick<ChineseSentence, 'text' | 'rounds' | 'amounts'>): boolean {
  if (yearsOfRounds.test(text)) return false;
  if (rounds.length > 0 && /融资|投资|领投|跟投|轮/.test(text)) return true;
  const money = amounts.some(({ use }) => use === 'raised');
  if (money && /融资|投资|注资|战投|募资|募集|增资|入股/.test(text)) return true;
  if (money && /融了|融到|融得/.test(text)) return true;
  return raisesPlainly.test(text);
}

/** One event a round; amounts and investors go to the round that they stand by. `from`: where the words about the company end in the sentence. */
export function eventsOf(sentence: ChineseSentence, company: Found<string>, from: number): NewsEvent[] {
  const { text, start, rounds, amounts, date } = sentence;
  const raised = amounts.filter(({ use, start: at }) => use === 'raised' && at >= company.end - 1);
  const valuations = amounts.filter(({ use }) => use === 'valuation');
  const valuation = valuations.find(({ start: at }) => at >= company.end) ?? valuations[0] ?? null;
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
  const named = investorsInChinese(text, start, from).filter(({ value }) => value.name !== company.value);
  const investors = [
    ...giversBefore(sentence, own[0], raised[0]).filter(
      ({ start: at, value }) =>
        value.name !== company.value &&
        !named.some((each) => each.value.name === value.name || (at < each.end && at >= each.start)),
    ),
    ...named,
  ];
  const base = { company, valuation, date, outcome: 'completed' as const, doubts: [] as NewsEvent['doubts'] };
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

const gives = linear(/(?:获得?|得到|引入|拿下|接受|收到)(?:了)?(?:来自)?(?<names>[^，。；获]{2,30})$/);

/** 获甲集团天使轮数千万元投资: who stands before the money. */
function giversBefore(
  { text, start }: ChineseSentence,
  ...marks: (Found<unknown> | undefined)[]
): NewsEvent['investors'] {
  const known = marks.filter((mark) => mark !== undefined);
  const first = Math.min(...known.map((mark) => mark.start));
  const last = Math.max(...known.map((mark) => mark.end));
  if (
    known.length === 0 ||
    !/^(?:的)?(?:人民币)?(?:战略|股权|独家)?(?:投资|注资|融资|增资)/.test(text.slice(last - start))
  )
    return [];
  const match = gives.exec(text.slice(0, first - start));
  const { names = '' } = match?.groups ?? {};
  if (!match || /领投|跟投|参投|投资的|新一轮|最新|一笔|一轮|首轮|超额|由|总额|合计|共计|近$|约$/.test(names))
    return [];
  const at = match.index + match[0].length - names.length;
  return investorsInChinese(`${text.slice(0, at)}${names.replace(/的$/, '')}投资`, start, at);
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
    (/(?:继|距|距离|较|比|此前|曾|之前|上一|上轮|早前|去年|前年|老股东|已完成的|自)[^，。；]{0,12}$/.test(
      left,
    ) &&
      !/(?:完成|获)[^，。；]{0,4}$/.test(left)) ||
    (/^(?:融资)?(?:之后|后(?!的)|过去|以来|老股东|投资方|股东|投资者|独家投资方)/.test(right) &&
      !/(?:完成|获)[^，。；]{0,12}$/.test(left))
  );
}

/** 数亿元A轮融资落定，甲公司… and 甲公司A轮融资5亿元: without a verb before the round. */
export function readRoundFirst(sentence: ChineseSentence): NewsEvent | null {
  const { text, start, rounds, amounts, organizations } = sentence;
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
  const company = companyName(head.replace(/(?:的|：|:)$/, ''), start, organizations);
  if (!company || /^(?:本|此|该|这|一|两|首|新)/.test(company.value)) return null;
  const [event] = eventsOf(sentence, company, company.end - start);
  return event ? { ...event, outcome: 'completed' as const, doubts: [...event.doubts, 'company'] } : null;
}
