import { linear } from '@/domain/expression/linear';
import type { Found, NewsRole } from './news-event';

type Investor = Found<{ name: string; role: NewsRole }>;

const verbs: readonly [RegExp, NewsRole][] = [
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
  '(?:领投方|领投机构|跟投方|跟投机构|参投方|新增股东|新增投资方|投资方|投资人|投资机构|投资者|股东)';
const list = linear(
  new RegExp(
    `(?<head>(?:本轮|此轮|该轮|其|主要)?(?:融资)?(?:的)?${heads}(?:包括了?|包含|涵盖|分别为|为|有|是|：|:)(?:了)?)` +
      `(?<names>(?:(?![，,](?:本轮|此轮|其中)?(?:融资)?的?(?:${heads}|老股东|由|资金|所|将|募集|财务|领投|跟投))[^。；;\\n])+)`,
    'g',
  ),
);

const investingAsName = linear(
  /投资(?=基金|集团|控股|公司|管理|有限|银行|发展|合伙|本|部|者|人|方|机构|额|界|圈|、|和|与|及|以及|等|(?:联合|共同|独家|继续|持续|分别|战略)?(?:领投|跟投|参投)|(?:联合|共同|独家|战略)投资|担任|，[^，。]{0,20}(?:、|和)[^，。]{0,20}(?:领投|跟投|参投|联合投资))/g,
);

/** 投资 inside a name (顺为投资、…, 中信建投资本, 产业投资基金, 华平投资领投) is no verb: it is blotted out for the search. */
function withoutNames(text: string): string {
  return text.replace(investingAsName, '\u0001\u0001');
}

const separator =
  /、|，|,|(?<=[\p{Script=Han}A-Za-z0-9）)」”])(?:以及|和|与|及|＆|&)(?=[\p{Script=Han}A-Z0-9「“])|\s\/\s|;/gu;

