import { linear } from '@/domain/expression/linear';
import type { FundingOutcome } from '@/domain/funding-outcome';

/*
 * What sounds like funding and is none: denials, plans, talks, history; margin trading, leasing, credit; money for
 * building, orders, revenue; funds that raise money for themselves.
 */
const denied =
  /否认|辟谣|不实|传闻被|谣言|(?:并|从)未(?:对外)?(?:公布|公开|进行|启动|有)|不属实|没有(?:融资|出售)计划|拒绝(?:了)?[^，。；]{0,16}(?:收购|投资|要约|融资)/;
const cancelled =
  /(?:融资|收购|并购|交易|投资|上市|IPO|增资|定增|要约)[^，。；]{0,12}(?:失败|终止|取消|撤回|搁置|流产|告吹|中止|叫停|夭折)|(?:终止|取消|撤回|搁置|放弃|中止|叫停|暂停|停止)(?:了)?[^，。；]{0,14}(?:融资|收购|并购|交易|投资|上市|IPO|增资|定增)|未能完成|尚未完成|无法完成|没有完成|并未完成|未获/;
const forbidden =
  /(?:禁止|否决|阻止|不予批准|叫停)[^，。；]{0,16}(?:收购|并购|投资|交易)|(?:收购|并购|交易)[^，。；]{0,10}(?:被禁止|被否决|被阻止|遭否决|未获批准)/;
const undone =
  /(?:撤销|解除|退回|剥离)[^，。；]{0,14}(?:收购|并购|投资协议|交易)|(?:收购|并购|交易)[^，。；]{0,10}(?:被撤销|被解除)/;
const planned = linear(
  /(?:计划|拟|有意|打算|考虑|寻求|正在?寻求|希望|预计|将|准备|正|正在|拟议|筹备|酝酿|启动|推进|洽谈|谈判|磋商|商谈|商讨|讨论|接近|即将|有望|或将|或|可能|目标|力争|需要|急需|探索|尝试|传|据传|传出|曝|就)(?:再|通过|以|于|在|进行|启动|新一轮|首轮|[^，。；]{0,22})?(?:融资|募资|募集|筹资|筹集|引入[^，。；]{0,6}投资|(?:被)?收购|完成[^，。；]{0,16}融资|股权投资)/,
);
const talked = linear(
  /(?:融资|收购|并购|投资)[^，。；]{0,16}(?:谈判|磋商|洽谈|讨论|协商|接触|接洽)(?:中|阶段)?|(?:开启|启动)(?:了)?(?:新一轮|新|首轮|[A-H]\+*轮)?融资(?:$|[，。；])|(?:被曝|传|或|拟|将)被[^，。；]{1,16}收购/,
);
const traps = linear(
  /融资余额|融资买入|两融|融资融券|融资净|融资租赁|融资客|融资盘|融资担保|供应链融资|融资成本|融资难|融资环境|融资渠道|融资平台|融资能力|融资需求|融资顾问服务|投融资(?:总额|事件|数据|规模|市场|峰会|论坛|大会|活动|对接)|融资(?:总额|规模|事件|数量|市场|案例|总金额)(?:同比|环比|达到?|为|超|共|下滑|下降|增长)|再融资新规|银行融资|贷款余额|社会融资|社融|直接融资|间接融资|减持|套现|\d+\s?起融资|(?:共|发生)\d+笔|路演|过桥贷款|递交(?:了)?(?:招股|上市)|递表/,
);
const ownFund = linear(
  /基金(?:完成|宣布完成|正式完成)?(?:首关|终关|首次关账|最终关账|首次交割|募集完成|完成募集|设立|成立|备案)|(?:完成|宣布)[^，。；]{0,20}(?:基金|母基金)(?:的)?(?:首关|终关|募集|募资|设立|首次关账)|(?:设立|成立|发起|组建|新设|推出)[^，。；]{0,24}(?:基金|产业基金|母基金|子公司|合资公司|实验室)|(?:首期|二期|三期|四期|五期|新一期|首支|首只|第[一二三四五六七]支|第[一二三四五六七]期)[^，。；]{0,24}基金(?!领投|跟投|投资|、|等)|为(?:其|旗下)[^，。；]{0,10}基金募集|资本[^，。；]{0,8}募集/,
);
const building = linear(
  /投资(?:约|超|近|总额|逾)?[^，。；]{0,14}(?:元|美元)?(?:建设|兴建|建造|新建|扩建|打造|用于建|布局)|(?:项目|基地|工厂|产业园|数据中心|智算中心|总部|生产线)[^，。；]{0,10}(?:总投资|投资额|投资)|总投资(?:额)?(?:约|超|近|达)?|签约[^，。；]{0,16}项目|投资(?:建设|设厂|建厂)/,
);
const history =
  /^(?:[^，。；]{0,14})?(?:此前|先前|早前|之前|曾|曾经|曾于|过去|早在|上一轮|上轮|前一轮|前几轮|历史上|回顾|成立至今|成立以来|自成立|迄今|截至目前|截止目前|目前已|公开资料显示|资料显示|据公开|去年|前年|\d+个?(?:月|年)前|[一二两三四五六七八九十半]个?(?:月|年)前)/;
