import { messages } from '@/i18n/messages';

/** The words of the chart of places. Sums come formatted. */
export const whereWords = messages({
  zh: {
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
