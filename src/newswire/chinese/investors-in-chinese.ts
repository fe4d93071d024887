import { linear } from '@/domain/expression/linear';
import type { Found, NewsRole } from '../news-event';

type Investor = Found<{ name: string; role: NewsRole }>;

const verbs: readonly [RegExp, NewsRole][] = [
  [/(?:联合|共同|独家)完成/, null],
  [/(?:联合|共同|联手|一同|携手)领投/, 'co-lead'],
  [/领投/, 'lead'],
  [/(?:继续|持续|联合|共同|超额|跟随|追加|增持|均)?跟投/, 'follow'],
  [/(?:继续|联合|共同|战略|持续)?参投|参与(?:了)?(?:本轮|此轮|本次)?(?:跟投|投资|认购|融资)?/, 'follow'],
  [/(?:继续|持续|进一步)?(?:追加(?:投资)?|加码|加持|追投|超额认购|增持|加注|押注)/, 'follow'],
  [
    /(?:独家|联合|共同|战略|参与|一起|集体|合计|均|全额)?(?:投资|注资|入股|出资|认购|下注|投出)(?:入股)?/,
    null,
  ],
];
const adviser = linear(
  /(?:担任|出任|任|作为|为|系)(?:了)?(?:本次|本轮|此轮|此次|该轮|公司|其)?(?:交易|融资)?(?:的)?(?:独家|长期|联合|唯一)*(?:融资|私募|交易)?(?:的)?(?:财务顾问|FA(?![A-Za-z])|融资顾问)|提供(?:独家)?(?:财务顾问|FA)(?:服务)?/,
);
const verbPattern = verbs.map(([pattern]) => pattern.source).join('|');
const phrase = linear(
  new RegExp(`(?<names>[^，,。；;：:！!（()）|丨]*?)(?<verb>${adviser.source}|${verbPattern})`, 'g'),
);
const heads =
  '(?:领投方|领投机构|跟投方|跟投机构|参投方|新增股东|新增投资方|投资方|投资人|投资机构|投资者|股东|出资方|认购方)';
const list = linear(
  new RegExp(
    `(?<head>(?:跟投|参投|领投)，(?:其中)?包括|(?:本轮|此轮|该轮|其|主要)?(?:融资)?(?:的)?(?:参与)?(?:新)?${heads}(?:包括了?|包含|涵盖|分别为|为|有|是|：|:)(?:了)?)` +
      `(?<names>(?:(?![，,](?:本轮|此轮|其中)?(?:融资)?的?(?:${heads}|老股东|由|资金|所|将|募集|财务|领投|跟投|估值|金额|融资|该|这|其|公司|并|用于|[^，。；]{1,16}(?:担任|领投|跟投|参投|加码)))[^。；;\\n])+)`,
    'g',
  ),
);

const investingAsName =
  /投资(?=平台|基金|集团|控股|公司|管理|有限|银行|发展|合伙|本|部|者|人|方|机构|额|界|圈|、|和|与|及|以及|等|(?:联合|共同|独家|继续|持续|分别|战略)?(?:领投|跟投|参投)|(?:联合|共同|独家|战略)投资|担任|，[^，。]{0,20}(?:、|和)[^，。]{0,20}(?:领投|跟投|参投|联合投资))/g;

/** 投资 inside a name (顺为投资、…, 中信建投资本, 产业投资基金, 华平投资领投) is no verb: it is blotted out for the search. */
function withoutNames(text: string): string {
  return text.replace(investingAsName, '\u0001\u0001');
}

const separator =
  /、|[，,](?:以及)?|(?<=[\p{Script=Han}A-Za-z0-9）)」”.]\s?)(?:以及|和|与|(?<!以)及|＆|&)\s?(?=[\p{Script=Han}A-Za-z0-9「“])|\s\/\s|;/gu;

