import type { Bilingual } from '@/domain/bilingual';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Layer, LayerSlug } from './schema';

/** The layers of the value chain by name: these words everywhere, those of the records among them. */
export const layerNames = {
  infrastructure: { zh: '基础设施层', en: 'Infrastructure' },
  model: { zh: '模型层', en: 'Model' },
  application: { zh: '应用层', en: 'Application' },
} as const satisfies Record<LayerSlug, Bilingual>;

/** The fields of a layer. */
export const layerBook = {
  slug: shared.slug,
  name: shared.name,
  order: { as: 'number', unit: null, label: { zh: '次序', en: 'Order' } },
  who: { as: 'bilingual', label: { zh: '有谁', en: 'Who' } },
  strengths: { as: 'bilingual', label: { zh: '优势', en: 'Strengths' } },
  bottlenecks: { as: 'bilingual', label: { zh: '瓶颈', en: 'Bottlenecks' } },
  citations: citationsField,
} as const satisfies Book<Layer>;
