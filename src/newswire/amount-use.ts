import { linear } from '@/domain/expression/linear';

/**
 * What an amount is about. `cumulative` spans several rounds; `old` is a valuation or a round of before; `share` is what one
 * investor puts in; `other` is revenue, an order, a fund, a headcount.
 */
export type AmountUse = 'raised' | 'valuation' | 'cumulative' | 'old' | 'share' | 'other';

const valuationBehindChinese =
  /^(?:的)?(?:人民币)?的?(?:投前|投后|融资前|融资后|整体|最新|公司)*估值(?!(?:约|近|超|达|为|至|：)*\d)|^(?:的)?(?:投前|投后)/;
const valuationBeforeChinese =
  /(?:估值|身价)(?:也|将|已经|已|则|被|更|再|均|一举|推高|抬高|推升|提升|提高|接近|约合|最新|或|进一步)*(?:超过|超|达到了?|达|为|约|近|逾|突破|升至|涨至|增至|增长至|上升至|飙升至|跃升至|跃升到|涨到|翻至|翻倍至|攀升至|高达|来到|站上|在|从|至|到|：|:|(?:(?!完成|获|融|投|募|较|从|由|[，。；、]).){0,6})$/;
/** 估值较2025年1月B轮的17亿美元, 估值从5亿美元: a figure of before. */
const oldBefore = linear(
  /(?:估值|身价)[^，。；]{0,6}(?:较|比|相比|从|由)[^，。；]{0,16}$|(?:此前|上一轮|上轮|前一轮|当时|曾)[^，。；]{0,10}(?:估值|融资)?[^，。；]{0,4}$/,
);
/** …跃升4倍，达到近70亿美元, behind a valuation that was told first. */
const risen = /(?:升|涨|增长|翻)[^。；]{0,12}(?:达到了?|达|至|到)$/;
const otherBeforeChinese =
  /(?:营收|收入|销售额|利润|净利|亏损|净亏|订单|合同|注册资本|注册资金|实缴资本|售价|单价|价格|产值|市值|GMV|流水|ARR|研发投入|研发费用|补贴|罚款|奖金|奖励|授信|贷款额?|回购|分红|中标|成交额|交易额|余额|出货|总投资|投资额|套现|支出|成本|资产|负债|市场规模|规模|预算|捐赠|年薪|工资|收益|现金)(?:总额|金额|额)?[^，。；]{0,8}$/;
const otherBehindChinese =
  /^(?:的)?(?:年度|年化)?(?:营收|收入|订单|大单|合同|补贴|奖金|授信|贷款(?!融资)|罚款|市值|产值|项目|基金(?!等|领|跟|投)|[^，。；、]{0,8}基金(?:的|首关|募|$)|采购|销售|年薪|回购|元?奖励|的?算力|建设|债券|零售债|股票|规模的?(?:基金|市场)|市场)/;
const cumulativeBefore = linear(
  /(?:累计|累积|迄今|总共|合计已|至今|\d+年\d*轮?)[^，。；]{0,4}?(?:已|共)?(?:完成|获得?|融资|募集|募资|获投|资金|筹集)*(?:了)?(?:金额|总额|额|总金额)?(?:已|共)?(?:超过|超|达到?|为|约|近|逾|高达|人民币|折合)*$/,
);
const shareBefore =
  /(?:其中|各|分别|单独)[^，。；]{0,16}(?:投资|出资|认购|投入|领投)(?:了|额|金额)?(?:为|约|近|超)?$/;

/** What an amount of a Chinese sentence is about, by what stands to both sides of it. */
export function useInChinese(left: string, right: string): AmountUse {
  const near = left.slice(-26);
  if (oldBefore.test(near) && !/完成|获/.test(near.slice(-6))) return 'old';
  if (valuationBehindChinese.test(right)) return 'valuation';
  if (valuationBeforeChinese.test(near)) return 'valuation';
  if (left.includes('估值') && risen.test(near)) return 'valuation';
  if (cumulativeBefore.test(near)) return 'cumulative';
  if (otherBeforeChinese.test(near) && !/融资(?:总)?(?:规模|金额|成本)?[^，。；]{0,4}$/.test(near))
    return 'other';
  if (otherBehindChinese.test(right)) return 'other';
  if (/^(?:的)?累计融资/.test(right)) return 'cumulative';
  if (shareBefore.test(near)) return 'share';
  return 'raised';
}

