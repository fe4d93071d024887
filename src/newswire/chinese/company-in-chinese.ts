import { linear } from '@/domain/expression/linear';
import type { Found } from '../news-event';

const raise =
  '(?:完成|获得?(?!悉|奖|评|批|选|准|颁|赞|授信|知|取|胜|益|利|客|罚|刑|释)|斩获|拿下|拿到|收获|喜获|揽获|敲定|官宣|(?:公布|披露|公告|推出|迎)(?:了)?(?=[^，。；]{0,10}轮[^，。；]{0,4}融资)|融资|融得|融到|融了|募得|募集|筹集|募资|引入|迎来|达成|签署|落地|入账|进账|得到|收到|再融|吸引|狂揽|揽入|宣布|启动并完成|连获|连融|连续完成|拟获|吸金|开启|关闭|交割|锁定)';
/** What may stand between the company and the verb. */
const adverbs =
  '(?:(?:已|已经|正式|成功|顺利|连续|再次|再度|又|再|刚刚|刚|宣布|官宣|对外宣布|公告|透露|表示|称|近日|日前|近期|最近|今日|今天|昨日|昨天|本周|上周|本月|上月|今年|去年|率先|独家|首次|相继|先后|密集|重磅|火速|低调|悄然|也|共|将|于|在|就|公开|对外|还|均|曾|一举|持续|接连|累计|当天|当日|逆势|此前|半年内?|[一两三半数][个]?(?:月|年)内?|年内|\\d+个?(?:月|天|年)内?|(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号])?(?:上旬|中旬|下旬|底|初|份)?)[\\s，]*)*';
const inRound = linear(/在\s?(?:由)?[^，。；]{0,60}(?:融资|轮)中(?=筹集|募集|获|完成|融|筹得|募得)/);
const anyRaise = linear(new RegExp(raise, 'g'));
const onlyAdverbs = linear(new RegExp(`^[\\s，]*${adverbs}$`));

const source =
  '36氪|硬氪|暗涌|钛媒体|投资界|动脉网|IT桔子|猎云网|创业邦|亿欧|界面新闻|财联社|智东西|机器之心|量子位|甲子光年|证券时报|亿邦动力|铅笔道|第一财经|澎湃新闻|品玩|雷峰网|新智元';
const opening = linear(
  new RegExp(
    `^[\\s·•\\-*#>]*(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[.、)）:：]\\s*)?(?:[【[][^】\\]]{0,30}[】\\]]\\s*)?(?:(?:据|从)?[^，。；「“]{0,20}?(?:获悉|消息|报道|电|讯|显示|了解到?|披露|公告称?|官微|公众号(?:消息|发文)?|官网)\\s*[，：:]\\s*)?(?:[^\\s|丨｜，。「“]{0,12}(?:首发|独家|快讯|早报|晚报|投融资|融资丨?|日报|周报|要闻|资讯|观察|播报|速递|头条|焦点|看点)\\s*[|丨｜:：·-]+\\s*)?(?:(?:${source})[^|丨｜:：，]{0,8}[|丨｜:：，]\\s*)?(?:(?:近日|日前|今日|今天|昨日|昨天|近期|最近|刚刚|早间|晚间|当天|当日|本周|上周|本月|上月|同一?[周日天月年期]|据悉|据了解|获悉|重磅|突发|喜讯|好消息|独家|首发|快讯|随后|此后|之后|其后|后来|此外|另外|同时|不久前|[一二两三四五六七八九十半\\d]+个?(?:月|年|周|天)(?:之)?[前后])的?[！!，：:\\s]*|(?:(?:19|20)\\d{2}年)?\\d{1,2}月(?:\\d{1,2}[日号])?(?:上午|下午|晚间?|早间|消息|讯|电|份)?的?[，：:\\s]*|(?:19|20)\\d\\d年(?:年?初|年?底|末|中|上半年|下半年|伊始)?[，\\s]*|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}[，：:\\s]*)*`,
  ),
);

