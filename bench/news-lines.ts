import type { FundingOutcome } from '@/domain/funding-outcome';

/** What a line should be read as. */
export interface ExpectedEvent {
  company: string;
  round: string | null;
  min: number | null;
  max: number | null;
  currency: string | null;
  investors: { name: string; role: string | null }[];
  /** Left out where a label says nothing of it. */
  valuation?: { min: number; max: number; currency: string; when?: string | null } | null;
  /** In canonical form, alone or with its precision. */
  date?: string | [string, string] | null;
  /** Left out: it took place. */
  outcome?: FundingOutcome;
}
export interface NewsLine {
  text: string;
  events: ExpectedEvent[];
}

const companies = [
  '星辰智能',
  '甲公司',
  '云岭科技',
  '深海数据',
  '蓝鲸医疗',
  '一苇机器人',
  '启元世界',
  '天工造物',
  '方舟无限',
  '北斗芯动',
  '元象唯思',
  '极目生物',
  '白泽智算',
  '木牛流马',
  '光羽芯辰',
  '智谱AI',
  'MiniMax',
  '月之暗面',
  '零犀科技',
  '数美科技',
];
const investors = [
  '红杉中国',
  '高瓴创投',
  'IDG资本',
  '经纬创投',
  '启明创投',
  '顺为资本',
  '源码资本',
  '君联资本',
  '深创投',
  '达晨财智',
  '中金资本',
  'BAI资本',
  'GGV纪源资本',
  '蓝驰创投',
  '五源资本',
  '线性资本',
  '云启资本',
  '真格基金',
  '金沙江创投',
  '招商局创投',
  '腾讯',
  '阿里巴巴',
  '百度',
  '美团',
  '小米集团',
  '京东',
  '联想创投',
  '字节跳动',
  '国投创业',
  '北京市人工智能产业投资基金',
  '厚朴投资',
  '华平投资',
  '中信建投资本',
  '基石资本',
  '上海科创基金',
];
const advisers = ['华兴资本', '光源资本', '指数资本', '云岫资本', '泰合资本', '义柏资本'];
const rounds = [
  '种子轮',
  '天使轮',
  '天使+轮',
  'Pre-A轮',
  'Pre-A+轮',
  'A轮',
  'A+轮',
  'A++轮',
  'A1轮',
  'Pre-B轮',
  'B轮',
  'B+轮',
  'B2轮',
  'B-2轮',
  'C轮',
  'C+轮',
  'C1轮',
  'D轮',
  'D+轮',
  'E轮',
  'Pre-IPO轮',
  '战略融资',
  '股权融资',
];
/** Words, bounds in units, currency. By the table of the funding conventions. */
const amounts: readonly [string, number | null, number | null, string | null][] = [
  ['3.5亿元', 3.5e8, 3.5e8, 'CNY'],
  ['5000万元', 5e7, 5e7, 'CNY'],
  ['2亿元人民币', 2e8, 2e8, 'CNY'],
  ['近亿元', 8e7, 1e8, 'CNY'],
  ['近3亿美元', 2.4e8, 3e8, 'USD'],
  ['约8000万元', 7.2e7, 8.8e7, 'CNY'],
  ['超亿元', 1e8, 2e8, 'CNY'],
  ['超3亿港元', 3e8, 4e8, 'HKD'],
  ['逾2亿元', 2e8, 3e8, 'CNY'],
  ['过亿元', 1e8, 2e8, 'CNY'],
  ['上亿美元', 1e8, 2e8, 'USD'],
  ['数百万元', 1e6, 1e7, 'CNY'],
  ['数千万元', 1e7, 1e8, 'CNY'],
  ['数千万美元', 1e7, 1e8, 'USD'],
  ['数亿元', 1e8, 1e9, 'CNY'],
  ['数十亿元', 1e9, 1e10, 'CNY'],
  ['千万级', 1e7, 1e8, null],
  ['千万元级', 1e7, 1e8, 'CNY'],
  ['亿元级', 1e8, 1e9, 'CNY'],
  ['大几千万元', 5e7, 1e8, 'CNY'],
  ['5000余万元', 5e7, 6e7, 'CNY'],
  ['3亿余元', 3e8, 4e8, 'CNY'],
  ['1200万美元', 1.2e7, 1.2e7, 'USD'],
  ['1.2亿欧元', 1.2e8, 1.2e8, 'EUR'],
  ['两亿元', 2e8, 2e8, 'CNY'],
  ['三千万元', 3e7, 3e7, 'CNY'],
  ['５０００万元', 5e7, 5e7, 'CNY'],
  ['1,500万元', 1.5e7, 1.5e7, 'CNY'],
  ['8000万至1亿元', 8e7, 1e8, 'CNY'],
  ['不低于1亿元', 1e8, null, 'CNY'],
  ['不超过5000万元', null, 5e7, 'CNY'],
  ['2亿元左右', 1.8e8, 2.2e8, 'CNY'],
];