const valuationBehind = linear(
  /^(?:\s|-)*(?:(?:post|pre)[- ]money|enterprise|paper|private|company|market|implied|equity)?\s*(?:valuation|market cap|(?:post|pre)[- ]money|valued)/i,
);
const valuationBefore =
  /(?:valuations?,? (?:of|at|to|is|was|now|reached|hits|hit|has reached|jumped to|rose to|climbed to|topping|exceeding|surpassing|near|around)|valued,? (?:at|the company at|it at)|valu(?:ing|es|ed) (?:it|itself|them|the \w+(?: \w+)?|[\w.’' -]{1,30}) at|(?:pre|post)-money(?: valuation)? (?:of|at)|(?:is|now|was|company|startup|firm) worth|valuation(?: [\w$.]+){0,7} to)\s*(?:a|an|up to)?\s*$/i;
const oldBeforeEnglish = linear(
  /(?:valuation|valued|worth)(?: \w+){0,3} (?:up )?from\s*$|\bup from\s*(?:a|its|the)?\s*$|\b(?:compared (?:to|with)|previous(?:ly)?(?: \w+){0,4}(?: of| at)|from its previous|double (?:its|the)|last valued at|was valued at|after raising an initial|doubling from|after an? (?:earlier|initial))\s*$/i,
);
const otherMoneyBefore = linear(
  /(?:revenues?|sales|profit|loss(?:es)?|contract|order|fine|budget|spend(?:ing)?|salary|grant|capex|market|ARR|run[- ]rate|bookings|GMV|payments?|transactions?|savings|costs?|assets(?: under management)?|AUM|loan book|fund|opportunity|bid|prices?)(?: of| at| worth| to| in| from| for| is| was| exceeding| reached| topped| hit)?\s*(?:about|over|more than|nearly)?\s*$/i,
);
const otherMoneyBehind =
  /^\s*(?:in |of )?(?:annual(?:ized|ised)? |yearly |recurring |monthly |total )*(?:revenues?|sales|profits?|losses|contract|orders?|fine|fund\b(?!ing|rais)|data cent|in orders|ARR|in ARR|in assets|AUM|run[- ]rate|bid|lawsuit|market|per (?:year|month)|a (?:year|month)|annually|in (?:transactions?|payments?|loans|GMV|bookings|savings|goods)|(?:\w+ ){1,3}fund\b(?!ing|rais))/i;
const totalBefore = linear(
  /(?:total(?:l?ing)?|to date|in all|overall|total (?:of|funding|raised|capital|amount|equity|investment)(?: raised)?(?: to date)?(?: to| of| is| at| now)?|(?:funding|raised|capital|investment)(?: to date)? to|cumulative(?: \w+)?(?: of| to)?)\s*(?:over|more than|about|nearly|around|some|a)?\s*$/i,
);
const totalBehind =
  /^\s*(?:in total|to date|in total funding|in all|so far|since (?:its )?(?:inception|founding|launch)|total\b)/i;
const shareBehind = /^\s*(?:check|cheque|commitment|investment) from\b/i;
const shareBeforeEnglish = linear(
  /\b(?:includ(?:es|ing|ed)|with|of which|consisting of|comprising|led by|contribut(?:es|ed|ing)|put(?:s|ting)? (?:in|up)|chipp?(?:ed|ing) in|first|could become|what could become|up to)\s*(?:a|an|about|some|up to)?\s*$/i,
);

/** The same for an English sentence. */
export function useInEnglish(left: string, right: string): AmountUse {
  const near = left.slice(-60);
  if (oldBeforeEnglish.test(near)) return 'old';
  if (valuationBehind.test(right)) return 'valuation';
  if (valuationBefore.test(near)) return /\bfrom\s*$/i.test(near) ? 'old' : 'valuation';
  if (/^\s*(?:in )?(?:early |late )?(?:in )?\d{4} to\b/.test(right)) return 'old';
  if (otherMoneyBefore.test(near)) return 'other';
  if (otherMoneyBehind.test(right)) return 'other';
  if (totalBefore.test(near)) return 'cumulative';
  if (totalBehind.test(right)) return 'cumulative';
  if (shareBehind.test(right)) return 'share';
  if (
    shareBeforeEnglish.test(near) &&
    /^[^.;,]{0,60}\b(?:from|mega-round|of (?:previously|debt))\b/i.test(right)
  )
    return 'share';
  return 'raised';
}

/** Whether a valuation is of before the money or after it, by the words around it. */
export function valuationWhen(left: string, right: string): 'pre' | 'post' | null {
  const [before, behind] = [left.slice(-16), right.slice(0, 24)];
  if (/投前|融资前|pre[- ]money/i.test(before) || /^[^，,。.]{0,14}(?:投前|pre[- ]money)/i.test(behind))
    return 'pre';
  if (/投后|融资后|post[- ]money/i.test(before) || /^[^，,。.]{0,14}(?:投后|post[- ]money)/i.test(behind))
    return 'post';
  return null;
}