const leading = linear(
  /^(?:[\s「“"'《【]*)(?:(?:在(?=由)|并|且|而|则|其中|此外|同时|另外|另有|还有|还|也|本轮融资|本轮|此轮|此次融资|此次|本次融资|本次|该轮融资|该轮|新一轮|融资|(?:Pre-?)?(?:[A-H]\d?|天使|种子)\+*轮(?:融资)?)*(?:由|获得了?|获|得到|引入|来自(?:于)?|受到|吸引了?|包括|有|系)|(?:Pre-?)?(?:[A-H]\d?|天使|种子)\+*轮(?:融资)?由|其中|并由|以及|及|和|与|另有|还有|此外|同时|(?:公司)?(?:现有|原有|既有|已有|新|老|原)?(?:股东|投资方|投资人|投资者|投资机构)(?:包括)?|(?:港股|A股|美股|科创板|创业板)?上市公司|[^、，和与及]{2,10}旗下(?=[^、，]{2,})|新老股东|旗下|包括|(?:国内外|国内|海外|境外)?(?:多家|多位|数家|\d+家|[两三四五六七]家)?(?:头部|一线|顶级|知名|著名|明星|产业|国有|国资|美元|人民币|市场化|顶级风投|老牌)*(?:投资机构|风投机构|风险投资机构|机构|产业资本|产业方|国资平台|上市公司|互联网巨头|投资方|基金)(?=[^、]{2,}))+/,
);
const trailing = linear(
  /(?:「|」|“|”|"|'|《|》|】|\s)+$|(?:等)(?:[^、，,]*)$|(?:继续|持续|共同|联合|独家|战略|超额|分别|均|也|还|再次|进一步|跟进|首次|首次出手|出手|复投和|复投|参与|跟随|一同|合计|旗下|对其|则|亦|共|双双|联手|携手)$|(?:在内)?的?(?:多家|\d+家|[两三四五六七八九十]+家)(?:知名|国内外)?(?:机构|投资机构|股东|投资方).*$|的.*(?:亿|万|元|轮|融资|投资|战略).*$|的$|了$/,
);
const notName = linear(
  /^\d[\d.,]*元$|融资|[A-H]\+*轮|天使轮|种子轮|亿|万元|美元|完成|宣布|公司(?:近|日|已|将)|资金|用于|估值|本轮|此轮|投资[者人方]$|^某|^(?:投资|其|该|公司|机构|股东|投资方|投资人|资本|老股东|原股东|产业方|多家|多方|知名|跟投|领投|独家|战略|联合|消息|近日|日前|等|并|未来|将|同时|旗下|子公司|双方|创始人|个人|员工)$|[0-9]{4}年|月\d|\d月$|成立|研发|发布|专注|致力|老股东|全线|悉数|具备|背景|顶尖|大厂$|首次/,
);

const lastBracket = linear(/[（(][^）)]*[）)]$/);

const describedInvestor = linear(
  /^.*(?:的|知名|顶级|全球|国内|头部)[^的、，]{0,10}(?:平台|公司|机构|企业|集团公司|巨头|龙头|厂商|基金管理人|投资人)(?=[\p{Script=Han}A-Z“「][^的]+$)/u,
);

/** 多家知名机构, 头部互联网公司: somebody, and nobody by name. */
const unnamed = linear(
  /^(?:[\p{Script=Han}]{0,10}(?:头部|知名|领先|大型|龙头|多家|若干|部分|某|一线|顶级|境内外|海外|本地)[\p{Script=Han}]*(?:公司|企业|机构|基金|资本|财团|股东|资金|家办|投资人|投资者|高管|名人|国资|战投|人士))$/u,
);

/** One name without what stands around it; empty where it is none. */
export function investorName(text: string): string {
  // 多家公司联合打造的产业投资平台甲: the name stands behind what it is.
  let name = text.trim().replace(describedInvestor, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(leading, '').replace(trailing, '').trim();
  }
  name = name.replace(lastBracket, '').trim();
  if (unnamed.test(name)) return '';
  if (
    /^(?:(?:多家|几家|各|部分|其他|另外|新|老|当地|香港|海外|境外|国有|中国|国内|数家|一些|及)*(?:财团|战投|国资|家族办公室|家办|产业资本|个人投资者|天使投资人|政府基金|地方国资|产业方|高管|管理层|创始团队|员工持股平台|科技高管|名人|明星))$/u.test(
      name,
    ) &&
    name.length <= 7 &&
    !/市政府基金$/.test(name)
  )
    return '';
  if (name.length < 1 || name.length > 32 || notName.test(name)) return '';
  return name;
}

/** 由…自动化与机器人方案领域的龙头企业甲: a description with 与 in it. */
const descriptionFirst =
  /^[^、，]{2,40}(?:领域|行业|赛道|方案|产业)[^、，]{0,4}(?:龙头|头部|知名|领先)?(?:企业|公司|厂商|巨头|龙头)(?=[^、，和与及等的]|和[^、，]{1,3}(?:科技|资本|集团|股份))/;
/** 绿色能源和低碳产业基金, 中小企业与科技创新基金: before 和 stands a field, behind it a fund. */
const field =
  /(?:能源|新能源|低碳|产业|科技创新|文化|教育|医疗|健康|绿色|创新|信息|先进制造|高端装备|装备|新材料|材料|消费|经济|战略|电子|集成电路|数字|军民|中小企业|交通|环保|节能|农业|旅游|生命科学|生物)$/;
const fundBehind = linear(/^[^、，,和与及]{2,14}(?:基金|母基金|创投|资本|投资)/);

function isInsideName(left: string, separator: string, right: string): boolean {
  return /^(?:和|与|及)$/.test(separator.trim()) && field.test(left) && fundBehind.test(right);
}

function namesOf(whole: string, at: number, role: NewsRole): Investor[] {
  const described = descriptionFirst.exec(whole)?.[0].length ?? 0;
  const text = whole.slice(described);
  const start = at + described;
  const found: Investor[] = [];
  let from = 0;
  const take = (part: string, at: number) => {
    const name = investorName(part);
    const offset = name === '' ? -1 : part.indexOf(name);
    if (offset >= 0)
      found.push({
        start: start + at + offset,
        end: start + at + offset + name.length,
        value: { name, role },
      });
  };
  for (const match of text.matchAll(separator)) {
    if (isInsideName(text.slice(from, match.index), match[0], text.slice(match.index + match[0].length)))
      continue;
    take(text.slice(from, match.index), from);
    from = match.index + match[0].length;
  }
  take(text.slice(from), from);
  return found;
}

const wholeVerbs = verbs.map(
  ([pattern, role]) => [linear(new RegExp(`^(?:${pattern.source})$`)), role] as const,
);
const isAdviser = linear(new RegExp(`^(?:${adviser.source})`));

function roleOfVerb(verb: string): NewsRole {
  if (isAdviser.test(verb)) return 'adviser';
  return wholeVerbs.find(([pattern]) => pattern.test(verb))?.[1] ?? null;
}

const aloneInList = /(?:^|[，。；])(?<name>[^，。；、]{2,14}(?:资本|创投|基金|投资|集团|科技))，$/;

/** Some lists part names with commas: 甲资本，乙资本等老股东跟投. */
function startOfList(text: string, from: number, names: string): number {
  if (text[from - 1] !== '，') return from;
  const match = aloneInList.exec(text.slice(Math.max(0, from - 20), from));
  const { name = '' } = match?.groups ?? {};
  if (
    !match ||
    names.trim() === '' ||
    /领投|跟投|由|完成|担任|轮|亿|万|(?:战略|独家|联合|共同|追加|新增)投资$/.test(name)
  )
    return from;
  return from - name.length - 1;
}

const anyVerb = linear(new RegExp(verbPattern));

const added = /(?:新增|新引入|引入了?)(?:股东|投资方|投资人|战略投资者)?(?<names>[^，。；]{2,60})/g;
const joins = linear(
  /(?<names>[^，。；]{2,60}?)(?:作为|以)(?:新增|新)?(?:战略|财务|产业)?(?:投资者|投资人|投资方|股东|战投)(?:的?身份)?(?:加入|入局|入股|参与|进入)/g,
);

/** 新增甲; 乙作为战略投资者加入. */
function joining(text: string, base: number): Investor[] {
  const found: Investor[] = [];
  if (!/新增|引入|新引入|作为|身份/.test(text)) return found;
  for (const pattern of [added, joins])
    for (const match of text.matchAll(pattern)) {
      const { names = '' } = match.groups ?? {};
      if (
        /(?:跟投|领投|参投|投资|亿|万|员工|门店|用户|岗位|资本)$|\d/.test(names) &&
        !/(?:资本|投资)$/.test(names)
      )
        continue;
      found.push(...namesOf(names, base + match.index + match[0].indexOf(names), null));
    }
  return found;
}

/** Most sentences name nobody, and the expressions for lists cost more than all others: looked for first. */
const mayNameInvestors = /投|资|注|购|股|财务顾问|FA|参与|加码|加持|押注|新增|引入|加入/;
const headsList = /投方|机构|股东|投资人|投资者|投资方|出资方|认购方|包括/;

/**
 * Who takes part, in a Chinese sentence. `from` is where the words about the company end: names before it are not
 * investors. Who 参投 or 加码 is a follower only where somebody leads; alone, the text gives no role.
 */
export function investorsInChinese(sentence: string, start: number, from: number, isLed = false): Investor[] {
  const found: Investor[] = [];
  const text = sentence.slice(from);
  if (!mayNameInvestors.test(text)) return found;
  const base = start + from;
  for (const match of headsList.test(text) ? text.matchAll(list) : []) {
    const { head = '', names = '' } = match.groups ?? {};
    const role: NewsRole = head.includes('领投') ? 'lead' : /跟投|参投/.test(head) ? 'follow' : null;
    if (/^\s*来自/.test(names) && /的[^，。；]{0,8}(?:投资人|投资者|高管|个人)/.test(names)) {
      found.push({
        start: base + match.index,
        end: base + match.index + match[0].length,
        value: { name: '', role },
      });
      continue;
    }
    found.push(...namesOf(names, base + match.index + head.length, role));
  }
  const lists = found.map(({ start: at, end }) => [at, end] as const);
  // What stands in brackets behind a name is no part of a list: 甲（乙旗下基金）领投.
  const searched = withoutNames(text).replace(/（[^（）]{1,40}）/g, (bracket) =>
    '\u0002'.repeat(bracket.length),
  );
  for (const match of searched.matchAll(phrase)) {
    const { names = '', verb = '' } = match.groups ?? {};
    // 等机构参与 says less than 参与投资.
    const role = verb === '参与' ? null : roleOfVerb(verb);
    const first = startOfList(text, match.index, names);
    const own = text.slice(first, match.index + names.length);
    // 来自甲和乙的天使投资人: whoever they are, they are not 甲 and 乙.
    if (
      /^.{0,3}(?:来自)/.test(own) &&
      /的[^，。；]{0,8}(?:投资人|投资者|高管|个人)/.test(
        `${own}${text.slice(match.index + names.length, match.index + names.length + 8)}`,
      )
    )
      continue;
    for (const investor of namesOf(own, base + first, role)) {
      if (lists.some(([first, last]) => investor.start < last && investor.end > first)) continue;
      found.push(investor);
    }
  }
  found.push(...joining(text, base));
  const once = [
    ...new Map(
      found.filter(({ value }) => value.name !== '').map((each) => [each.value.name, each]),
    ).values(),
  ];
  const led = isLed || /领投/.test(sentence);
  const weak = /参投|参与|追加|加码|加持|追投|增持|加注|押注/;
  return once.map((each) => {
    if (led || each.value.role !== 'follow') return each;
    const verb = sentence.slice(each.end - start).match(anyVerb)?.[0] ?? '';
    return weak.test(verb) && !/跟投/.test(verb) ? { ...each, value: { ...each.value, role: null } } : each;
  });
}