/** Reproducible numbers below one (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Pick = <Item>(items: readonly Item[]) => Item;
type Amount = (typeof amounts)[number];

interface Parts {
  company: string;
  round: string;
  amount: Amount | null;
  people: { name: string; role: string | null }[];
  words: string;
}

/** Who invests, in one of the ways in which newswires say it. */
function people(pick: Pick): { words: string; people: Parts['people'] } {
  const names = [...investors].sort(() => (pick([0, 1]) === 0 ? -1 : 1)).slice(0, 5);
  const [a = '', b = '', c = '', d = ''] = names;
  const adviser = pick(advisers);
  const one = (name: string, role: string | null) => ({ name, role });
  return pick([
    { words: '', people: [] },
    { words: `，${a}领投`, people: [one(a, 'lead')] },
    { words: `，由${a}领投，${b}、${c}跟投`, people: [one(a, 'lead'), one(b, 'follow'), one(c, 'follow')] },
    {
      words: `，${a}、${b}联合领投，${c}跟投`,
      people: [one(a, 'co-lead'), one(b, 'co-lead'), one(c, 'follow')],
    },
    {
      words: `，本轮融资由${a}领投，${b}和${c}等跟投，${adviser}担任独家财务顾问`,
      people: [one(a, 'lead'), one(b, 'follow'), one(c, 'follow'), one(adviser, 'adviser')],
    },
    { words: `，投资方为${a}、${b}`, people: [one(a, null), one(b, null)] },
    { words: `，${a}、${b}等投资`, people: [one(a, null), one(b, null)] },
    {
      words: `，${a}领投，老股东${b}、${c}继续跟投`,
      people: [one(a, 'lead'), one(b, 'follow'), one(c, 'follow')],
    },
    { words: `，${a}独家投资`, people: [one(a, null)] },
    {
      words: `，由${a}和${b}共同领投，${c}、${d}跟投`,
      people: [one(a, 'co-lead'), one(b, 'co-lead'), one(c, 'follow'), one(d, 'follow')],
    },
    { words: `。本轮由${a}领投，${b}跟投`, people: [one(a, 'lead'), one(b, 'follow')] },
    {
      words: `，领投方为${a}，跟投方包括${b}、${c}等`,
      people: [one(a, 'lead'), one(b, 'follow'), one(c, 'follow')],
    },
  ]);
}

function funding({ company, round, amount, people: who, words }: Parts, pick: Pick): NewsLine {
  const money = amount?.[0] ?? '';
  const lead = pick([
    '',
    '',
    '',
    '36氪首发 | ',
    '【首发】',
    '近日，',
    '投资界消息，',
    '据悉，',
    '7月8日消息，',
    '快讯：',
    'AI公司',
    '人工智能企业',
  ]);
  const name = pick([company, company, company, `「${company}」`, `“${company}”`]);
  const verb = pick([
    '完成',
    '宣布完成',
    '获',
    '获得',
    '近日完成',
    '正式宣布完成',
    '成功完成',
    '已完成',
    '连续完成',
    '再获',
  ]);
  const noun = /融资$/.test(round) ? round : `${round}融资`;
  const body = pick([
    `${lead}${name}${verb}${money}${noun}`,
    `${lead}${name}${verb}${money}${noun}`,
    `${lead}${name}${verb}${noun}${money === '' ? '' : `，金额${money}`}`,
    `${lead}${name}${verb}${noun}${money === '' ? '，金额未披露' : `，融资金额为${money}`}`,
  ]);
  const [, min = null, max = null, currency = null] = amount ?? [];
  return { text: `${body}${words}`, events: [{ company, round, min, max, currency, investors: who }] };
}

