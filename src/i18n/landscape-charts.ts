import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the chart of modalities. */
export const modalityWords = messages({
  zh: {
    keys: '热力图：用方向键逐格查看',
    none: '没有符合条件的模型说明了模态。',
    total: '全部',
    models: '模型',
    allModels: '该厂商的全部模型',
    several: (count: number) => `并列的 ${count} 家厂商`,
    widest: (who: string, count: number, modalities: number) =>
      `覆盖模态最多的是${who}，${count > 1 ? '各 ' : ''}${modalities} 种。`,
    commonest: (modalities: string, models: number) => `图中模型最多的模态是${modalities}，${models} 个。`,
    silent: (stated: number, silent: number) =>
      silent === 0 ? '' : `图中有 ${stated} 条模型记录；另有 ${silent} 条没有来源说明模态。`,
    silentOnly: (silent: number) => `${silent} 条模型记录没有来源说明模态。`,
    cell: (vendor: string, modality: string, models: number) => `${vendor}·${modality} ${models} 个`,
    notStated: '没有来源说明模态',
    beyond: (top: number, count: number) => `模态较少、不在前 ${top} 位的 ${count} 家厂商`,
    note: '一个模型覆盖几种模态，就在每种各计一次。空格表示没有来源说明，不表示没有。“全部”是该厂商收录的模型数。',
  },
  en: {
    keys: 'Heat map: the arrow keys go from cell to cell',
    none: 'No model that matches has its modality stated.',
    total: 'All',
    models: 'Models',
    allModels: 'All models of the vendor',
    several: (count) => `${count} vendors`,
    widest: (who, count, modalities) =>
      `${who} ${count > 1 ? 'cover' : 'covers'} the most modalities, ${modalities}${count > 1 ? ' each' : ''}.`,
    commonest: (modalities, models) =>
      `${modalities} ${modalities.includes(' and ') ? 'have' : 'has'} the most models here, ${models}.`,
    silent: (stated, silent) =>
      silent === 0
        ? ''
        : `${stated} ${stated === 1 ? 'record of a model is' : 'records of models are'} shown; for ${silent} more no source states a modality.`,
    silentOnly: (silent) =>
      silent === 1
        ? 'For 1 model no source states a modality.'
        : `For ${silent} models no source states a modality.`,
    cell: (vendor, modality, models) =>
      `${vendor}, ${modality.toLowerCase()}: ${models} ${models === 1 ? 'model' : 'models'}`,
    notStated: 'no source states a modality',
    beyond: (top, count) => `of the ${count} ${count === 1 ? 'vendor' : 'vendors'} after the first ${top}`,
    note: 'A model that covers several modalities counts in each. An empty cell means that no source says so, not that there is none. “All” counts the models of the vendor on record.',
  },
});

/** The words of the chart of places. Sums come formatted. */
export const whereWords = messages({
  zh: {
    keys: '条形图：用方向键逐行查看',
    none: '没有符合条件的机构。',
    organizations: '机构',
    models: '模型',
    funding: '融资',
    organizationCount: (count: number) => `${count} 家`,
    modelCount: (count: number) => `${count} 个模型系列`,
    leaders: (places: string, count: number, organizations: number, share: string) =>
      `机构最多的是${places}，${count > 1 ? '各 ' : ''}${organizations} 家，${count > 1 ? '各' : ''}占 ${share}。`,
    sum: (places: number, organizations: number, models: number) =>
      `图中 ${places} 个地方共 ${organizations} 家机构、${models} 个模型系列。`,
    funding1: (place: string, sum: string) => `按下限计，融资最多的是${place}：${sum}。`,
    unplaced: (count: number) => (count === 0 ? '' : `${count} 家没有来源说明在哪里。`),
    row: (place: string, parts: string) => `${place} ${parts}`,
    noPlace: '没有来源说明在哪个城市',
    noCountry: '没有来源说明在哪个国家',
    beyond: (top: number, count: number) => `不在前 ${top} 位的 ${count} 个地方`,
    note: '地点是机构总部或注册地。模型归其厂商所在地，融资归融资公司所在地；直辖市和特别行政区自成一省级。',
    floor: '融资至少',
    between: '融资下限与上限之间',
  },
  en: {
    keys: 'Bar chart: the arrow keys go from row to row',
    none: 'No organizations match.',
    organizations: 'Organizations',
    models: 'Models',
    funding: 'Funding',
    organizationCount: (count) => (count === 1 ? '1 organization' : `${count} organizations`),
    modelCount: (count) => (count === 1 ? '1 family of models' : `${count} families of models`),
    leaders: (places, count, organizations, share) =>
      `${places} ${count > 1 ? 'have' : 'has'} the most organizations, ${organizations}${count > 1 ? ' each' : ''} (${share}).`,
    sum: (places, organizations, models) =>
      `The ${places === 1 ? 'place' : `${places} places`} shown ${places === 1 ? 'has' : 'have'} ${organizations} ${organizations === 1 ? 'organization' : 'organizations'} and ${models} ${models === 1 ? 'family' : 'families'} of models.`,
    funding1: (place, sum) => `By the floor, ${place} has raised the most money: ${sum}.`,
    unplaced: (count) =>
      count === 0
        ? ''
        : `For ${count} ${count === 1 ? 'organization' : 'organizations'} no source says where.`,
    row: (place, parts) => `${place}: ${parts}`,
    noPlace: 'no source says in which city',
    noCountry: 'no source says in which country',
    beyond: (top, count) => `in the ${count} ${count === 1 ? 'place' : 'places'} after the first ${top}`,
    note: 'A place is that of the head office or the registration. Models stand where their vendor is, money where the company is that raised it; a municipality or special region counts as a province.',
    floor: 'Funding, at least',
    between: 'Funding between floor and ceiling',
  },
});

