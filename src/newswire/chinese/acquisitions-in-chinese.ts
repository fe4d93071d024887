import { linear } from '@/domain/expression/linear';
import { amountsIn, undisclosedIn } from '../amounts-in-text';
import { dateIn } from '../dates-in-text';
import type { NewsEvent } from '../news-event';
import type { KnownNames } from '../read-news';
import { companyName } from './company-in-chinese';
import { investorsInChinese } from './investors-in-chinese';

const merger = linear(
  /^(?<buyer>.{2,50}?)(?:(?:宣布|拟|已|将|正式|近日|日前|成功|完成|计划|欲|同意)*(?:以|斥资|作价|豪掷|出资|耗资|花费|拟以|将以|计划以|投入)(?<price>[^，。；]{2,24}?)(?:的?(?:价格|对价|现金|总价|总对价|交易对价|估值))?(?:全资|现金)?(?<verb>收购|并购|买下|购买|拿下|全资收购|整体收购|控股|受让)(?:了)?|(?:宣布|拟|已|将|正式|近日|日前|成功|计划|欲|同意)*(?:完成(?:了)?(?:对)?)?(?:(?:约|近|超)?[\d.]+(?:千万|百万|亿|万)(?:美元|元|港元|欧元)?)?(?<bare>全资收购|整体收购|收购|并购|买下)(?:了)?)(?<target>[^，。；]{2,40}?)(?:(?:的)?(?:\d[\d.]*%|全部|100%|多数|控股|部分|剩余|约\d)(?:的)?(?:股权|股份|权益)?|(?:的)?(?:股权|股份|控股权|控制权|多数股权|业务|资产|全部)|$|，|,|的交易)/,
);
const mergerPassive = linear(
  /^(?<target>.{2,30}?)(?:宣布|正式|已|将|拟|近日|日前|成功)*被(?<buyer>[^，。；]{2,20}?)(?:以(?<price>[^，。；]{2,20}?)(?:的?价格)?)?(?:全资|整体)?(?:收购|并购|买下)/,
);
const listing =
  /(?:在|于)?(?:港交所|香港联交所|联交所|上交所|深交所|北交所|科创板|创业板|主板|纳斯达克|纽交所|香港|港股|美股|A股)[^，。；]{0,10}?(?:挂牌上市|挂牌|上市|敲钟|IPO)|(?:登陆|成功上市|正式上市|挂牌上市|敲钟上市|正式登陆|完成IPO|IPO募资|首次公开(?:募股|发行))/;

const registration = linear(
  /^(?<subject>.{2,40}?)(?:近日|日前)?(?:发生|完成)?(?:了)?(?:多项)?(?:工商|股东|注册资本|股权)(?:信息|登记)?(?:发生)?变更[^。；]*?新增(?:股东)?(?:包括|为|：|:)?(?<names>[^。；]{2,60}?)(?:为股东|等股东|等为股东|，|$)/,
);

/** 工商变更，新增…为股东: investors without a round. */
export function readRegistration(text: string, start: number, known: KnownNames): NewsEvent | null {
  const match = text.includes('变更') ? registration.exec(text) : null;
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
    date: dateIn(text, start, known.day),
    outcome: 'completed',
    doubts: ['round'],
  };
}

const shareOfTarget = linear(/(?:的)?(?:\d[\d.]*%|全部|100%|多数|控股权?|部分).*$/);

const beforeBuyer = /^(?:曝|传|或|拟|将|被|欲)+/;
const behindBuyer = linear(
  /\s?(?:正在|正|洽谈|商谈|谈判|拟|计划|有意|考虑|寻求|将|欲|就|终止|取消|放弃|否认|叫停|宣布|已)+$/,
);

/** 甲收购乙, 乙被甲收购. */
export function readMerger(text: string, start: number, known: KnownNames): NewsEvent | null {
  // Most sentences are left at once: the expressions for them cost more than all others.
  if (!/收购|并购|买下/.test(text)) return null;
  const passive = mergerPassive.exec(text);
  const match = passive ?? merger.exec(text);
  if (!match) return null;
  if (/收购(?:了)?(?:价|要约|方|案|战|潮|意向|传闻|谈判)|传闻/.test(text)) return null;
  const { buyer: whole = '', target = '', price = '' } = match.groups ?? {};
  // 正洽谈, 将, 终止: how it stands is no part of the name.
  const buyer = whole.replace(beforeBuyer, '').replace(behindBuyer, '');
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
    valuation: /洽谈|谈判/.test(text) ? null : (amounts.find(({ use }) => use === 'valuation') ?? null),
    investors: [{ start: acquirer.start, end: acquirer.end, value: { name: acquirer.value, role: null } }],
    date: dateIn(text, start, known.day),
    outcome: 'completed',
    doubts: [],
  };
}

const lastListingAdverbs = linear(/(?:今日|正式|成功|已|宣布|于|在|日前|近日)+$/);

/** 甲在港交所挂牌上市. */
export function readListing(text: string, start: number, known: KnownNames): NewsEvent | null {
  const match = listing.exec(text);
  if (
    !match ||
    !/募|IPO|发行|筹|成功|正式|挂牌|敲钟|登陆/.test(text) ||
    /股价|市值|概念股|早盘|收盘|板块/.test(text) ||
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
    date: dateIn(text, start, known.day),
    outcome: 'completed',
    doubts: [],
  };
}
