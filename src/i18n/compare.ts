import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the comparison page and its files. */
export const compareWords = messages({
  zh: {
    title: '厂商对比',
    heading: (names: string[]) => `厂商对比：${names.join('、')}`,
    description: '同一组问题，逐家作答：模型、平台、行业、产业链、长处、融资。每一格都能查到出处。',
    caption: '各厂商在每个维度上的情况',
    group: '组',
    dimension: '维度',
    unit: '单位',
    sources: '来源',
    vendors: '厂商',
    add: '加一家',
    addButton: '加入',
    choose: '选择厂商…',
    remove: (name: string) => `移除${name}`,
    reset: '恢复默认五家',
    show: '显示',
    showAll: '全部',
    onlyDifferences: '只看不同',
    rows: '分组',
    currency: '币种',
    download: '下载',
    editionLine: (edition: number) => `大模型产业图谱，第 ${edition} 版`,
    more: (count: number) => `另有 ${count} 项`,
    moneyEvents: (counted: number, undisclosed: number) =>
      undisclosed === 0 ? `${counted} 笔有金额` : `${counted} 笔有金额，${undisclosed} 笔未披露`,
    tooFew: '现在只有一家。选 2 到 12 家才成对比，可在下面加一家。',
    tooMany: (count: number, most: number) => `网址里有 ${count} 家，这里只列前 ${most} 家。`,
    nothingDiffers: '显示的各组里，这几家在每个维度上都一样。',
    allHidden: '所有组都隐藏了；点上面的组名可以重新显示。',
    full: '已经有 12 家；先移除一家才能再加。',
    unitName: (unit: string) => unitNames[unit]?.zh ?? unit,
    notUnderstood: '无法识别',
  },
  en: {
    title: 'Compare vendors',
    heading: (names) => `Vendors compared: ${names.join(', ')}`,
    description:
      'The same questions to every vendor: models, platform, industries, value chain, strengths, money. Every cell has its source.',
    caption: 'What each vendor has in each dimension',
    group: 'Group',
    dimension: 'Dimension',
    unit: 'Unit',
    sources: 'Sources',
    vendors: 'Vendors',
    add: 'Add a vendor',
    addButton: 'Add',
    choose: 'Choose a vendor…',
    remove: (name) => `Remove ${name}`,
    reset: 'Back to the five',
    show: 'Show',
    showAll: 'Everything',
    onlyDifferences: 'Only what differs',
    rows: 'Groups',
    currency: 'Currency',
    download: 'Download',
    editionLine: (edition) => `AI Landscape, edition ${edition}`,
    more: (count) => `${count} more`,
    moneyEvents: (counted, undisclosed) =>
      undisclosed === 0
        ? `${counted} with an amount`
        : `${counted} with an amount, ${undisclosed} undisclosed`,
    tooFew: 'This is one vendor. Two to twelve make a comparison: add one below.',
    tooMany: (count, most) => `The address names ${count} vendors; the first ${most} are shown.`,
    nothingDiffers: 'In the groups shown, these vendors are the same in every dimension.',
    allHidden: 'Every group is hidden; choose one above to see it again.',
    full: 'There are twelve already; remove one to add another.',
    unitName: (unit) => unitNames[unit]?.en ?? unit,
    notUnderstood: 'was not understood',
  },
});

/** Units that only the comparison counts in. */
const unitNames: Readonly<Record<string, Bilingual>> = {
  industries: { zh: '个', en: 'industries' },
  citations: { zh: '条', en: 'citations' },
  sources: { zh: '个', en: 'sources' },
};

/** Sentences made from the rows. */
export const compareFinding = messages({
  zh: {
    models: (who: string, several: boolean, count: number) =>
      `已收录的模型，${who}最多，${several ? '各' : '有'} ${count} 个。`,
    industries: (who: string, several: boolean, count: number) =>
      `服务行业最广的是${who}，${several ? '各' : ''}${several ? ' ' : '共 '}${count} 个。`,
    same: (vendors: number, same: number, all: number) =>
      same === 0
        ? `${all} 个维度，${vendors} 家没有一项完全相同。`
        : `${all} 个维度里，${vendors} 家有 ${same} 个完全相同。`,
  },
  en: {
    models: (who, several, count) =>
      several
        ? `${who} have the most models on record, ${count} each.`
        : `${who} has the most models on record, ${count}.`,
    industries: (who, several, count) =>
      several
        ? `${who} serve the most industries, ${count} each.`
        : `${who} serves the most industries, ${count}.`,
    same: (vendors, same, all) =>
      same === 0
        ? `The ${vendors} are alike in none of the ${all} dimensions.`
        : `The ${vendors} are alike in ${same} of ${all} dimensions.`,
  },
});

/** What `vendors` in the address may be. */
export const compareLimits = {
  most: (most: number): Bilingual => ({ zh: `至多 ${most} 家`, en: `at most ${most} vendors` }),
  slug: { zh: '厂商的英文代号，如 baidu~alibaba', en: 'slugs of vendors, such as baidu~alibaba' },
  close: (near: readonly string[]): Bilingual => ({
    zh: `相近的有 ${near.join('、')}`,
    en: `close ones are ${near.join(', ')}`,
  }),
} as const;

export const groupNames = {
  identity: { zh: '身份', en: 'Identity' },
  models: { zh: '模型', en: 'Models' },
  platform: { zh: '平台与应用', en: 'Platforms and products' },
  industries: { zh: '行业', en: 'Industries' },
  chain: { zh: '产业链', en: 'Value chain' },
  positioning: { zh: '定位', en: 'Positioning' },
  funding: { zh: '融资', en: 'Funding' },
  evidence: { zh: '证据', en: 'Evidence' },
} as const satisfies Record<string, Bilingual>;

export const modalityNames = {
  nlp: { zh: '语言', en: 'Language' },
  cv: { zh: '视觉', en: 'Vision' },
  speech: { zh: '语音', en: 'Speech' },
  video: { zh: '视频', en: 'Video' },
  code: { zh: '代码', en: 'Code' },
  science: { zh: '科学', en: 'Science' },
  multimodal: { zh: '多模态', en: 'Multimodal' },
} as const satisfies Record<string, Bilingual>;

export const organizationKindNames = {
  cloud: { zh: '云厂商', en: 'Cloud vendor' },
  internet: { zh: '互联网公司', en: 'Internet company' },
  'ai-company': { zh: '人工智能公司', en: 'AI company' },
  startup: { zh: '创业公司', en: 'Start-up' },
  software: { zh: '软件公司', en: 'Software company' },
  hardware: { zh: '硬件公司', en: 'Hardware company' },
  chipmaker: { zh: '芯片公司', en: 'Chip maker' },
  company: { zh: '企业', en: 'Company' },
  lab: { zh: '研究机构', en: 'Lab' },
  academia: { zh: '高校与科研院所', en: 'Academia' },
  fund: { zh: '基金', en: 'Fund' },
  person: { zh: '个人', en: 'Person' },
  'research-firm': { zh: '研究公司', en: 'Research firm' },
  broker: { zh: '券商', en: 'Broker' },
  government: { zh: '政府机构', en: 'Government' },
} as const satisfies Record<string, Bilingual>;

export const productCategoryNames = {
  chatbot: { zh: '对话', en: 'chatbot' },
  'image-generation': { zh: '图像生成', en: 'image generation' },
  search: { zh: '搜索', en: 'search' },
  assistant: { zh: '助手', en: 'assistant' },
  accelerator: { zh: '加速芯片', en: 'accelerator' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Bilingual>;