/** What an organization has on a layer. */
export const entryKindNames = {
  product: { zh: '应用', en: 'Products' },
  model: { zh: '模型', en: 'Models' },
  platform: { zh: '平台', en: 'Platforms' },
  accelerator: { zh: '加速芯片', en: 'Accelerators' },
  none: { zh: '未收录具体条目', en: 'Nothing on record' },
} as const satisfies Record<string, Bilingual>;

const englishKinds = {
  product: ['product', 'products'],
  model: ['model', 'models'],
  platform: ['platform', 'platforms'],
  accelerator: ['accelerator', 'accelerators'],
} as const;
const chineseKinds = {
  product: '个应用',
  model: '个模型',
  platform: '个平台',
  accelerator: '款加速芯片',
} as const;

/** The words of the chart of the value chain. */
export const valueChainChartWords = messages({
  zh: {
    keys: '桑基图：用方向键逐条查看',
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
    keys: 'Sankey diagram: the arrow keys go from ribbon to ribbon',
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

/** The words of the chart of derivations. */
export const derivationWords = messages({
  zh: {
    keys: '桑基图：用方向键逐条查看',
    none: '没有符合条件的模型。',
    origin: '出自',
    vendor: '厂商',
    derived: '衍生模型',
    models: '模型',
    unknown: '来源未说明',
    tierModels: (tier: string, count: number) => `${tier}模型 ${count} 个`,
    originName: (vendor: string, model: string) => (model.includes(vendor) ? model : `${vendor}${model}`),
    sum: (all: number, known: number) =>
      known === 0
        ? `符合条件的 ${all} 个模型，没有一个有来源说明出自哪个通用模型。`
        : `符合条件的 ${all} 个模型里，${known} 个有来源说明出自哪个模型。`,
    origins: (origins: string, count: number, models: number) =>
      `出得最多的是${origins}，${count > 1 ? '各 ' : ''}${models} 个。`,
    unknownCount: (models: number) => (models === 0 ? '' : `其余 ${models} 个来源没有说明。`),
    known: (derived: string, vendor: string, origin: string) => `${vendor}的${derived}出自${origin}`,
    unknownRow: (vendor: string, tier: string, models: number) =>
      `${vendor} ${models} 个${tier}模型，来源未说明`,
    beyondStart: '出处已说明',
    beyond: (top: number, count: number) => `出处已说明，属于不在前 ${top} 位的 ${count} 家厂商`,
    beyondUnknown: (top: number, count: number) => `来源未说明出处，属于不在前 ${top} 位的 ${count} 家厂商`,
    note: '只画来源写明的衍生关系；同一家厂商有通用模型，不等于它的行业模型就出自那里。线的宽度是模型数，一个系列按一个计。',
  },
  en: {
    keys: 'Sankey diagram: the arrow keys go from ribbon to ribbon',
    none: 'No models match.',
    origin: 'Comes from',
    vendor: 'Vendor',
    derived: 'Derived model',
    models: 'Models',
    unknown: 'Origin not stated',
    tierModels: (tier, count) => `${tier} models: ${count}`,
    originName: (vendor, model) => (model.includes(vendor) ? model : `${vendor} ${model}`),
    sum: (all, known) =>
      known === 0
        ? `For none of the ${all} ${all === 1 ? 'model' : 'models'} that match does a source name the general model it comes from.`
        : `For ${known} of the ${all} ${all === 1 ? 'model' : 'models'} that match a source names the model it comes from.`,
    origins: (origins, count, models) => `Most come from ${origins}, ${models}${count > 1 ? ' each' : ''}.`,
    unknownCount: (models) => (models === 0 ? '' : `For the other ${models} none does.`),
    known: (derived, vendor, origin) => `${vendor}: ${derived} comes from ${origin}`,
    unknownRow: (vendor, tier, models) =>
      `${vendor}: ${models} ${tier.toLowerCase()} ${models === 1 ? 'model' : 'models'}, origin not stated`,
    beyondStart: 'origin stated',
    beyond: (top, count) =>
      `origin stated, of the ${count} ${count === 1 ? 'vendor' : 'vendors'} after the first ${top}`,
    beyondUnknown: (top, count) =>
      `origin not stated, of the ${count} ${count === 1 ? 'vendor' : 'vendors'} after the first ${top}`,
    note: 'Only derivations that a source states are drawn: that a vendor has a general model does not mean that its industry models come from it. The width of a ribbon is the number of models, a family counting as one.',
  },
});

/** The words of the landscape, as a chart and as its own page. */
export const landscapeWords = messages({
  zh: {
    title: '产业全景图',
    description: '一页看全行业：应用、模型、基础设施三层，每层按机构类型分组。点一家，看它的记录。',
    keys: '全景图：用方向键逐家查看',
    models: '模型系列数',
    funding: '融资下限',
    none: '不分大小',
    size: '大小',
    layers: '层',
    kinds: '类型',
    countries: '国家',
    zoom: '缩放',
    yes: '是',
    no: '否',
    placement: (who: string, layer: string) => `${who}在${layer}`,
    nowhere: '没有来源说明它在哪一层，也没有收录模型、平台或应用',
    beyond: (top: number, count: number) => `收录较少、不在前 ${top} 位的 ${count} 家机构`,
    nobody: '没有符合条件的机构。',
    row: (layer: string, who: string, entries: number) =>
      entries === 0 ? `${layer}：${who}` : `${layer}：${who}，收录 ${entries} 项`,
    sum: (count: number, layers: string) => `图中 ${count} 家机构：${layers}。`,
    onLayer: (layer: string, count: number) => `${layer} ${count} 家`,
    largest: (kind: string, count: number) => `最多的一类是${kind}，${count} 家。`,
    several: (count: number) => `${count} 家跨两层以上。`,
    note: '有模型的在模型层，有平台或加速芯片的在基础设施层，有其他应用的在应用层；来源写明在某一层的也列入，方框为深色。大小分三档：模型系列不足 3 个、3 至 7 个、8 个及以上；融资下限不足 5 亿、5 亿至 50 亿、50 亿元及以上。',
    open: '查看',
    close: '关闭',
    page: '打开它的页面',
    compare: '加入对比',
    asChart: '作为图表：分享、嵌入、数据文件',
    print: '可打印成一张 A3',
    clear: '清除筛选',
    smaller: '缩小',
    larger: '放大',
  },
  en: {
    title: 'The landscape',
    description:
      'The industry on one page: applications, models and infrastructure, each by kind of organization. Choose one to see its record.',
    keys: 'Landscape: the arrow keys go from one organization to the next',
    models: 'families of models',
    funding: 'funding floor',
    none: 'all alike',
    size: 'Size',
    layers: 'Layers',
    kinds: 'Kinds',
    countries: 'Countries',
    zoom: 'Zoom',
    yes: 'yes',
    no: 'no',
    placement: (who, layer) => `${who} on the ${layer.toLowerCase()} layer`,
    nowhere: 'no source says on which layer, and no model, platform or product is on record',
    beyond: (top, count) =>
      `of the ${count} ${count === 1 ? 'organization' : 'organizations'} after the first ${top}`,
    nobody: 'No organization matches.',
    row: (layer, who, entries) =>
      entries === 0 ? `${layer}: ${who}` : `${layer}: ${who}, ${entries} on record`,
    sum: (count, layers) => `${count === 1 ? '1 organization' : `${count} organizations`}: ${layers}.`,
    onLayer: (layer, count) => `${count} on the ${layer.toLowerCase()} layer`,
    largest: (kind, count) => `The largest kind is ${kind.toLowerCase()}, with ${count}.`,
    several: (count) => `${count} ${count === 1 ? 'stands' : 'stand'} on more than one layer.`,
    note: 'Those with a model stand on the model layer, with a platform or accelerator on infrastructure, with another product on applications; those that a source places on a layer stand there too, in a darker frame. Three sizes: fewer than 3 families of models, 3 to 7, 8 and more; funding floor below CNY 500 million, up to 5 billion, 5 billion and more.',
    open: 'Show',
    close: 'Close',
    page: 'Open its page',
    compare: 'Compare',
    asChart: 'As a chart: share, embed, data files',
    print: 'prints on one A3 page',
    clear: 'Clear the filters',
    smaller: 'Smaller',
    larger: 'Larger',
  },
});
