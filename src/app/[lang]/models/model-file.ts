import type { ModelInBrief } from '@/database/queries/models-in-brief';
import type { Lang } from '@/domain/bilingual';
import { joinList } from '@/i18n/list';
import { modelWords } from '@/i18n/models';
import { accessNames, modalityNames, tierNames } from '@/records/model/book';
import type { Table } from '@/tables/table';
import { type ModelColumn, type ModelState, modelColumns } from './model-state';

type Value = string | number | null;

const values: Readonly<Record<ModelColumn, (model: ModelInBrief, lang: Lang) => Value>> = {
  vendor: ({ vendor }, lang) => vendor.name[lang],
  tier: ({ tier }, lang) => tierNames[tier ?? 'unclassified'][lang],
  industries: ({ industries }, lang) =>
    joinList(
      lang,
      industries.map(({ name }) => name[lang]),
    ),
  modalities: ({ modalities }, lang) =>
    joinList(
      lang,
      modalities.map((each) => modalityNames[each][lang]),
    ),
  parameters: ({ parameters }) => parameters,
  access: ({ access }, lang) =>
    joinList(
      lang,
      access.map((each) => accessNames[each][lang]),
    ),
  released: ({ released }) => released,
};

/** The list of models as a table for files: the columns that the state shows, all rows that match, in order. */
export function modelTable(models: readonly ModelInBrief[], state: ModelState, lang: Lang): Table {
  const shown = (Object.keys(modelColumns) as ModelColumn[]).filter(
    (key) => state.columns.length === 0 || state.columns.includes(key),
  );
  return {
    columns: [
      { key: 'slug', label: { zh: '代号', en: 'slug' }, kind: 'text', unit: null },
      {
        key: 'name',
        label: { zh: modelWords.zh.name, en: modelWords.en.name },
        kind: 'text',
        unit: null,
      },
      {
        key: 'member-of',
        label: { zh: modelWords.zh.memberOf, en: modelWords.en.memberOf },
        kind: 'text',
        unit: null,
      },
      ...shown.map((key) => ({
        key,
        label: modelColumns[key],
        kind: key === 'parameters' ? ('number' as const) : ('text' as const),
        unit: null,
      })),
    ],
    rows: models.map((model) =>
      [
        model.slug,
        model.name[lang],
        model.memberOf?.name[lang] ?? null,
        ...shown.map((key) => values[key](model, lang)),
      ].map((value) => ({
        value,
        text: String(value ?? ''),
        path: null,
      })),
    ),
  };
}
