import { linear } from '@/domain/expression/linear';
import type { Found } from './news-event';

const raise =
  '(?:完成|获得?(?!悉|奖|评|批|选|准|颁|赞|授信|知|取|胜|益)|斩获|拿下|拿到|收获|喜获|揽获|敲定|官宣|融资|融得|融到|融了|募得|募集|筹集|募资|引入|迎来|达成|签署|落地|入账|进账|得到|收到|再融|吸引|狂揽|揽入|宣布|启动并完成|连获|连融|连续完成|拟获|吸金)';
/** What may stand between the company and the verb. */
const adverbs =
  '(?:(?:已|已经|正式|成功|顺利|连续|再次|再度|又|再|刚刚|刚|宣布|官宣|对外宣布|公告|透露|近日|日前|近期|最近|今日|今天|昨日|昨天|本周|上周|今年|去年|率先|独家|首次|相继|先后|密集|重磅|火速|低调|悄然|也|共|将|于|在|就|公开|对外|还|均|一举|持续|接连|累计|半年内?|[一两三半数][个]?(?:月|年)内?|年内|\\d+个?(?:月|天|年)内?|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号])?(?:上旬|中旬|下旬|底|初|份)?)[\\s,，]*)*';
const anchor = linear(new RegExp(`^(?<subject>.*?)(?<adverbs>${adverbs})(?<verb>${raise})`));

