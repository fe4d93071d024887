import type { Evidence } from '@/domain/evidence';

const article = {
  slug: 'article',
  title: 'AI大模型，驶向产业何方？',
  publisher: '产业家',
  url: 'https://example.org/article',
  via: 'publisher',
  carrier: null,
  published: '2023-03',
} as const;
const list = {
  slug: 'models-in-china',
  title: 'A public list of Chinese models',
  publisher: null,
  url: 'https://example.org/list',
  via: 'digest',
  carrier: null,
  published: '2024-11',
} as const;

const base: Evidence = {
  field: ['amount'],
  kind: 'claimed',
  source: article,
  locator: '第二部分，第 5 段',
  stated: null,
  doubt: null,
  note: null,
  seen: true,
};

/** Made-up evidence for the style page: one of each kind of mark. */
export const sampleEvidence = {
  measured: [{ ...base, kind: 'measured', source: { ...list, publisher: '工商登记' } }],
  claimed: [base],
  estimated: [{ ...base, kind: 'estimated', stated: '约 1200 万美元' }],
  unseen: [{ ...base, source: list, locator: null, seen: false }],
  doubted: [
    {
      ...base,
      stated: '从 600GB/s 降到 400GB/s，下降 30%',
      doubt: { zh: '600 到 400 是下降 33%，不是 30%。', en: '600 to 400 is a drop of 33 %, not 30 %.' },
    },
  ],
  disputed: [
    { ...base, stated: '近 25 亿元' },
    {
      ...base,
      source: { ...list, title: 'Another announcement of the same round', publisher: 'Example Press' },
      kind: 'estimated',
      stated: '341 million dollars',
      locator: 'p. 3',
      seen: false,
      note: { zh: '可能含后续交割。', en: 'May include a later closing.' },
    },
  ],
} as const satisfies Record<string, readonly Evidence[]>;

/** Made-up vendors for the tables of the style page. */
export const sampleVendors = [
  {
    slug: 'baidu',
    name: { zh: '百度', en: 'Baidu' },
    model: 'ERNIE 3.0',
    parameters: 260e9,
    tier: 'general',
    layer: 'model',
    min: 3e8,
    max: 3e8,
  },
  {
    slug: 'alibaba',
    name: { zh: '阿里巴巴', en: 'Alibaba' },
    model: 'M6-OFA',
    parameters: 10e12,
    tier: 'general',
    layer: 'infrastructure',
    min: 1e8,
    max: 1e9,
  },
  {
    slug: 'tencent',
    name: { zh: '腾讯', en: 'Tencent' },
    model: 'HunYuan-NLP',
    parameters: 1e12,
    tier: 'task',
    layer: 'application',
    min: 5e8,
    max: null,
  },
  {
    slug: 'huawei',
    name: { zh: '华为', en: 'Huawei' },
    model: '盘古矿山大模型',
    parameters: 200e9,
    tier: 'industry',
    layer: 'infrastructure',
    min: null,
    max: null,
  },
  {
    slug: 'sensetime',
    name: { zh: '商汤', en: 'SenseTime' },
    model: 'INTERN 2.5',
    parameters: 3e9,
    tier: null,
    layer: 'model',
    min: 2e8,
    max: 6e8,
  },
] as const;
