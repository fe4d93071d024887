import { linear } from '@/domain/expression/linear';

/**
 * What sounds like funding and is none: denials, plans, talks, history; margin trading, leasing, credit; money for
 * building, orders, revenue; funds that raise money for themselves.
 */
const denied =
  /否认|辟谣|不实|传闻被|谣言|失败|终止|取消|撤回|搁置|流产|告吹|未能完成|尚未完成|无法完成|没有完成|并未完成|暂停(?:了)?融资|停止融资|未获/;
const planned = linear(
  /(?:计划|拟|有意|打算|考虑|寻求|正在?寻求|希望|预计|将|准备|正|正在|拟议|筹备|酝酿|启动|开启|推进|洽谈|谈判|磋商|商谈|接近|即将|有望|或将|或|可能|目标|力争|需要|急需|探索|尝试|传|据传|传出|曝)(?:再|通过|以|于|在|进行|启动|新一轮|首轮|[^，。；]{0,12})?(?:融资|募资|募集|筹资|筹集|引入[^，。；]{0,6}投资|完成[^，。；]{0,16}融资)/,
);
const plannedEnglish = linear(
  /\b(?:in (?:early |advanced )?talks|seeking|seeks|plans? to|planning to|looking to|aims? to|hopes? to|considering|mulls?|mulling|weighs?|eyes?|eyeing|may|might|could|would|is expected to|reportedly|rumou?red|denies|denied|fails? to|failed to|struggles? to|scraps?|abandons?|calls? off|is set to|prepares? to|wants? to|targets?)\b[^.;]{0,60}\b(?:rais(?:e|ing)|funding|financing|round|investment|capital|invest|acquir)/i,
);
const traps =
  /融资余额|融资买入|两融|融资融券|融资净|融资租赁|融资客|融资盘|融资担保|供应链融资|融资成本|融资难|融资环境|融资渠道|融资平台|融资能力|融资需求|融资顾问服务|投融资(?:总额|事件|数据|规模|市场|峰会|论坛|大会|活动|对接)|融资(?:总额|规模|事件|数量|市场|案例|总金额)(?:同比|环比|达到?|为|超|共|下滑|下降|增长)|再融资新规|银行融资|贷款余额|社会融资|社融|直接融资|间接融资/;
const ownFund = linear(
  /基金(?:完成|宣布完成|正式完成)?(?:首关|终关|首次关账|最终关账|首次交割|募集完成|完成募集|设立|成立|备案)|(?:完成|宣布)[^，。；]{0,20}(?:基金|母基金)(?:的)?(?:首关|终关|募集|募资|设立|首次关账)|(?:设立|成立|发起|组建|新设)[^，。；]{0,24}(?:基金|产业基金|母基金|子公司|合资公司)|(?:首期|二期|三期|新一期)[^，。；]{0,10}基金/,
);
const building = linear(
  /投资(?:约|超|近|总额|逾)?[^，。；]{0,14}(?:元|美元)?(?:建设|兴建|建造|新建|扩建|打造|用于建|布局)|(?:项目|基地|工厂|产业园|数据中心|智算中心|总部|生产线)[^，。；]{0,10}(?:总投资|投资额|投资)|总投资(?:额)?(?:约|超|近|达)?|签约[^，。；]{0,16}项目|投资(?:建设|设厂|建厂)/,
);
const history =
  /^(?:[^，。；]{0,10})?(?:此前|先前|早前|之前|曾|曾经|曾于|过去|早在|上一轮|上轮|前一轮|前几轮|历史上|回顾|成立至今|成立以来|自成立|迄今|截至目前|截止目前|目前已|公开资料显示|资料显示|据公开)/;
const historyEnglish = linear(
  /\b(?:previously|earlier raised|had raised|last raised|has raised (?:a total|over|more than|\$[\d.]+\s?\w+ (?:to date|in total|since))|to date|since (?:its )?(?:inception|founding)|so far|last round)\b/i,
);
const businessEnglish = linear(
  /\b(?:rais(?:es?|ed|ing) (?:prices?|concerns?|questions?|awareness|alarm|guidance|forecast|outlook|rates?|wages?|stakes|doubts?|fees|tariffs|dividend|target|the bar|money for charity)|launch(?:es|ed) (?:a |an )?(?:\$|US\$)?[\d.]+\s?(?:m|b|million|billion)[\w\s-]* fund|closes? (?:its |a )?(?:first |second |third |new |debut |latest |[\w$]+ )*(?:fund\b|venture fund)|fund (?:I|II|III|IV|V|VI)\b|revenue|earnings|layoffs?|lays? off|quarterly|data cent(?:er|re)s?|buyback|share repurchase|bond sale|loan facility|credit (?:line|facility)|wins? (?:a |an )?[\w$. ]*(?:contract|order|deal)|grant from)\b/i,
);

const isDone = linear(
  /(?:已|宣布|成功|正式|顺利|刚刚|近日|日前|连续|再次|再度|首发[|丨｜])\s*(?:[^，。；]{0,6})?(?:完成|获得?|敲定|斩获|拿下)/,
);

/** Why a Chinese sentence is no funding news, or null where nothing speaks against it. */
export function speaksAgainstInChinese(sentence: string): 'denied' | 'planned' | 'history' | 'trap' | null {
  if (denied.test(sentence)) return 'denied';
  if (traps.test(sentence) || ownFund.test(sentence) || building.test(sentence)) return 'trap';
  if (history.test(sentence)) return 'history';
  // 将用于…, 将…投入: what the money is for, not a plan to raise it.
  const done = sentence.replace(
    /(?:将|拟|计划|预计)(?:主要)?(?:用于|投入|用来|继续|持续|重点|加大|进一步|助力|推动|加速)[^，。；]*/g,
    '',
  );
  if (planned.test(done) && !isDone.test(done)) return 'planned';
  return null;
}

/** The same in English. */
export function speaksAgainstInEnglish(sentence: string): 'planned' | 'history' | 'trap' | null {
  if (businessEnglish.test(sentence)) return 'trap';
  if (
    plannedEnglish.test(sentence) &&
    !/\b(?:has|have) (?:raised|closed|secured|completed)\b|^[^,.]{1,60}\b(?:raises|closes|secures|completes|lands|bags|nets)\b/.test(
      sentence,
    )
  )
    return 'planned';
  if (historyEnglish.test(sentence)) return 'history';
  return null;
}

/** Does a Chinese sentence speak of money that a company raises? */
export function mentionsFunding(sentence: string): boolean {
  return /融资|投资|领投|跟投|注资|战投|入股|增资|募资|募集资金|股东|轮(?:次|融|投|[，。；、！\s]|$)|财务顾问/.test(
    sentence,
  );
}
