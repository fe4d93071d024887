import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the pages on models. */
export const modelWords = messages({
  zh: {
    title: '模型',
    description: '通用大模型打底，任务模型和行业模型往场景里走。按层级、模态、行业、开放方式和厂商筛选。',
    caption: '模型及其厂商、层级、行业、模态与参数',
    name: '模型',
    vendor: '厂商',
    tier: '层级',
    category: '来源的分类',
    modality: '模态',
    industry: '行业',
    access: '开放方式',
    layer: '厂商所在层',
    period: '发布年份',
    place: '厂商所在城市',
    undated: '日期不详',
    parameters: '参数',
    released: '发布',
    sort: '排序',
    page: '页',
    all: '全部',
    none: '没有符合条件的模型。',
    evidence: '出处',
    family: '系列',
    yes: '是一个系列，含多个型号',
    aliases: '别名',
    platform: '平台',
    partners: '合作方',
    memberOf: '所属系列',
    members: '系列成员',
    membersNote: '同一系列的各代、各规格；加粗的是本页的模型。归属多据名称推断，点开圆点看依据。',
    derivesFrom: '由来',
    links: '链接',
    profile: '概况',
    lineage: '谱系',
    lineageNote: '从哪个模型来，又派生出哪些；加粗的是本页的模型。',
    lineageNone: '没有来源说明它从哪个模型派生，也没有已收录的派生模型。',
    products: '用它的应用',
    figures: '关于它的数字',
    siblings: '同一厂商的同层模型',
    sources: '来源',
    note: '说明',
    finding: (families: number, versions: number, industry: number, vendors: number) =>
      `${families} 个模型系列、${versions} 个型号，来自 ${vendors} 家厂商${industry === 0 || industry === families ? '' : `，其中行业模型 ${industry} 个系列`}。`,
    most: (names: string, several: boolean, count: number) =>
      several ? `${names}最多，各 ${count} 个系列。` : `${names}最多，${count} 个系列。`,
    concentrated: (count: number, all: number, names: string) =>
      `${all} 个行业模型系列里，${count} 个出自${names}两家。`,
    spread: (most: number, all: number) => `${all} 个行业模型系列很分散，一家最多只有 ${most} 个。`,
    unknownParameters: (unknown: number, all: number) =>
      unknown === all
        ? `${all === 1 ? '' : '都'}查不到参数规模。`
        : `${all} 条记录里有 ${unknown} 条查不到参数规模。`,
    about: (vendor: string, tier: string, family: boolean) => `${vendor}的${tier}模型${family ? '系列' : ''}`,
    aboutUnclassified: (vendor: string) => `${vendor}的模型，层级未分类`,
  },
  en: {
    title: 'Models',
    description:
      'General-purpose models underneath, task and industry models on the way to use. Filter by tier, modality, industry, access and vendor.',
    caption: 'Models with vendor, tier, industries, modalities and parameters',
    name: 'Model',
    vendor: 'Vendor',
    tier: 'Tier',
    category: 'Category in the source',
    modality: 'Modality',
    industry: 'Industry',
    access: 'Access',
    layer: 'Vendor’s layer',
    period: 'Year of release',
    place: 'Vendor’s city',
    undated: 'no date',
    parameters: 'Parameters',
    released: 'Released',
    sort: 'Sort',
    page: 'Page',
    all: 'All',
    none: 'No models match.',
    evidence: 'Source',
    family: 'Family',
    yes: 'a family of several models',
    aliases: 'Also called',
    platform: 'Platform',
    partners: 'With',
    memberOf: 'Member of',
    members: 'The family',
    membersNote:
      'Generations and sizes of one family; this model is in bold. Most are placed by name: the mark says on what grounds.',
    derivesFrom: 'Derives from',
    links: 'Links',
    profile: 'Profile',
    lineage: 'Lineage',
    lineageNote: 'What it comes from, and what comes from it; this model is in bold.',
    lineageNone: 'No source says what it derives from, and nothing on record derives from it.',
    products: 'Products built on it',
    figures: 'Figures about it',
    siblings: 'Others of the vendor in the same tier',
    sources: 'Sources',
    note: 'Note',
    finding: (families, versions, industry, vendors) =>
      `${families} ${families === 1 ? 'family' : 'families'} of models, ${versions} ${versions === 1 ? 'version or size' : 'versions and sizes'}, from ${vendors} ${vendors === 1 ? 'vendor' : 'vendors'}${industry === 0 || industry === families ? '' : `; ${industry} of the families are for an industry`}. `,
    most: (names, several, count) =>
      several
        ? `${names} have the most families, ${count} each. `
        : `${names} has the most families: ${count}. `,
    concentrated: (count, all, names) =>
      `Two vendors, ${names}, made ${count} of ${all} families of industry models. `,
    spread: (most, all) =>
      `The ${all} families of industry models are spread thin: no vendor has more than ${most}. `,
    unknownParameters: (unknown, all) =>
      unknown === all
        ? `No source gives the number of parameters.`
        : `For ${unknown} of ${all} records no source gives the number of parameters.`,
    about: (vendor, tier, family) => `A ${tier.toLowerCase()} model ${family ? 'family ' : ''}by ${vendor}`,
    aboutUnclassified: (vendor) => `A model by ${vendor}, tier not classified`,
  },
});

export const modelOrderNames = {
  vendor: { zh: '按厂商', en: 'By vendor' },
  name: { zh: '按名称', en: 'By name' },
} as const satisfies Record<string, Bilingual>;
