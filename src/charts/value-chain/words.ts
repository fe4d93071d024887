import type { Bilingual } from '@/domain/bilingual';
import { messages } from '@/i18n/messages';

/** What an organization has on a layer. */
export const entryKindNames = {
  product: { zh: '应用', en: 'Products' },
  model: { zh: '模型系列', en: 'Model families' },
  platform: { zh: '平台', en: 'Platforms' },
  accelerator: { zh: '加速芯片', en: 'Accelerators' },
  none: { zh: '未收录具体条目', en: 'Nothing on record' },
} as const satisfies Record<string, Bilingual>;

const englishKinds = {
  product: ['product', 'products'],
  model: ['model family', 'model families'],
  platform: ['platform', 'platforms'],
  accelerator: ['accelerator', 'accelerators'],
} as const;

const chineseKinds = {
  product: '个应用',
  model: '个模型系列',
  platform: '个平台',
  accelerator: '款加速芯片',
} as const;

/** The words of the chart of the value chain. */
export const valueChainChartWords = messages({
  zh: {
    none: '没有符合条件的机构。',
    layer: '产业链层',
    organization: '机构',
    what: '收录',
    placedLabel: '有来源写明在这一层',
    yes: '是',
    no: '否',
    sum: (organizations: number, layers: string) => `图中 ${organizations} 家机构：${layers}。`,
    onLayer: (layer: string, count: number) => `${layer} ${count} 家`,
    have: (kinds: string) => `共收录 ${kinds}。`,
    kindCount: (kind: keyof typeof chineseKinds, count: number) => `${count} ${chineseKinds[kind]}`,
    across: (count: number, names: string) => `${count} 家跨两层以上${names === '' ? '' : `：${names}`}。`,
    empty: (count: number) => (count === 0 ? '' : `${count} 处只有“在这一层”的说法，没有收录具体条目。`),
    row: (layer: string, organization: string, kind: string, entries: number) =>
      `${layer}·${organization} ${kind}${entries > 0 ? ` ${entries} 个` : ''}`,
    placement: (organization: string, layer: string) => `${organization}在${layer}`,
    unplaced: '没有来源写明其机构在哪一层',
    beyond: (top: number, count: number) => `收录较少、不在前 ${top} 位的 ${count} 家机构`,
    note: '模型放在模型层，平台和加速芯片放在基础设施层，其他产品放在应用层；来源写明在某一层的也列入。线的宽度是收录的条目数，一个模型系列按一个计；虚线表示只有说法，没有条目。',
  },
  en: {
    none: 'No organizations match.',
    layer: 'Layer',
    organization: 'Organization',
    what: 'On record',
    placedLabel: 'Placed here by a source',
    yes: 'yes',
    no: 'no',
    sum: (organizations, layers) =>
      `${organizations === 1 ? '1 organization' : `${organizations} organizations`}: ${layers}.`,
    onLayer: (layer, count) => `${count} on the ${layer.toLowerCase()} layer`,
    have: (kinds) => `On record they have ${kinds}.`,
    kindCount: (kind, count) => `${count} ${englishKinds[kind][count === 1 ? 0 : 1]}`,
    across: (count, names) =>
      `${count} ${count === 1 ? 'stands' : 'stand'} on more than one layer${names === '' ? '' : `: ${names}`}.`,
    empty: (count) =>
      count === 0
        ? ''
        : count === 1
          ? 'In 1 place a source names the layer and nothing is on record.'
          : `In ${count} places a source names the layer and nothing is on record.`,
    row: (layer, organization, kind, entries) =>
      `${layer}, ${organization}: ${entries > 0 ? `${entries} ` : ''}${kind.toLowerCase()}`,
    placement: (organization, layer) => `${organization} on the ${layer.toLowerCase()} layer`,
    unplaced: 'no source places their organization on a layer',
    beyond: (top, count) =>
      `of the ${count} ${count === 1 ? 'organization' : 'organizations'} after the first ${top}`,
    note: 'Models stand on the model layer, platforms and accelerators on infrastructure, other products on applications; whom a source places on a layer stands there too. The width of a ribbon is the number of entries, a family of models counting as one; a dashed one is stated and has no entry.',
  },
});