function english(pick: Pick): NewsLine {
  const company = pick([
    'Aster Robotics',
    'Blue Whale AI',
    'Cobalt Labs',
    'DeepSpring',
    'Everlight Bio',
    'xVision',
  ]);
  const [words, min, max, currency] = pick([
    ['$12.5 million', 1.25e7, 1.25e7, 'USD'],
    ['over $100 million', 1e8, 2e8, 'USD'],
    ['nearly $300 million', 2.4e8, 3e8, 'USD'],
    ['RMB 500 million', 5e8, 5e8, 'CNY'],
    ['€20m', 2e7, 2e7, 'EUR'],
    ['HK$80 million', 8e7, 8e7, 'HKD'],
    ['2.5 billion yuan', 2.5e9, 2.5e9, 'CNY'],
    ['about $50 million', 4.5e7, 5.5e7, 'USD'],
  ] as const);
  const round = pick(['Series A', 'Series A+', 'Series B', 'Series C', 'Series D', 'Pre-A']);
  const form = round === 'Pre-A' ? 'Pre-A round' : pick([round, `${round} round`, `${round} funding`]);
  const verb = pick(['raises', 'raised', 'closes', 'has closed', 'secures', 'bags', 'nets', 'lands']);
  const [tail, who] = pick([
    ['', []],
    [' led by Sequoia China', [['Sequoia China', 'lead']]],
    [
      ' led by Hillhouse, with participation from Tencent and Matrix Partners',
      [
        ['Hillhouse', 'lead'],
        ['Tencent', 'follow'],
        ['Matrix Partners', 'follow'],
      ],
    ],
    [
      ' co-led by Accel and GGV Capital',
      [
        ['Accel', 'co-lead'],
        ['GGV Capital', 'co-lead'],
      ],
    ],
    [
      ' led by Alibaba, with GGV joining',
      [
        ['Alibaba', 'lead'],
        ['GGV', 'follow'],
      ],
    ],
    [
      ' from Baidu and Xiaomi',
      [
        ['Baidu', null],
        ['Xiaomi', null],
      ],
    ],
  ] as [string, [string, string | null][]][]);
  const text = pick([
    `${company} ${verb} ${words} in ${form}${tail}`,
    `${company} ${verb} ${words} ${form}${tail}`,
  ]);
  const named = who.map(([name, role]) => ({ name, role }));
  return { text, events: [{ company, round, min, max, currency, investors: named }] };
}

const nothing = [
  (name: string) => `${name}发布新一代大模型，参数达千亿`,
  (name: string) => `${name}否认正在进行新一轮融资`,
  (name: string) => `${name}计划融资5亿元用于研发`,
  (name: string) => `${name}上半年营收12亿元，同比增长30%`,
  (name: string) => `${name}中标3.2亿元智慧城市项目`,
  (name: string) => `${name}投资20亿元建设智算中心`,
  (name: string) => `${name}获评国家级专精特新企业`,
  (name: string) => `${name}与多家银行签署100亿元授信协议`,
  (name: string) => `传${name}正洽谈3亿美元融资，估值或达20亿美元`,
  (name: string) => `${name}宣布裁员，涉及200人`,
  (name: string) => `两市融资余额增加120亿元，${name}概念股走强`,
  (name: string) => `${name}回购2亿元股份`,
  (name: string) => `${name}完成A轮产品测试，将于6月上线`,
  (name: string) => `${name}设立10亿元产业基金`,
  (name: string) => `${name} plans to raise $50 million next year`,
  (name: string) => `${name} launches new model and cuts prices by 55%`,
  (name: string) => `${name} reports revenue of $26 billion`,
];

/** `count` lines of funding news and, one in six, of other news, with what is in them. The same seed gives the same. */
export function newsLines(count: number, seed = 20230615): NewsLine[] {
  const random = randomFrom(seed);
  const pick: Pick = (items) => items[Math.floor(random() * items.length)] as (typeof items)[number];
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 1 / 6) return { text: pick(nothing)(pick(companies)), events: [] };
    if (kind < 1 / 3) return english(pick);
    const { words, people: who } = people(pick);
    const amount = random() < 0.12 ? null : pick(amounts);
    return funding({ company: pick(companies), round: pick(rounds), amount, people: who, words }, pick);
  });
}
