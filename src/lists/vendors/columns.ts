import type { ActiveOrganization } from '@/database/queries/organizations-with-activity';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { placeOf } from '@/domain/place';
import { knownBounds } from '@/domain/totals';
import { standText } from '@/i18n/layers';
import { joinList } from '@/i18n/list';
import { countryName, vendorList } from '@/i18n/vendors';
import { organizationKindNames } from '@/records/organization/book';
import type { ListColumn } from '../engine/definition';
import { slugColumn } from '../engine/table';
import type { vendorColumns } from './parameters';

type Column = ListColumn<ActiveOrganization>;

/** A column of the files that goes with a column of the page. */
function text(of: keyof typeof vendorColumns, key: string, label: Bilingual, value: Column['value']): Column {
  return { of, key, label, kind: 'text', unit: null, value };
}

function figure(of: 'models' | 'funding', key: string, label: Bilingual, value: Column['value']): Column {
  const isMoney = key === 'funding-floor' || key === 'funding-ceiling';
  return { of, key, label, kind: 'number', unit: isMoney ? 'CNY' : null, value };
}

const namesOf = (all: readonly { name: Bilingual }[], lang: Lang) =>
  joinList(
    lang,
    all.map(({ name }) => name[lang]),
  );

/** The columns of the files of the list of organizations; one column of the page may be several of a file. */
export const vendorFileColumns: readonly Column[] = [
  slugColumn(),
  {
    key: 'name',
    label: { zh: vendorList.zh.name, en: vendorList.en.name },
    kind: 'text',
    unit: null,
    value: ({ name }, lang) => name[lang],
  },
  text('kind', 'kind', { zh: '类型', en: 'Kind' }, ({ kind }, lang) => organizationKindNames[kind][lang]),
  text('kind', 'country', { zh: '国家', en: 'Country' }, ({ country }, lang) =>
    country ? countryName(country)[lang] : null,
  ),
  text('kind', 'place', { zh: '城市', en: 'City' }, ({ place }, lang) =>
    place ? (placeOf(place)?.name[lang] ?? place) : null,
  ),
  text('layer', 'layers', { zh: '产业链层', en: 'Layers' }, ({ layers }, lang) =>
    joinList(
      lang,
      layers.map((stand) => standText(stand, lang)),
    ),
  ),
  figure('models', 'models', { zh: '模型系列', en: 'Model families on record' }, (row) => row.modelCount),
  figure(
    'models',
    'models-versions',
    { zh: '型号', en: 'Versions and sizes on record' },
    ({ versionCount }) => versionCount,
  ),
  figure(
    'models',
    'models-general',
    { zh: '通用模型系列', en: 'General families' },
    (row) => row.models.general,
  ),
  figure('models', 'models-task', { zh: '任务模型系列', en: 'Task families' }, (row) => row.models.task),
  figure(
    'models',
    'models-industry',
    { zh: '行业模型系列', en: 'Industry families' },
    (row) => row.models.industry,
  ),
  text('industries', 'industries', { zh: '行业', en: 'Industries' }, (row, lang) =>
    namesOf(row.industries, lang),
  ),
  text('platforms', 'platforms', { zh: '平台', en: 'Platforms' }, (row, lang) =>
    namesOf(row.platforms, lang),
  ),
  figure(
    'funding',
    'funding-floor',
    { zh: '融资下限', en: 'Funding floor' },
    ({ total }) => knownBounds(total).floor,
  ),
  figure(
    'funding',
    'funding-ceiling',
    { zh: '融资上限', en: 'Funding ceiling' },
    ({ total }) => knownBounds(total).ceiling,
  ),
  figure(
    'funding',
    'funding-undisclosed',
    { zh: '未披露笔数', en: 'Undisclosed events' },
    ({ total }) => total.undisclosed,
  ),
];
