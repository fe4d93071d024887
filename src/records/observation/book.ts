import type { Bilingual } from '@/domain/bilingual';
import type { ObservationBound } from '@/domain/observed';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Observation } from './schema';

const boundNames = {
  exact: { zh: '确数', en: 'exact' },
  about: { zh: '约', en: 'about' },
  'more-than': { zh: '超过', en: 'more than' },
  'just-under': { zh: '近', en: 'just under' },
  several: { zh: '数', en: 'several' },
  range: { zh: '区间', en: 'range' },
  'not-stated': { zh: '未给数字', en: 'not stated' },
} as const satisfies Record<ObservationBound, Bilingual>;

/** The fields of an observation. */
export const observationBook = {
  slug: shared.slug,
  indicator: { as: 'reference', of: 'indicator', label: { zh: '指标', en: 'Indicator' } },
  subject: { as: 'bilingual', label: { zh: '对象', en: 'Subject' } },
  about: { as: 'reference', of: 'any', label: { zh: '关于', en: 'About' } },
  date: { as: 'date', label: { zh: '日期', en: 'Date' } },
  value: { as: 'number', unit: null, label: { zh: '数值', en: 'Value' } },
  min: { as: 'number', unit: null, label: { zh: '下限', en: 'Floor' } },
  max: { as: 'number', unit: null, label: { zh: '上限', en: 'Ceiling' } },
  bound: { as: 'choice', names: boundNames, label: { zh: '精确程度', en: 'Exactness' } },
  unit: { as: 'line', label: { zh: '单位', en: 'Unit' } },
  projection: { as: 'flag', label: { zh: '是预测', en: 'A forecast' } },
  byOrganization: { as: 'reference', of: 'organization', label: { zh: '统计机构', en: 'Counted by' } },
  byText: { as: 'bilingual', label: { zh: '统计者', en: 'Counted by (words)' } },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Observation>;
