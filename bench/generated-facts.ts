import type { PrismaClient } from '@/database/generated/client';
import { publish } from '@/editorial/publication';
import type { ProposedRecord } from '@/editorial/validation';

/** How many records of each kind are made up. */
export interface Amounts {
  organizations: number;
  models: number;
  events: number;
}

/** Records in one publication: few enough not to hold much memory. */
const batch = 10_000;

// The same numbers in every run: what is measured must not change with the day.
let seed = 1;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}
function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

const heads = '星云智海天元明光远山清源博雅创世领航飞鸿蓝图'.match(/../g) as string[];
const tails = ['科技', '智能', '数据', '信息', '网络', '云', '语言', '视觉', '医疗', '金融'];
const latin = [
  'Nova',
  'Deep',
  'Open',
  'Star',
  'Cloud',
  'Mind',
  'Lumen',
  'Vector',
  'Atlas',
  'Orion',
  'Quant',
  'Zen',
];
const syllables = [
  'an',
  'bo',
  'chen',
  'dao',
  'fei',
  'gu',
  'hai',
  'jing',
  'kun',
  'lin',
  'ming',
  'ning',
  'qi',
  'rui',
  'shan',
  'tao',
  'wen',
  'xin',
  'yun',
  'zhi',
];

function latinName(): string {
  return `${pick(latin)}${pick(syllables)}${pick(syllables)}`;
}

const cite = [{ source: 'generated', kind: 'claimed' }];
const places = ['beijing', 'shanghai', 'shenzhen', 'hangzhou', 'guangzhou', 'chengdu', 'nanjing', 'wuhan'];
const kinds = ['startup', 'ai-company', 'cloud', 'internet', 'software', 'lab', 'academia'];
const industries = [
  'finance',
  'healthcare',
  'power',
  'mining',
  'education',
  'legal',
  'media',
  'weather',
  'manufacturing',
];
const rounds = ['天使轮', 'Pre-A轮', 'A轮', 'A+轮', 'B轮', 'C轮', '战略融资'];
const amounts = [
  ['1亿元', 'CNY', 1e8, 1e8, 'exact'],
  ['3亿元', 'CNY', 3e8, 3e8, 'exact'],
  ['5000万美元', 'USD', 5e7, 5e7, 'exact'],
  ['10亿元', 'CNY', 1e9, 1e9, 'exact'],
] as const;

function organization(at: number): ProposedRecord {
  const name = `${pick(heads)}${pick(heads)}${pick(tails)}${at}`;
  const slug = `gen-org-${at}`;
  return record('organization', slug, {
    name: { zh: name, en: `${latinName()} ${at}` },
    kind: pick(kinds),
    roles: ['vendor', ...(at % 7 === 0 ? ['investor'] : [])],
    country: 'CN',
    place: pick(places),
  });
}

function model(at: number, organizations: number): ProposedRecord {
  const tier = pick(['general', 'task', 'industry', 'industry', null]);
  return record('model', `gen-model-${at}`, {
    name: { zh: `${pick(heads)}${pick(heads)}大模型${at}`, en: `${latinName()}-${at}` },
    vendor: `gen-org-${Math.floor(random() * organizations)}`,
    tier,
    modalities: [pick(['nlp', 'cv', 'speech', 'multimodal'])],
    parameters: pick([null, 7e9, 13e9, 70e9, 1e11]),
    access: [pick(['api', 'open-weights', 'internal'])],
    industries: tier === 'industry' ? [pick(industries)] : [],
    released: `20${20 + Math.floor(random() * 6)}-0${1 + Math.floor(random() * 9)}`,
  });
}

function event(at: number, organizations: number): ProposedRecord {
  const [text, currency, min, max, kind] = pick(amounts);
  const announced = `20${20 + Math.floor(random() * 6)}-0${1 + Math.floor(random() * 9)}`;
  const round = pick(rounds);
  return record('funding-event', `gen-event-${at}`, {
    organization: `gen-org-${Math.floor(random() * organizations)}`,
    type: 'round',
    round,
    announced,
    statements: [
      {
        source: 'generated',
        kind: 'claimed',
        round,
        announced,
        amount: { text, currency, min, max, minBound: 'hard', maxBound: 'hard', kind, rule: '1' },
      },
    ],
    participations: [{ investor: `gen-org-${7 * Math.floor((random() * organizations) / 7)}`, role: 'lead' }],
  });
}

function record(kind: string, slug: string, payload: Record<string, unknown>): ProposedRecord {
  return { kind, slug, baseVersion: 0, payload: { slug, citations: cite, ...payload } };
}

const generated = { zh: '生成的数据', en: 'Generated facts' };

/** Publishes records in editions of ten thousand. */
export async function publishInBatches(
  client: PrismaClient,
  records: readonly ProposedRecord[],
): Promise<void> {
  for (let start = 0; start < records.length; start += batch) {
    const part = records.slice(start, start + batch);
    const result = await publish(client, { origin: 'import', note: generated, records: part });
    if (result.outcome === 'refused') throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  }
}

/** Made-up sources from one number up to another. */
export function generatedSources(from: number, to: number): ProposedRecord[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => {
    const slug = `gen-source-${from + place}`;
    const payload = { slug, title: `Made up for a measurement, ${from + place}`, language: 'en' };
    return { kind: 'source', slug, baseVersion: 0, payload };
  });
}

/** Made-up organizations from one number up to another; every seventh invests. */
export function generatedOrganizations(from: number, to: number): ProposedRecord[] {
  seed = from + 1;
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => {
    const { payload, ...rest } = organization(from + place);
    return { ...rest, payload: { ...(payload as Record<string, unknown>), citations: [] } };
  });
}

/** Publishes made-up facts beside the starting ones, in editions of ten thousand records. */
export async function publishGeneratedFacts(
  client: PrismaClient,
  { organizations, models, events }: Amounts,
): Promise<void> {
  seed = 1;
  await publishInBatches(client, [
    {
      kind: 'source',
      slug: 'generated',
      baseVersion: 0,
      payload: { slug: 'generated', title: 'Made up for a measurement', language: 'en' },
    },
    ...Array.from({ length: organizations }, (_, at) => organization(at)),
    ...Array.from({ length: models }, (_, at) => model(at, organizations)),
    ...Array.from({ length: events }, (_, at) => event(at, organizations)),
  ]);
  await client.$executeRawUnsafe('ANALYZE');
}
