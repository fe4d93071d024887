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
].map(([slug = '', zh = '', en = '']) => ({
  slug,
  name: { zh, en },
  kind: 'startup',
  roles: ['vendor'],
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

const funding = amounts.map((amount, at) => ({
  slug: `event-${at}`,
  organization: vendors[at % vendors.length]?.slug,
  type: 'round',
  round: rounds[at] ?? null,
  announced: dates[at] ?? null,
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

const record = (kind: string, payload: { slug: string }): ProposedRecord => ({
  kind,
  slug: payload.slug,
  baseVersion: 0,
  payload: { ...payload },
});

export const chartFacts: ProposedRecord[] = [
  record('source', report),
  ...vendors.map((each) => record('organization', each)),
  ...industries.map((each) => record('industry', each)),
  ...models.map((each) => record('model', each)),
  ...coverage.map((each) => record('coverage', each)),
  ...rates.map((each) => record('exchange-rate', each)),
  ...funding.map((each) => record('funding-event', each)),
];