const leading = linear(
  /^(?:[\s「“"'《【]*)(?:(?:并|且|而|则|其中|此外|同时|另外|另有|还有|还|也|本轮融资|本轮|此轮|此次融资|此次|本次融资|本次|该轮融资|该轮|新一轮|融资|(?:Pre-?)?(?:[A-H]\d?|天使|种子)\+*轮(?:融资)?)*(?:由|获得了?|获|得到|引入|来自(?:于)?|受到|吸引了?|包括|有|系)|(?:Pre-?)?(?:[A-H]\d?|天使|种子)\+*轮(?:融资)?由|其中|并由|以及|及|和|与|另有|还有|此外|同时|(?:公司)?(?:现有|原有|既有|已有|新|老|原)?(?:股东|投资方|投资人|投资机构)(?:包括)?|新老股东|(?:国内外|国内|海外|境外)?(?:多家|多位|数家|\d+家|[两三四五六七]家)?(?:头部|一线|顶级|知名|著名|明星|产业|国有|国资|美元|人民币|市场化|顶级风投|老牌)*(?:投资机构|风投机构|风险投资机构|机构|产业资本|产业方|国资平台|上市公司|互联网巨头|投资方|基金)(?=[^、]{2,}))+/,
);
const trailing = linear(
  /(?:「|」|“|”|"|'|《|》|】|\s)+$|(?:等)(?:[^、，,]*)$|(?:继续|持续|共同|联合|独家|战略|超额|分别|均|也|还|再次|进一步|跟进|参与|跟随|一同|合计|旗下|对其|则|亦|共|双双|联手|携手)$|(?:在内)?的?(?:多家|\d+家|[两三四五六七八九十]+家)(?:知名|国内外)?(?:机构|投资机构|股东|投资方).*$|的.*(?:亿|万|元|轮|融资|投资|战略).*$|的$|了$/,
);
const notName = linear(
  /融资|[A-H]\+*轮|天使轮|种子轮|亿|万元|美元|完成|宣布|公司(?:近|日|已|将)|资金|用于|估值|本轮|此轮|投资[者人方]$|^某|^(?:投资|其|该|公司|机构|股东|投资方|投资人|资本|老股东|原股东|产业方|多家|多方|知名|跟投|领投|独家|战略|联合|消息|近日|日前|等|并|未来|将|同时|旗下|子公司|双方|创始人|个人|员工)$|[0-9]{4}年|月\d|成立|研发|发布|专注|致力/,
);

const lastBracket = linear(/[（(][^）)]*[）)]$/);

/** One name without what stands around it; empty where it is none. */
export function investorName(text: string): string {
  let name = text.trim();
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(leading, '').replace(trailing, '').trim();
  }
  name = name.replace(lastBracket, '').trim();
  if (name.length < 1 || name.length > 32 || notName.test(name)) return '';
  return name;
}

function namesOf(text: string, start: number, role: NewsRole): Investor[] {
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

const anyVerb = linear(new RegExp(verbPattern));

/**
 * Who takes part, in a Chinese sentence. `from` is where the words about the company end: names before it are not
 * investors. Who 参投 or 加码 is a follower only where somebody leads; alone, the text gives no role.
 */
export function investorsInChinese(sentence: string, start: number, from: number): Investor[] {
  const found: Investor[] = [];
  const text = sentence.slice(from);
  const base = start + from;
  for (const match of text.matchAll(list)) {
    const { head = '', names = '' } = match.groups ?? {};
    const role: NewsRole = head.includes('领投') ? 'lead' : /跟投|参投/.test(head) ? 'follow' : null;
    found.push(...namesOf(names, base + match.index + head.length, role));
  }
  const lists = found.map(({ start: at, end }) => [at, end] as const);
  const searched = withoutNames(text);
  for (const match of searched.matchAll(phrase)) {
    const { names = '', verb = '' } = match.groups ?? {};
    const role = roleOfVerb(verb);
    const own = text.slice(match.index, match.index + names.length);
    for (const investor of namesOf(own, base + match.index, role)) {
      if (lists.some(([first, last]) => investor.start < last && investor.end > first)) continue;
      found.push(investor);
    }
  }
  const once = [...new Map(found.map((each) => [each.value.name, each])).values()];
  const led = once.some(({ value }) => value.role === 'lead' || value.role === 'co-lead');
  const weak = /参投|参与|追加|加码|加持|追投|增持|加注|押注/;
  return once.map((each) => {
    if (led || each.value.role !== 'follow') return each;
    const verb = sentence.slice(each.end - start).match(anyVerb)?.[0] ?? '';
    return weak.test(verb) && !/跟投/.test(verb) ? { ...each, value: { ...each.value, role: null } } : each;
  });
}

const englishWord = "(?:[A-Z0-9][\\w.&'’+\\-]*|[a-z]{1,2}[A-Z0-9][\\w.\\-]*)";
const englishName = `${englishWord}(?:\\s(?:of|the|and(?=\\s(?:Company|Co|Partners|Ventures|Capital)\\b)|de|${englishWord}))*`;
const englishNames = `(?:(?:existing|new|strategic|returning|prior|current|other|several|local|state-backed|venture capital|tech giants?|internet giants?)\\s)*(?:(?:investors?|backers?|shareholders?|firms?|funds?|including|such as|giants?)\\s)*${englishName}(?:(?:,\\s(?:and\\s|as well as\\s)?|\\s(?:and|&|as well as|plus|alongside)\\s)(?:(?:existing|new|others?|investors?|backers?|the|including|strategic)\\s)*${englishName})*`;
const englishForms: readonly [RegExp, NewsRole][] = [
  [linear(new RegExp(`(?:co-led|jointly led) by (?<names>${englishNames})`, 'g')), 'co-lead'],
  [linear(new RegExp(`(?<!co-)(?<!jointly )led by (?<names>${englishNames})`, 'g')), 'lead'],
  [linear(new RegExp(`(?<names>${englishNames}) (?:co-led|jointly led) (?:the|this)`, 'g')), 'co-lead'],
  [
    linear(new RegExp(`(?<names>${englishNames}) (?:led|leads|is leading) (?:the|this|a|an|its)`, 'g')),
    'lead',
  ],
  [
    linear(
      new RegExp(
        `(?:participation|contributions?|support|backing|additional funding) (?:from|by|of) (?<names>${englishNames})`,
        'g',
      ),
    ),
    'follow',
  ],
  [
    linear(new RegExp(`(?:joined by|alongside|together with|along with) (?<names>${englishNames})`, 'g')),
    'follow',
  ],
  [
    linear(
      new RegExp(
        `with (?<names>${englishNames})(?: also)? (?:joining|participating|following|taking part|co-investing|investing|chipping in|contributing)`,
        'g',
      ),
    ),
    'follow',
  ],
  [
    linear(
      new RegExp(
        `(?<names>${englishNames})(?: also| all| both)? (?:participated|joined|took part|also invested|invested|followed)(?! \\$)`,
        'g',
      ),
    ),
    'follow',
  ],
  [
    linear(
      new RegExp(
        `(?<names>${englishNames}) (?:acted|acts|served|serves|advised|is acting) as (?:the |an |a )?(?:sole |exclusive |financial )*(?:financial )?advis[eo]r`,
        'g',
      ),
    ),
    'adviser',
  ],
  [
    linear(
      new RegExp(
        `(?:funding|financing|round|investment|raised|capital|million|billion|yuan|dollars|Series [A-H]\\+*) from (?<names>${englishNames})`,
        'g',
      ),
    ),
    null,
  ],
  [linear(new RegExp(`(?:backed|funded) by (?<names>${englishNames})`, 'g')), null],
];

/** Who takes part, in an English sentence. The first thing said of an investor counts. */
export function investorsInEnglish(sentence: string, start: number, company: string): Investor[] {
  const found = new Map<string, Investor>();
  for (const [pattern, role] of englishForms) {
    for (const match of sentence.matchAll(pattern)) {
      const names = match.groups?.names ?? '';
      const at = match.index + match[0].indexOf(names);
      for (const each of englishSplit(names)) {
        const name = each.name;
        if (
          name === '' ||
          name === company ||
          found.has(name) ||
          /^(?:The|This|It|Its|Series|Round|Others?|Funding|Investors?|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
            name,
          )
        )
          continue;
        const place = start + at + each.at;
        found.set(name, { start: place, end: place + name.length, value: { name, role } });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const lastStops = linear(/[.,;]+$/);

function englishSplit(names: string): { name: string; at: number }[] {
  const parts: { name: string; at: number }[] = [];
  let from = 0;
  const take = (text: string, at: number) => {
    const lead =
      /^\s*(?:(?:and|as well as|plus|existing|new|returning|strategic|other|others|current|prior|investors?|backers?|shareholders?|including|such as|the|by|from|several|firms?|funds?|tech|giants?|venture|capital(?=\s[a-z]))\s+)*/.exec(
        text,
      )?.[0] ?? '';
    const name = text
      .slice(lead.length)
      .trim()
      .replace(lastStops, '')
      .replace(/\s(?:at|in|for|with|and|the|of)$/, '');
    if (/^(?:[A-Z0-9]|[a-z]{1,2}[A-Z0-9])/.test(name)) parts.push({ name, at: at + lead.length });
  };
  for (const match of names.matchAll(
    /,\s(?:and\s|as well as\s)?|\s(?:and|&|as well as|plus|alongside)\s(?!Co(?:mpany|\.)?\b|Partners\b|Company\b)/g,
  )) {
    take(names.slice(from, match.index), from);
    from = match.index + match[0].length;
  }
  take(names.slice(from), from);
  return parts;
}