const kind =
  '(?:公司|企业|厂商|服务商|提供商|供应商|开发商|运营商|制造商|方案商|研发商|集成商|初创公司|创业公司|初创团队|初创企业|初创|新创公司|新创|独角兽|平台|品牌|团队|创企|新锐|黑马|龙头|巨头|新秀|新贵|先行者|领军者|开拓者|领导者|引领者|机构|实验室孵化企业|社区|应用|赛道玩家|玩家|明星项目|项目|工作台|新势力|新星|头部厂商|车企|药企|券商|解决方案商|连锁品牌|连锁|电商|车企|药企)';
const described = linear(new RegExp(`^.*${kind}(?:之一|——)?\\s?(?=[^的，。\\s]{2,})`));
const notAfterKind = /^(?:集团|科技|股份|有限|控股|中国|[化级型方名内].?$|总部|创始人|估值|们)/;
/** What stands between a description and a Latin name: 去中心化AI计算平台 Ritual. */
const latinTail =
  /^(?<before>.*[\p{Script=Han}）】」”:：]\s?|.*[\p{Script=Han}]\s)(?<name>(?:[A-Z][\w.&'’+-]*|[a-z]{1,5}[A-Z]\w*|[a-z]?\d{1,3}[A-Za-z]\w*)(?:\s(?:[A-Z0-9][\w.&'’+-]*|of|the|for))*)$/u;
const partOfName = /^(?:AI|Ai|Tech|Lab|Labs|Robotics|Bio|Health|Pro|Plus|X|VR|AR|IoT|GPU|SaaS)$/;

/** Words that are no company, and what sentences begin with. */
const notCompany = linear(
  /^(?:(?:具身智能|人工智能|大模型|机器人|新能源|半导体|芯片|自动驾驶|医疗|生物医药|智能驾驶)(?:赛道|领域|行业)?|Pre-?[A-H]?\+*|[A-H]\+*|Series.*|AI|公司|该公司|其|它|本轮|此轮|此次|本次|资金|融资|这|该|双方|投资方|投资人|目前|同时|此外|其中|消息|据悉|并|并且|且|也|将|已|又|再|我们|他们|他|她|官方|后者|前者|据|由|获|对此|未来|此前|随后|去年|今年|年初|年末|年底|年中|[上下]半年|月初|月底|行业|市场|国内|全球|中国|美国|一家|多家|两家|这家公司|团队|企业|新公司|今日|昨日|近日|日前|当天|[\d\s.]+|该项目|该企业|该平台|初创公司|创始人|.*(?:领域|赛道|行业|市场|板块|产业)(?:的)?|.*(?:轮|万|亿|元)|.*(?:融资|投资|阶段|时间|过程中|之后|以来|以后|期间|背景下|情况下|记录|纪录|一笔|交易|合作|人士|记者)|(?:该|这|此|本|两|三|多|数|首|新一|某|上|下|每|各)(?:笔|轮|家|次|项|位|个|一).*|\d+(?:家|笔|个|名|位).*|.*(?:其中|包括))$/,
);
const spoils =
  /[，。；：！!？?]|:(?![a-z])|领投|跟投|融资|估值|轮$|(?:亿|万)(?:元|美元)?$|[、]|获|完成|宣布|^(?:以及|还有|并由|由)|表示$|认为|用于|将于/;

