import type { Bilingual, Lang } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the list of vendors. */
export const vendorList = messages({
  zh: {
    title: '厂商',
    description:
      '谁做大模型、平台和应用，在产业链哪一层，进了哪些行业，收录到多少融资。投资方默认不列，可在“角色”里打开。',
    caption: '机构及其模型、行业、平台与融资',
    name: '厂商',
    kind: '类型',
    role: '角色',
    layer: '产业链',
    country: '国家',
    place: '城市',
    industry: '服务的行业',
    kindAndPlace: '类型与地点',
    models: '收录模型',
    modelsShort: '模型',
    industries: '行业',
    platforms: '平台',
    funding: '融资下限',
    evidence: '出处',
    everything: '全部机构',
    sortedBy: '排序',
    moreIndustries: (count: number) => `等 ${count} 个`,
    undisclosed: (count: number) => `另有 ${count} 笔未披露`,
    ceiling: (value: string) => `上限 ${value}`,
    noCeiling: '上限未知',
    sources: (count: number) => `${count}`,
    none: '没有符合条件的机构。',
    note: '模型按收录的系列计，同一系列的各代、各规格只算一个；厂商自称的总数不算。融资只加公司实际募得的钱，外币折成人民币，未披露的不当作零。',
  },
  en: {
    title: 'Vendors',
    description:
      'Who makes models, platforms and applications, on which layer, for which industries, with how much money on record. Investors are left out unless you ask for them under “Role”.',
    caption: 'Organizations with their models, industries, platforms and funding',
    name: 'Vendor',
    kind: 'Kind',
    role: 'Role',
    layer: 'Layer',
    country: 'Country',
    place: 'City',
    industry: 'Industry served',
    kindAndPlace: 'Kind and place',
    models: 'Models on record',
    modelsShort: 'Models',
    industries: 'Industries',
    platforms: 'Platforms',
    funding: 'Funding floor',
    evidence: 'Sources',
    everything: 'All organizations',
    sortedBy: 'Order',
    moreIndustries: (count) => `${count} in all`,
    undisclosed: (count) => `${count} more undisclosed`,
    ceiling: (value) => `ceiling ${value}`,
    noCeiling: 'ceiling unknown',
    sources: (count) => `${count}`,
    none: 'No organizations match.',
    note: 'Models are the families on record, all generations and sizes of one counted once; what a vendor claims in total is not counted. Funding adds money that the company raised, converted to CNY; undisclosed is never zero.',
  },
});

/** Sentences made from the rows of the list. */
export const vendorFinding = messages({
  zh: {
    count: (count: number) => `${count} 家机构`,
    withModels: (withModels: number, all: number, models: number, versions: number) =>
      `，${withModels === all ? '都' : `其中 ${withModels} 家`}收录有模型，共 ${models} 个系列、${versions} 个型号`,
    onlyIndustry: (count: number) => `；${count} 家有行业模型而没有通用模型`,
    most: (who: string, several: boolean, count: number) =>
      `。模型系列最多的是${who}，${several ? '各' : '有'} ${count} 个`,
    place: (place: string, count: number, share: string) => `；${place}最集中，${count} 家，占 ${share}`,
    stop: '。',
    several: (count: number) => `并列的 ${count} 家`,
  },
  en: {
    count: (count) => (count === 1 ? 'One organization' : `${count} organizations`),
    withModels: (withModels, all, models, versions) =>
      `, ${withModels === all ? (all === 1 ? '' : 'all ') : `${withModels} of them `}with models on record, ${models} ${models === 1 ? 'family' : 'families'} and ${versions} ${versions === 1 ? 'version or size' : 'versions and sizes'} in all`,
    onlyIndustry: (count) => `; ${count} ${count === 1 ? 'has' : 'have'} industry models but no general one`,
    most: (who, several, count) =>
      several
        ? `. ${who} have the most families of models, ${count} each`
        : `. ${who} has the most families of models, ${count}`,
    place: (place, count, share) => `; ${place} is home to ${count} (${share}), more than any other city`,
    stop: '.',
    several: (count) => `${count} vendors`,
  },
});

/** The orders of the list. */
export const vendorOrderNames = {
  records: { zh: '收录多的在前', en: 'Most on record first' },
  models: { zh: '模型多的在前', en: 'Most models first' },
  industries: { zh: '行业多的在前', en: 'Most industries first' },
  funding: { zh: '融资多的在前', en: 'Most funding first' },
  name: { zh: '按名称', en: 'By name' },
} as const satisfies Record<string, Bilingual>;

const regions: Record<Lang, Intl.DisplayNames> = {
  zh: new Intl.DisplayNames('zh-CN', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** The name of a country by its ISO 3166-1 alpha-2 code, in either case. */
export function countryName(code: string): Bilingual {
  const region = code.toUpperCase();
  return { zh: regions.zh.of(region) ?? region, en: regions.en.of(region) ?? region };
}
