import type { Bilingual } from '@/domain/bilingual';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Product, ProductCategory, ProductStatus } from './schema';

export const productCategoryNames = {
  chatbot: { zh: '对话', en: 'chatbot' },
  'image-generation': { zh: '图像生成', en: 'image generation' },
  search: { zh: '搜索', en: 'search' },
  assistant: { zh: '助手', en: 'assistant' },
  accelerator: { zh: '加速芯片', en: 'accelerator' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<ProductCategory, Bilingual>;

const productStatusNames = {
  announced: { zh: '已公布', en: 'announced' },
  released: { zh: '已发布', en: 'released' },
  withdrawn: { zh: '已下线', en: 'withdrawn' },
} as const satisfies Record<ProductStatus, Bilingual>;

/** The fields of a product. */
export const productBook = {
  slug: shared.slug,
  name: { ...shared.name, heads: ['product', '产品', '应用', '产品名称', '应用名称'] },
  aliases: shared.aliases,
  vendor: {
    as: 'reference',
    of: 'organization',
    label: { zh: '厂商', en: 'Vendor' },
    heads: ['公司', '机构', 'company'],
  },
  model: {
    as: 'reference',
    of: 'model',
    label: { zh: '模型', en: 'Model' },
    heads: ['所用模型', '基于模型'],
  },
  category: {
    as: 'choice',
    names: productCategoryNames,
    label: { zh: '类别', en: 'Category' },
    heads: ['类型', '分类'],
  },
  status: { as: 'choice', names: productStatusNames, label: { zh: '状态', en: 'Status' } },
  industries: {
    as: 'references',
    of: 'industry',
    label: { zh: '行业', en: 'Industries' },
    heads: ['industry'],
  },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Product>;