const isDone = linear(
  /(?:已|宣布|成功|正式|顺利|刚刚|近日|日前|连续|再次|再度|首发[|丨｜])\s*(?:[^，。；]{0,6})?(?:完成|获得?|敲定|斩获|拿下)/,
);
const reported = /(?:据传|传闻|消息人士|知情人士|据悉(?=[^，。；]{0,12}已)|市场消息)/;

/** What a Chinese sentence says became of the round; 'history' and 'other' tell of no round of now. */
export function outcomeInChinese(sentence: string): FundingOutcome | 'history' | 'other' {
  if (undone.test(sentence)) return 'undone';
  if (forbidden.test(sentence)) return 'forbidden';
  if (denied.test(sentence)) return 'denied';
  if (cancelled.test(sentence)) return 'cancelled';
  if (traps.test(sentence)) return 'other';
  if (/基金|子公司|合资|实验室|募集/.test(sentence) && ownFund.test(sentence)) return 'other';
  if (/建|布局|总投资|投资额|签约|项目|基地/.test(sentence) && building.test(sentence)) return 'other';
  if (history.test(sentence)) return 'history';
  // 将用于…, 将…投入: what the money is for, not a plan to raise it.
  const done = sentence.replace(
    /(?:将|拟|计划|预计)(?:主要)?(?:用于|投入|用来|继续|持续|重点|加大|进一步|助力|推动|加速|基于|围绕|依托|专注|聚焦)[^，。；]*/g,
    '',
  );
  // 开启D轮融资，投资方包括…: who invests is known, so it took place.
  const opened =
    /开启|启动/.test(done) && /投资方(?:包括|为)|领投|跟投/.test(done) && !/洽谈|谈判|计划/.test(done);
  if (!opened && (planned.test(done) || talked.test(done)) && !isDone.test(done)) return 'in-talks';
  return reported.test(sentence) ? 'reported' : 'completed';
}

/** Does a later sentence take back what was said before it: 双方均表示消息不实? */
export function takesBack(sentence: string): boolean {
  return /消息不实|不属实|予以否认|(?:均|已|回应|官方)[^，。；]{0,10}否认|从未对外公布|并非事实|纯属谣言|为不实/.test(
    sentence,
  );
}

/** Does a Chinese sentence speak of money that a company raises? */
export function mentionsFunding(sentence: string): boolean {
  return /融资|投资|领投|跟投|注资|战投|入股|增资|募资|募集资金|股东|轮(?:次|融|投|[，。；、！\s]|$)|财务顾问|估值|金额|融了|融到|参投|参与|收购|并购|上市|加码/.test(
    sentence,
  );
}
