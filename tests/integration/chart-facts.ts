import type { ProposedRecord } from '@/editorial/validation';

/** Facts for the charts, with what breaks careless code: formulas, quotes, markup, long names, open ranges. */
const report = { slug: 'report', title: 'A report', publisher: 'The "Daily" <Mail>', language: 'en' };
const cite = [{ source: 'report', kind: 'claimed' }];

const vendors = [
  ['acme', '甲公司', 'Acme'],
  ['formula', '=1+1', '=1+1'],
  ['quotes', '“引号”，逗号', 'Quotes "and", commas'],
  ['markup', '<b>标记&</b>', '<b>Markup & more</b>'],
  [
    'long',
    '某某大学自然语言处理与人工智能联合实验室（筹）',
    'Joint Laboratory of Natural Language Processing and Artificial Intelligence',
  ],
].map(([slug = '', zh = '', en = ''], at) => ({
  slug,
  name: { zh, en },
  kind: 'startup',
  roles: ['vendor'],
  country: ['CN', 'CN', null, 'US', 'CN'][at] ?? null,
  place: ['beijing', 'shenzhen', null, null, 'hohhot'][at] ?? null,
  citations: cite,
}));

const investors = [
  ['fund', '某某资本', 'A Fund'],
  ['plus', '+加号资本', '+Plus & Partners'],
  [
    'state',
    '某某省人工智能产业股权投资基金合伙企业（有限合伙）',
    'Provincial Artificial Intelligence Industry Equity Fund',
  ],
  ['bank', '某某证券', 'Some Securities'],
].map(([slug = '', zh = '', en = '']) => ({
  slug,
  name: { zh, en },
  kind: 'fund',
  roles: ['investor'],
  country: 'CN',
  place: slug === 'state' ? 'hefei' : 'beijing',
  citations: cite,
}));

const industries = [
  ['power', '电力', 'Electric power'],
  ['law', '司法', 'Law'],
  ['security', '信息与网络安全', 'Information and network security'],
].map(([slug = '', zh = '', en = '']) => ({ slug, name: { zh, en }, citations: cite }));

const models = vendors.flatMap(({ slug: vendor }, at) =>
  Array.from({ length: at + 1 }, (_, number) => {
    const tier = [null, 'general', 'task', 'industry', 'industry'][number] ?? null;
    return {
      slug: `${vendor}-${number}`,
      name: { zh: `模型${number}`, en: `Model ${number}` },
      vendor,
      tier,
      industries: tier === 'industry' ? ['power', at > 3 ? 'law' : 'security'] : [],
      modalities: [['nlp'], ['nlp', 'multimodal'], [], ['cv'], ['code']][(number + at) % 5] ?? [],
      derivesFrom: vendor === 'long' && number > 1 ? 'long-1' : null,
      released: [null, '2021', '2022-11', '2023-02-24', '2023-01/2023-05'][(number + at) % 5] ?? null,
      parameters: [7e9, null, 1.8e9, 1.085e12, 1e13][(number * 2 + at) % 5] ?? null,
      access: [[], ['api'], ['open-weights'], ['open-source', 'api'], ['product']][(number + at) % 5] ?? [],
      citations: cite,
    };
  }),
);

const coverage = [
  { slug: 'acme-law', organization: 'acme', industry: 'law', citations: cite },
  { slug: 'long-power', organization: 'long', industry: 'power', citations: cite },
];

type Money = { text: string; min: number | null; max: number | null; kind: string } | null;
const amounts: Money[] = [
  { text: '3.5亿', min: 3.5e8, max: 3.5e8, kind: 'exact' },
  { text: '数亿元', min: 1e8, max: 1e9, kind: 'several' },
  null,
  { text: '亿元及以上', min: 1e8, max: null, kind: 'bucket' },
  { text: '约2亿', min: 1.8e8, max: 2.2e8, kind: 'approximate' },
  null,
];
const dates = ['2022-11-03', '2023-02', '2023-02/2023-03', '2023', '2023-08', null];
const rounds = ['天使轮', 'A轮', 'Pre-A轮', 'B轮', null, 'C轮'];

type Participant = [string, string | null];
const participations: Participant[][] = [
  [
    ['fund', 'lead'],
    ['plus', 'follow'],
    ['state', null],
  ],
  [
    ['fund', null],
    ['plus', 'co-lead'],
  ],
  [['bank', 'adviser']],
  [
    ['state', 'follow'],
    ['fund', 'lead'],
  ],
];

const funding = amounts.map((amount, at) => ({
  slug: `event-${at}`,
  organization: vendors[at % vendors.length]?.slug,
  type: 'round',
  round: rounds[at] ?? null,
  announced: dates[at] ?? null,
  participations: (participations[at] ?? []).map(([investor, role]) => ({ investor, role })),
  statements: [
    {
      source: 'report',
      kind: 'claimed',
      announced: dates[at] ?? null,
      amount:
        amount === null
          ? null
          : {
              ...amount,
              currency: 'CNY',
              minBound: 'hard',
              maxBound: amount.max === null ? null : 'hard',
              rule: '1',
            },
    },
  ],
  citations: [],
}));