const lastAdverbs = linear(new RegExp(`${adverbs}$`));
const lastBlanks = linear(/[\s：:，]+$/);
const shortName = linear(
  /[（](?:以下|下)?(?:简称|称|又名|品牌名)(?:为|：|:|是)?\s?[「“『《"'‘]?(?<name>[^」”』》"'’）]{1,24})[」”』》"'’]?[^）]{0,12}[）]\s*$/,
);
const quotedName = linear(
  /[「“『《"](?<name>[^」”』》"「“]{1,30})[」”』》"](?:[（][^）]*[）])?(?<behind>[^「」“”"]{0,12})$/,
);
const descriptionBefore = linear(
  /^.*(?:专注|致力|聚焦|从事|深耕|主打|主营|提供|打造|研发|开发|布局|领先|领域|知名|旗下|背后|孵化|成立|创立|创办|支持|为核心|一家|赛道|行业|方向|技术|服务|设计|出身|毕业|系|创业|设立|运营|投资)[^，]*的(?=[^的]{2,}$)/,
);
const founded = linear(/^.*(?:创办|创立|成立|打造|孵化|旗下|推出|运营|代表作?|是)(?=[^的，]{2,}$)/);
const lastBracket = linear(/[（][^（）]*[）]?\s*$/);
const lastMarks = linear(/[\s」“”"'》、]+$/);
const circumstance = linear(
  /(?:以[^，。；]{2,24}(?:估值|价格|名义|身份|条件)|(?:用(?:自家|自己|其)|凭借|通过)[^，。；]{2,24}|在(?!线)[^，。；]{1,24}|于[^，。；]{1,24}(?:中|上|里|会|时)|于[^，。；]{1,14}(?:发布|发表|刊发|召开|举行)[^，。；]{0,12})$/,
);

const inRole = linear(/(?<=.{2})作为[^，]*$/);

const spanOf = (value: string, at: number): Found<string> => ({ start: at, end: at + value.length, value });

/** The company's name inside its subject, with its place: 专注于…的智谱AI, AI 芯片公司「甲」, 甲（Alpha）; null where none. */
export function companyName(
  subject: string,
  start: number,
  known: readonly string[] = [],
): Found<string> | null {
  let text = subject
    .replace(/（\d{1,2}月\d{1,2}日）$/, '')
    .replace(lastAdverbs, '')
    .replace(lastBlanks, '');
  let at = 0;
  const keep = (from: number) => {
    at += from;
    text = text.slice(from);
  };
  keep(opening.exec(text)?.[0].length ?? 0);
  const short = shortName.exec(text);
  if (short?.groups?.name) {
    const value = short.groups.name.trim();
    return accepted(spanOf(value, start + at + text.indexOf(value, short.index + 2)));
  }
  const last = Math.max(
    ...['|', '丨', '｜', '】', '>', '：', '—'].map((mark) => text.lastIndexOf(mark)),
    // Run:ai is a name.
    text.search(/:(?![^:]*:)(?!(?<=[A-Za-z]:)[a-z])/),
  );
  if (last >= 0 && last < text.length - 1) keep(last + 1);
  else if (last === text.length - 1 && last > 0) text = text.slice(0, last);
  keep(/^\s*/.exec(text)?.[0].length ?? 0);
  // A comma: an apposition follows the name (甲公司，一家…), or precedes it (专注于…，甲公司).
  const pieces = text.split('，');
  if (pieces.length > 1) {
    const place = nameInPieces(pieces);
    if (place < 0) return null;
    keep(pieces.slice(0, place).reduce((sum, piece) => sum + piece.length + 1, 0));
    text = (pieces[place] ?? '').replace(lastAdverbs, '').replace(lastBlanks, '');
    keep(opening.exec(text)?.[0].length ?? 0);
  }
  const quoted = quotedName.exec(text);
  if (quoted?.groups?.name) {
    const { name, behind = '' } = quoted.groups;
    const rest = behind.trim().replace(circumstance, '').replace(lastAdverbs, '');
    // "全球第一股"智谱: what stands behind the quotation is the name.
    if (rest === '' || /^(?:公司|团队|品牌|项目|平台|方面|机器人|科技|集团)$/.test(rest) || rest.length < 2)
      return accepted(spanOf(name.trim(), start + at + text.indexOf(name, quoted.index)), true);
    keep(text.length - behind.length);
  }
  text = text.replace(inRole, '');
  if (text.length > 4) text = text.replace(circumstance, (words, place: number) => (place >= 2 ? '' : words));
  text = text.replace(lastAdverbs, '').replace(lastBlanks, '');
  const bracket = lastBracket.exec(text);
  if (bracket && bracket.index > 0) text = text.slice(0, bracket.index);
  const known_ = known.find((name) => name.length > 1 && text.endsWith(name));
  if (known_ !== undefined && text.length > known_.length) {
    const before = text.slice(0, -known_.length);
    // 甲智谱AI is another company; 大模型厂商智谱AI is not.
    if (/[\s的]$/.test(before) || described.test(text) || before.length >= 4) keep(before.length);
  }
  const of = descriptionBefore.exec(text);
  if (of) keep(of[0].length);
  const kindOf = described.exec(text);
  if (kindOf && !notAfterKind.test(text.slice(kindOf[0].length))) keep(kindOf[0].length);
  const founder = founded.exec(text);
  if (founder && text.length - founder[0].length <= 16) keep(founder[0].length);
  const latin = latinTail.exec(text);
  if (latin?.groups?.name && latin.groups.before) {
    const { before, name } = latin.groups;
    const han = before.trim().length;
    if (!partOfName.test(name) && name.length > 1 && (/\s$/.test(before) || han >= 5)) keep(before.length);
  }
  keep(/^[\s「“”"'《]*/.exec(text)?.[0].length ?? 0);
  keep(/^而(?=[A-Z]|\p{Script=Han}{2})/u.exec(text)?.[0].length ?? 0);
  const name = text
    .replace(/(?:走?出隐身(?:模式)?)$/, '')
    .replace(lastMarks, '')
    .replace(/(?<=.{2})(?:公司)?(?:方面|官方|团队)$/, '');
  return accepted(spanOf(name, start + at));
}

function accepted(found: Found<string>, quoted = false): Found<string> | null {
  const { value } = found;
  if (quoted) return spoils.test(value) ? null : found;
  if (value.length < 2 || value.length > 40 || notCompany.test(value) || spoils.test(value)) return null;
  // A company's name in Chinese has seldom more than sixteen characters; what is longer is a phrase.
  if (/^\p{Script=Han}{17,}$/u.test(value) && !/公司$/.test(value)) return null;
  return found;
}

/** 开发推理芯片的甲: the description ends in the name. */
const endsInName = /的[^的，]{2,20}$/;

/** Which of the pieces between commas holds the name; -1 where none does. */
function nameInPieces(pieces: readonly string[]): number {
  const bare = (piece: string) =>
    piece.replace(lastAdverbs, '').replace(lastBlanks, '').replace(opening, '').trim();
  const apposition =
    /^\s*(?:一家|一个|开发|研发|推出|提供|打造|作为|专注|致力|聚焦|主营|成立于|总部|位于|由|是|其|该公司|公司|即|简称|旗下|凭借|经过|继|时隔|为|并|在|创办|创立)/;
  const first = /^据|(?:报道|消息|获悉)$/.test(pieces[0] ?? '') ? '' : bare(pieces[0] ?? '');
  const final = bare(pieces.at(-1) ?? '');
  if (
    first.length >= 2 &&
    apposition.test(pieces[1] ?? '') &&
    !notCompany.test(first) &&
    !/^(?:创办|创立|由|在|前)/.test(first)
  ) {
    // 某人已离开某公司，创办…产品甲，并: the first piece tells of a person.
    if (!/(?:离开|加入|离职|辞任|卸任|毕业|分析|表示|认为|指出|透露|人士|来看|看来)/.test(first)) return 0;
  }
  if (
    final !== '' &&
    !notCompany.test(final) &&
    !(
      /^(?:并|且|在|随着|经过|凭借|继|开发|研发|推出|提供|打造|专注|聚焦|致力)/.test(final) &&
      !endsInName.test(final)
    )
  )
    return pieces.length - 1;
  for (let place = pieces.length - 2; place >= 0; place--) {
    const piece = bare(pieces[place] ?? '');
    if (
      piece !== '' &&
      !/^据|(?:报道|消息|获悉)$/.test(piece) &&
      !notCompany.test(piece) &&
      !/^(?:随着|经过|凭借|继|时隔|在|开发|研发|推出|提供|打造|专注|聚焦|致力|并|成立)/.test(piece)
    )
      return place;
  }
  return -1;
}

/** A company that raises money, as the subject of a Chinese sentence, and where the words about it end. */
export function raisingCompany(
  sentence: string,
  start: number,
  known: readonly string[],
): { company: Found<string>; end: number } | null {
  // 甲公司宣布…, 甲公司完成…: try each verb until what stands before it holds a name.
  const text = sentence.replace(inRound, (words) => ' '.repeat(words.length));
  for (const verb of text.matchAll(anyRaise)) {
    // 甲在由乙领投的B轮融资中筹集了…
    const subject = text.slice(0, verb.index);
    // 甲、乙领投，丙完成…: who led stands in a piece of its own.
    if (/领投|跟投|参投|收购|投资方|本轮|此轮/.test(subject.slice(subject.lastIndexOf('，') + 1)))
      return null;
    // 初创&融资：甲完成…: a heading.
    if (
      /^\s*[：:|丨｜]/.test(sentence.slice(verb.index + verb[0].length)) ||
      (verb[0] === '融资' && /[&＆]$/.test(subject))
    )
      continue;
    const company = companyName(subject, start, known);
    if (company)
      return { company, end: text === sentence ? verb.index + verb[0].length : company.end - start };
    if (!onlyAdverbs.test(subject) && verb.index > 80) return null;
  }
  return null;
}

const backed = linear(
  new RegExp(
    '^(?<investors>[^。；！!|丨]{1,60}?)(?:(?:投资|出资|斥资|豪掷)?(?<share>(?:约|近|超|逾|数)?[\\d.]*(?:[千百十]?[万亿])(?:元|美元|港元|欧元)))?(?<verb>联合领投|共同领投|领投|跟投|参投|独家投资|战略投资|战略入股|战略领投|联合投资|共同投资|投资|入股|注资|追投|加码|增持|押注|重仓)(?:了)?' +
      '(?<company>[^，。；！!、|丨\\s]{2,24}?(?:\\s[A-Z][\\w.]*)*)(?<after>(?:的)?(?:新一轮|最新一轮|(?:Pre|天使|种子|[A-H]\\d?\\+*轮|战略融资|IPO)|超|近|逾|约|数[千百十亿]|大几千|\\d|[一二三四五六七八九十]+(?:亿|千万|百万)|[，。；！!、\\s]|$))',
    'i',
  ),
);

/** An investor as the subject: 红杉中国领投甲公司5000万元A轮融资. */
export function backedCompany(
  sentence: string,
  start: number,
  known: readonly string[],
): { company: Found<string>; investors: string; at: number; end: number; verb: string } | null {
  const match = backed.exec(sentence);
  const { investors: whole = '', verb = '', company: words = '' } = match?.groups ?? {};
  if (
    !match ||
    /^(?:者|人|方|机构|额|基金|集团|公司|于|在|界|部|建设|的|\d|约|超|近|数|总|入股|并|和|与|及|条款|协议|组合|回报|管理|银行|标的|了|，)/.test(
      words,
    )
  )
    return null;
  // Names in a list, behind the last comma: 再之前的9月，甲以投前200亿元估值领投乙.
  const comma = whole.lastIndexOf('，');
  const investors = whole
    .slice(comma + 1)
    .replace(/以[^，。；]{2,24}(?:估值|价格|元)$/, '')
    .replace(/(?:首次)?(?:出手|携手)$/, '');
  if (/由|获|完成|融资|[A-H]\+*轮/.test(whole)) return null;
  const at = match[0].lastIndexOf(words, match[0].length - (match.groups?.after ?? '').length);
  const company = companyName(words, start + at, known);
  return company ? { company, investors, at: comma + 1, end: at + words.length, verb } : null;
}
