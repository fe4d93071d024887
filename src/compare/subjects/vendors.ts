import { vendorsToCompare } from '@/database/queries/vendors-to-compare';
import { layers } from '../dimensions/chain';
import { accelerators, infrastructure } from '../dimensions/compute';
import { citationCounts, sourceCount } from '../dimensions/evidence';
import { fundingEvents, moneyRaised, undisclosedEvents } from '../dimensions/funding';
import { kind, place } from '../dimensions/identity';
import { industries, industryCount } from '../dimensions/industries';
import {
  claimedModels,
  generalModels,
  industryModels,
  largestModel,
  modalitiesOfModels,
  modelsByTier,
  modelsOnRecord,
  versionsOnRecord,
} from '../dimensions/models';
import { accessOfModels, openModels } from '../dimensions/openness';
import { platforms, products } from '../dimensions/platform';
import { strengths } from '../dimensions/positioning';
import { subjectKind } from '../subject-kind';

/** Vendors side by side, as the article compares them. */
export const vendorSubjects = subjectKind({
  key: 'vendors',
  path: '/compare',
  record: 'organization',
  page: (slug) => `/vendors/${slug}`,
  groups: [
    'identity',
    'models',
    'platform',
    'modalities',
    'industries',
    'chain',
    'compute',
    'funding',
    'openness',
    'positioning',
    'evidence',
  ],
  // Those of one group stand together, in the order of `groups`.
  dimensions: [
    kind,
    place,
    generalModels,
    modelsOnRecord,
    versionsOnRecord,
    ...modelsByTier,
    claimedModels,
    largestModel,
    platforms,
    products,
    modalitiesOfModels,
    industryCount,
    industries,
    industryModels,
    layers,
    infrastructure,
    accelerators,
    moneyRaised,
    fundingEvents,
    undisclosedEvents,
    openModels,
    accessOfModels,
    strengths,
    ...citationCounts,
    sourceCount,
  ],
  preset: ['baidu', 'alibaba', 'tencent', 'huawei', 'sensetime'],
  ready: [
    {
      label: { zh: '文章比的五家', en: 'The article’s five' },
      slugs: ['baidu', 'alibaba', 'tencent', 'huawei', 'sensetime'],
    },
    {
      label: { zh: '中国四家云', en: 'China’s four clouds' },
      slugs: ['alibaba', 'huawei', 'tencent', 'baidu'],
    },
    {
      label: { zh: '中外云厂商', en: 'Clouds, Chinese and foreign' },
      slugs: ['alibaba', 'huawei', 'tencent', 'baidu', 'microsoft', 'google'],
    },
    {
      label: { zh: '大模型创业公司', en: 'Large-model start-ups' },
      slugs: ['zhipu', 'moonshot', 'minimax', 'baichuan', '01-ai', 'stepfun', 'deepseek'],
    },
    {
      label: { zh: '互联网公司', en: 'Internet companies' },
      slugs: ['bytedance', '360', 'kunlun', 'jd', 'netease', 'meta'],
    },
    {
      label: { zh: '人工智能公司', en: 'AI companies' },
      slugs: ['sensetime', 'iflytek', 'cloudwalk', '4paradigm', 'unisound'],
    },
    {
      label: { zh: '研究机构', en: 'Labs' },
      slugs: ['baai', 'shanghai-ai-lab', 'pcl', 'idea', 'casia', 'openai'],
    },
    {
      label: { zh: '算力与芯片', en: 'Computing and chips' },
      slugs: ['nvidia', 'intel', 'huawei', 'inspur', 'h3c'],
    },
    {
      label: { zh: '行业软件', en: 'Industry software' },
      slugs: ['hundsun', 'yonyou', 'kingdee', 'transwarp', 'trs'],
    },
    {
      label: { zh: '医疗', en: 'Healthcare' },
      slugs: ['yiliao-suanwang', 'zuoshou', 'unisound', 'tencent', 'baidu'],
    },
  ],
  load: vendorsToCompare,
});
