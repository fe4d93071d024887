import type { ActiveOrganization } from '@/database/queries/organizations-with-activity';
import type { Lang } from '@/domain/bilingual';
import { placeOf } from '@/domain/place';
import { knownBounds } from '@/domain/totals';
import { standText } from '@/i18n/layers';
import { joinList } from '@/i18n/list';
import { countryName, vendorList } from '@/i18n/vendors';
import { organizationKindNames } from '@/records/organization/book';
import type { Table } from '@/tables/table';
import { type VendorColumn, type VendorState, vendorColumns } from './vendor-state';

type Value = string | number | null;

/** What each column holds in files; one column of the page may be several of a file. */
const values: Readonly<
  Record<VendorColumn, readonly [string, string, string, (row: ActiveOrganization, lang: Lang) => Value][]>
> = {
  kind: [
    ['kind', '类型', 'Kind', ({ kind }, lang) => organizationKindNames[kind][lang]],
    ['country', '国家', 'Country', ({ country }, lang) => (country ? countryName(country)[lang] : null)],
    ['place', '城市', 'City', ({ place }, lang) => (place ? (placeOf(place)?.name[lang] ?? place) : null)],
  ],
  layer: [
    [
      'layers',
      '产业链层',
      'Layers',
      ({ layers }, lang) =>
        joinList(
          lang,
          layers.map((stand) => standText(stand, lang)),
        ),
    ],
  ],
  models: [
    ['models', '模型系列', 'Model families on record', ({ modelCount }) => modelCount],
    ['models-versions', '型号', 'Versions and sizes on record', ({ versionCount }) => versionCount],
    ['models-general', '通用模型系列', 'General families', ({ models }) => models.general],
    ['models-task', '任务模型系列', 'Task families', ({ models }) => models.task],
    ['models-industry', '行业模型系列', 'Industry families', ({ models }) => models.industry],
  ],
  industries: [
    [
      'industries',
      '行业',
      'Industries',
      ({ industries }, lang) =>
        joinList(
          lang,
          industries.map(({ name }) => name[lang]),
        ),
    ],
  ],
  platforms: [
    [
      'platforms',
      '平台',
      'Platforms',
      ({ platforms }, lang) =>
        joinList(
          lang,
          platforms.map(({ name }) => name[lang]),
        ),
    ],
  ],
  funding: [
    ['funding-floor', '融资下限', 'Funding floor', ({ total }) => knownBounds(total).floor],
    ['funding-ceiling', '融资上限', 'Funding ceiling', ({ total }) => knownBounds(total).ceiling],
    ['funding-undisclosed', '未披露笔数', 'Undisclosed events', ({ total }) => total.undisclosed],
  ],
};

const figures = /^(?:models|funding)/;

/** The list of organizations as a table for files: the columns that the state shows, all rows that match, in order. */
export function vendorTable(rows: readonly ActiveOrganization[], state: VendorState, lang: Lang): Table {
  const shown = (Object.keys(vendorColumns) as VendorColumn[])
    .filter((key) => state.columns.length === 0 || state.columns.includes(key))
    .flatMap((key) => values[key]);
  return {
    columns: [
      { key: 'slug', label: { zh: '代号', en: 'slug' }, kind: 'text', unit: null },
      { key: 'name', label: { zh: vendorList.zh.name, en: vendorList.en.name }, kind: 'text', unit: null },
      ...shown.map(([key, zh, en]) => ({
        key,
        label: { zh, en },
        kind: figures.test(key) ? ('number' as const) : ('text' as const),
        unit: key.startsWith('funding-') && key !== 'funding-undisclosed' ? 'CNY' : null,
      })),
    ],
    rows: rows.map((row) =>
      [row.slug, row.name[lang], ...shown.map(([, , , value]) => value(row, lang))].map((value) => ({
        value,
        text: String(value ?? ''),
        path: null,
      })),
    ),
  };
}