const opening = linear(
  /^[\s·•\-*#>]*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)）:：]\s*)?(?:[【[][^】\]]{0,30}[】\]]\s*)?(?:(?:据|从)?[^，,。；「“]{0,16}?(?:获悉|消息|报道|电|讯|显示|了解|披露|公告称?|官微|公众号(?:消息|发文)?|官网)\s*[，,：:]\s*)?(?:[^\s|丨｜，,。「“]{0,12}(?:首发|独家|快讯|早报|晚报|投融资|融资丨?|日报|周报|要闻|资讯|观察|播报|速递|头条|焦点|看点)\s*[|丨｜:：·-]+\s*)?(?:(?:36氪|钛媒体|投资界|动脉网|IT桔子|猎云网|创业邦|亿欧|界面新闻|财联社|智东西|机器之心|量子位|甲子光年)[^|丨｜:：，,]{0,8}[|丨｜:：，,]\s*)?(?:(?:近日|日前|今日|今天|昨日|昨天|近期|最近|刚刚|早间|晚间|本周|上周|本月|上月|据悉|据了解|获悉|重磅|突发|喜讯|好消息|独家|首发|快讯)[！!，,：:\s]*|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?(?:上午|下午|晚间?|早间|消息|讯|电)?[，,：:\s]*|(?:19|20)\d\d年(?:初|底|末|上半年|下半年)?[，,\s]*|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[，,：:\s]*)*/,
);

const kind =
  '(?:公司|企业|厂商|服务商|提供商|供应商|开发商|运营商|制造商|方案商|研发商|集成商|初创|初创公司|创业公司|独角兽|平台|品牌|团队|创企|新锐|黑马|龙头|巨头|新秀|新贵|先行者|领军者|开拓者|领导者|引领者|机构|实验室孵化企业|社区|应用|赛道玩家|玩家|明星项目|项目)';
const described = linear(new RegExp(`^.*${kind}(?:之一)?(?=[^的，,。\\s]{2,})`));

/** Words that are no company, and what sentences begin with. */
const notCompany =
  /^(?:公司|该公司|其|它|本轮|此轮|此次|本次|资金|融资|这|该|双方|投资方|投资人|目前|同时|此外|其中|消息|据悉|并|并且|且|也|将|已|又|再|我们|他们|官方|后者|前者|据|由|获|对此|未来|此前|随后|去年|今年|行业|市场|国内|全球|中国|一家|多家|两家|这家公司|团队|企业|新公司|今日|昨日|近日|日前|[\d\s.]+|该项目|该企业|初创公司|创始人|.*(?:领域|赛道|行业|市场|板块)(?:的)?|.*(?:轮|万|亿|元))$/;
const spoils = /[，,。；;：！!？?]|:(?![a-z])|领投|跟投|融资|估值|轮$|(?:亿|万)(?:元|美元)?$/;

const lastAdverbs = linear(new RegExp(`${adverbs}$`));
const lastBlanks = linear(/[\s：:，,]+$/);
const quotedName = linear(/[「“『《"]([^」”』》"]{1,30})[」”』》"](?:[（(][^）)]*[）)])?[^「」“”]{0,6}$/);
const descriptionBefore = linear(
  /^.*(?:专注|致力|聚焦|从事|深耕|主打|主营|提供|打造|研发|开发|布局|领先|领域|知名|旗下|背后|孵化|成立|创立|创办|支持|为核心|一家|赛道|行业|方向|技术|服务)[^，]*的(?=[^的]{2,}$)/,
);
const lastBracket = linear(/[（(][^（()）]*[）)]?\s*$/);
const lastMarks = linear(/[\s」“”"'》、]+$/);

/** The company's name inside its subject, with its place: 专注于…的智谱AI, AI 芯片公司「甲」, 甲（Alpha）; null where none. */
export function companyName(
  subject: string,
  start: number,
  known: readonly string[] = [],
): Found<string> | null {
  const trimmedEnd = subject
    .replace(/(?:以|按)[^，,。；]{2,20}估值$/, '')
    .replace(lastAdverbs, '')
    .replace(lastBlanks, '');
  let text = trimmedEnd;
  let at = 0;
  const keep = (from: number) => {
    at += from;
    text = text.slice(from);
  };
  keep(opening.exec(text)?.[0].length ?? 0);
  const last = Math.max(
    ...['|', '丨', '｜', '】', '>', '：'].map((mark) => text.lastIndexOf(mark)),
    // Run:ai is a name.
    text.search(/:(?![^:]*:)(?!(?<=[A-Za-z]:)[a-z])/),
  );
  if (last >= 0 && last < text.length - 1) keep(last + 1);
  const quoted = quotedName.exec(text);
  if (quoted?.[1]) {
    const from = at + quoted.index + 1;
    return { start: start + from, end: start + from + quoted[1].length, value: quoted[1].trim() };
  }
  keep(/^\s*/.exec(text)?.[0].length ?? 0);
  // A comma: an apposition follows the name (甲公司，一家…), or precedes it (专注于…，甲公司).
  const pieces = text.split(/[，,]/);
  if (pieces.length > 1) {
    const first = pieces[0] ?? '';
    const rest = pieces.slice(1).join('，');
    const final = pieces.at(-1) ?? '';
    const apposition =
      /^\s*(?:一家|一个|作为|专注|致力|聚焦|主营|成立于|总部|位于|由|是|其|该公司|公司|即|简称|旗下|在|凭借|经过|继|时隔|为)/.test(
        rest,
      ) ||
      final.trim() === '' ||
      notCompany.test(final.trim());
    if (apposition) text = first;
    else keep(text.length - final.length);
  }
  const known_ = known.find((name) => name.length > 1 && text.endsWith(name));
  if (known_ !== undefined && text.length > known_.length) {
    const before = text.slice(0, -known_.length);
    // 甲智谱AI is another company; 大模型厂商智谱AI is not.
    if (/[\s的]$/.test(before) || described.test(text) || before.length >= 4) keep(before.length);
  }
  const of = descriptionBefore.exec(text);
  if (of) keep(of[0].length);
  const kindOf = described.exec(text);
  if (kindOf && !/^(?:集团|科技|股份|有限|控股|中国)/.test(text.slice(kindOf[0].length)))
    keep(kindOf[0].length);
  const bracket = lastBracket.exec(text);
  if (bracket && bracket.index > 0) text = text.slice(0, bracket.index);
  keep(/^[\s「“”"'《]*/.exec(text)?.[0].length ?? 0);
  const name = text.replace(lastMarks, '').replace(/(?<=.{2})(?:公司)?(?:方面|官方)$/, '');
  if (name.length < 2 || name.length > 40 || notCompany.test(name) || spoils.test(name)) return null;
  return { start: start + at, end: start + at + name.length, value: name };
}

const anyRaise = linear(new RegExp(raise, 'g'));
const anyAdverbs = linear(new RegExp(adverbs, 'g'));

/** A company that raises money, as the subject of a Chinese sentence, and where the words about it end. */
export function raisingCompany(
  sentence: string,
  start: number,
  known: readonly string[],
): { company: Found<string>; end: number } | null {
  const match = anchor.exec(sentence);
  if (!match) return null;
  // 甲公司宣布…, 甲公司完成…: try each verb until what stands before it holds a name.
  const verbs = [...sentence.matchAll(anyRaise)];
  for (const verb of verbs) {
    const subject = sentence.slice(0, verb.index);
    if (/领投|跟投|参投|收购|投资方|本轮/.test(subject)) return null;
    const company = companyName(subject, start, known);
    if (company) return { company, end: verb.index + verb[0].length };
    if (subject.trim() !== '' && !/^[\s，,]*$/.test(subject.replace(anyAdverbs, '')) && verb.index > 60)
      return null;
  }
  return null;
}

const backed = linear(
  new RegExp(
    '^(?<investors>[^，。；！!|丨]{1,60}?)(?<verb>联合领投|共同领投|领投|跟投|参投|独家投资|战略投资|战略入股|战略领投|联合投资|共同投资|投资|入股|注资|追投|加码|增持|押注|重仓)(?:了)?' +
      '(?<company>[^，。；！!、|丨\\s]{2,24}?)(?<after>(?:的)?(?:新一轮|(?:Pre|天使|种子|[A-H]\\d?\\+*轮|战略融资|IPO)|超|近|逾|约|数[千百十亿]|大几千|\\d|[一二三四五六七八九十]+(?:亿|千万|百万)|[，。；！!、\\s]|$))',
    'i',
  ),
);

/** An investor as the subject: 红杉中国领投甲公司5000万元A轮融资. */
export function backedCompany(
  sentence: string,
  start: number,
  known: readonly string[],
): { company: Found<string>; investors: string; end: number; verb: string } | null {
  const match = backed.exec(sentence);
  const { investors = '', verb = '', company: words = '' } = match?.groups ?? {};
  if (!match || /^(?:者|人|方|机构|额|基金|集团|公司|于|在|界|部|建设|的|\d|约|超|近|数|总)/.test(words))
    return null;
  if (/由|获|完成|融资/.test(investors)) return null;
  const at = match[0].indexOf(words, investors.length + verb.length);
  const company = companyName(words, start + at, known);
  return company ? { company, investors, end: at + words.length, verb } : null;
}
