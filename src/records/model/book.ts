import type { Bilingual } from '@/domain/bilingual';
import type { Tier } from '@/domain/tier';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Access, Modality, Model } from './schema';

const tiers = {
  general: { zh: '通用', en: 'General' },
  task: { zh: '任务', en: 'Task' },
  industry: { zh: '行业', en: 'Industry' },
} as const satisfies Record<Tier, Bilingual>;

/** Names of the tiers, and of what has none. */
export const tierNames = { ...tiers, unclassified: { zh: '未分类', en: 'Unclassified' } } as const;

export const modalityNames = {
  nlp: { zh: '语言', en: 'Language' },
  cv: { zh: '视觉', en: 'Vision' },
  speech: { zh: '语音', en: 'Speech' },
  video: { zh: '视频', en: 'Video' },
  code: { zh: '代码', en: 'Code' },
  science: { zh: '科学', en: 'Science' },
  multimodal: { zh: '多模态', en: 'Multimodal' },
} as const satisfies Record<Modality, Bilingual>;

export const accessNames = {
  api: { zh: 'API', en: 'API' },
  'open-weights': { zh: '开放权重', en: 'Open weights' },
  'open-source': { zh: '开源', en: 'Open source' },
  internal: { zh: '仅内部', en: 'Internal' },
  product: { zh: '仅在产品中', en: 'In products only' },
} as const satisfies Record<Access, Bilingual>;

/** The fields of a model, in the order of its page. */
export const modelBook = {
  slug: shared.slug,
  name: {
    ...shared.name,
    heads: ['model', 'models', 'modelname', '模型', '模型名称', '大模型', '大模型名称'],
  },
  vendor: {
    as: 'reference',
    of: 'organization',
    label: { zh: '厂商', en: 'Vendor' },
    heads: ['organization', 'company', 'developer', '机构', '公司', '研发机构', '单位', '企业', '开发者'],
    expected: true,
    column: true,
    compared: 'identity',
  },
  partners: {
    as: 'references',
    of: 'organization',
    label: { zh: '合作方', en: 'Partners' },
    compared: 'identity',
  },
  aliases: shared.aliases,
  tier: {
    as: 'choice',
    names: tiers,
    label: { zh: '层级', en: 'Tier' },
    expected: true,
    column: true,
    compared: 'identity',
    guessed: true,
  },
  category: {
    as: 'line',
    label: { zh: '来源的分类', en: 'Category in the source' },
    heads: ['category', '类别', '分类', '领域', '类型'],
  },
  family: { as: 'flag', label: { zh: '是系列', en: 'A family' }, guessed: true },
  industries: {
    as: 'references',
    of: 'industry',
    label: { zh: '行业', en: 'Industries' },
    heads: ['industry', '应用行业'],
    column: true,
    compared: 'industries',
  },
  modalities: {
    as: 'choices',
    names: modalityNames,
    label: { zh: '模态', en: 'Modalities' },
    heads: ['modality'],
    expected: true,
    column: true,
    compared: 'modalities',
  },
  parameters: {
    as: 'number',
    unit: null,
    short: true,
    label: { zh: '参数', en: 'Parameters' },
    order: { zh: '参数多的在前', en: 'Most parameters first' },
    heads: ['params', 'size', '参数量', '参数规模'],
    expected: true,
    column: true,
    compared: 'models',
  },
  activeParameters: {
    as: 'number',
    unit: null,
    short: true,
    label: { zh: '激活参数', en: 'Active parameters' },
    order: { zh: '激活参数多的在前', en: 'Most active parameters first' },
    heads: ['activeparams', '激活参数量'],
    column: true,
    compared: 'models',
  },
  contextLength: {
    as: 'number',
    unit: 'tokens',
    label: { zh: '上下文长度', en: 'Context length' },
    order: { zh: '上下文长的在前', en: 'Longest context first' },
    heads: ['context', 'contextwindow', 'ctx', '上下文', '上下文窗口'],
    column: true,
    compared: 'models',
  },
  access: {
    as: 'choices',
    names: accessNames,
    label: { zh: '开放方式', en: 'Access' },
    heads: ['开源'],
    expected: true,
    column: true,
    compared: 'openness',
  },
  licence: {
    as: 'line',
    label: { zh: '许可证', en: 'Licence' },
    heads: ['license', '许可', '开源协议'],
    column: true,
    compared: 'openness',
  },
  released: {
    as: 'date',
    label: { zh: '发布', en: 'Released' },
    order: { zh: '新发布的在前', en: 'Newest first' },
    heads: ['releasedate', 'date', '发布日期', '发布时间', '时间', '日期'],
    expected: true,
    column: true,
    compared: 'identity',
  },
  memberOf: {
    as: 'reference',
    of: 'model',
    label: { zh: '所属系列', en: 'Member of' },
    heads: ['series', '系列', '模型系列'],
    compared: 'models',
  },
  derivesFrom: {
    as: 'reference',
    of: 'model',
    label: { zh: '由来', en: 'Derives from' },
    heads: ['basemodel', 'basedon', '派生自', '基座模型', '基于'],
    compared: 'models',
  },
  platform: {
    as: 'reference',
    of: 'platform',
    label: { zh: '平台', en: 'Platform' },
    compared: 'platform',
  },
  urls: {
    as: 'addresses',
    label: { zh: '链接', en: 'Links' },
    heads: ['url', 'link', '网址'],
  },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Model>;
