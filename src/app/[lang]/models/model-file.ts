import type { ModelInBrief } from '@/database/queries/models-in-brief';
import type { Lang } from '@/domain/bilingual';
import { modelWords } from '@/i18n/models';
import { cellOf } from '@/i18n/record-fields';
import { labelOf } from '@/records/books';
import { tierNames } from '@/records/model/book';
import type { Table } from '@/tables/table';
import { type ModelState, modelColumns } from './model-state';

/** The list of models as a table for files: the columns that the state shows, all rows that match, in order. */
export function modelTable(models: readonly ModelInBrief[], state: ModelState, lang: Lang): Table {
  const shown = Object.entries(modelColumns).filter(
    ([key]) => state.columns.length === 0 || state.columns.includes(key),
  );
  const text = { kind: 'text', unit: null } as const;
  const valueIn = (model: ModelInBrief, key: string) =>
    (model as unknown as Record<string, unknown>)[key] ?? null;
  return {
    columns: [
      { key: 'slug', label: { zh: '代号', en: 'slug' }, ...text },
      { key: 'name', label: { zh: modelWords.zh.name, en: modelWords.en.name }, ...text },
      { key: 'member-of', label: labelOf('model', 'memberOf'), ...text },
      ...shown.map(([key, { field }]) =>
        field.as === 'number'
          ? { key, label: field.label, kind: 'number' as const, unit: field.unit }
          : { key, label: field.label, ...text },
      ),
    ],
    rows: models.map((model) =>
      [
        model.slug,
        model.name[lang],
        model.memberOf?.name[lang] ?? null,
        ...shown.map(([, { key, field }]) =>
          // What has no tier is a tier of its own in lists.
          key === 'tier' && model.tier === null
            ? tierNames.unclassified[lang]
            : cellOf(field, valueIn(model, key), lang),
        ),
      ].map((value) => ({ value, text: String(value ?? ''), path: null })),
    ),
  };
}