const rates = ['2022-11', '2023-02', '2023-03', '2023-08'].map((period) => ({
  slug: `cny-${period}`,
  currency: 'CNY',
  period,
  perUsd: 7,
  source: 'report',
}));

const layers = ['infrastructure', 'model', 'application'].map((slug, at) => ({
  slug,
  name: { zh: slug, en: slug },
  order: at + 1,
  who: { zh: '谁', en: 'who' },
  strengths: { zh: '强', en: 'strong' },
  bottlenecks: { zh: '弱', en: 'weak' },
  citations: cite,
}));
const placements = [
  ['acme', 'infrastructure'],
  ['formula', 'model'],
  ['long', 'application'],
  ['long', 'model'],
].map(([organization = '', layer = '']) => ({
  slug: `${organization}-${layer}`,
  organization,
  layer,
  citations: cite,
}));
const platforms = [{ slug: 'forge', name: { zh: '某某平台', en: 'Forge' }, vendor: 'long', citations: cite }];
const products = [
  { slug: 'bot', name: { zh: '对话', en: 'Bot' }, vendor: 'quotes', category: 'chatbot', citations: cite },
  {
    slug: 'chip',
    name: { zh: '芯片', en: 'Chip' },
    vendor: 'formula',
    category: 'accelerator',
    citations: cite,
  },
];

const indicators = [
  ['training-cost', '单次训练成本', 'Cost of one training run', 'USD', 'training'],
  ['training-cost-decline', '训练成本年降幅', 'Yearly fall of training cost', 'share per year', 'training'],
  ['chip-bandwidth', '=带宽', '=Bandwidth', 'GB/s', 'chips'],
  ['accelerators-needed', '所需芯片', 'Chips needed', 'chips', 'capacity'],
  [
    'enterprise-use',
    '<b>使用</b>的企业，“比例”',
    'Companies that "use" <b>it</b>, share',
    'share',
    'adoption',
  ],
].map(([slug = '', zh = '', en = '', unit = '', theme = '']) => ({
  slug,
  name: { zh, en },
  theme,
  unit,
  unitName: unit === 'chips' ? { zh: '块', en: 'chips' } : null,
  citations: cite,
}));

type Bounds = {
  value?: number;
  min?: number;
  max?: number;
  bound: string;
  unit?: string;
  projection?: boolean;
};
const observations = (
  [
    ['training-cost', '2020', { value: 4.6e6, bound: 'just-under' }],
    ['training-cost', '2022', { value: 4.5e5, bound: 'exact' }],
    ['training-cost', '2023', { min: 2e6, max: 1.2e7, bound: 'range' }],
    ['training-cost', '2023-05', { min: 3e6, bound: 'more-than' }],
    ['training-cost', '2023-06', { value: 9e6, bound: 'about', unit: 'CNY' }],
    ['training-cost-decline', '2030', { value: 0.7, bound: 'exact', projection: true }],
    ['chip-bandwidth', '2020', { value: 600, bound: 'exact' }],
    ['chip-bandwidth', '2022', { value: 400, bound: 'exact' }],
    ['accelerators-needed', '2023-01', { min: 30_000, bound: 'more-than' }],
    ['accelerators-needed', '2023-02', { min: 1000, max: 9999, bound: 'several' }],
    ['accelerators-needed', '2023-03', { bound: 'not-stated' }],
    ['enterprise-use', '2023-02', { value: 0.5, bound: 'about' }],
    ['enterprise-use', '2023-03', { value: 0.72, bound: 'just-under' }],
  ] satisfies [string, string, Bounds][]
).map(([indicator, date, bounds], at) => ({
  slug: `observation-${at}`,
  indicator,
  subject: vendors[at % vendors.length]?.name,
  date,
  ...bounds,
  byText: at % 2 === 0 ? { zh: '=某机构', en: '=Somebody' } : null,
  citations: cite,
}));

const record = (kind: string, payload: { slug: string }): ProposedRecord => ({
  kind,
  slug: payload.slug,
  baseVersion: 0,
  payload: { ...payload },
});

export const chartFacts: ProposedRecord[] = [
  record('source', report),
  ...vendors.map((each) => record('organization', each)),
  ...investors.map((each) => record('organization', each)),
  ...industries.map((each) => record('industry', each)),
  ...models.map((each) => record('model', each)),
  ...coverage.map((each) => record('coverage', each)),
  ...layers.map((each) => record('layer', each)),
  ...placements.map((each) => record('placement', each)),
  ...platforms.map((each) => record('platform', each)),
  ...products.map((each) => record('product', each)),
  ...indicators.map((each) => record('indicator', each)),
  ...observations.map((each) => record('observation', each)),
  ...rates.map((each) => record('exchange-rate', each)),
  ...funding.map((each) => record('funding-event', each)),
];
