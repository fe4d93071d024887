import { optionsFrom } from '@/charts/facts/options';
import { type ModelInBrief, modelsInBrief } from '@/database/queries/models-in-brief';
import type { Lang } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import { layerColours, tierColours } from '@/domain/palette';
import { dateSpan } from '@/domain/partial-date';
import { placeOf } from '@/domain/place';
import { modelWords } from '@/i18n/models';
import { labelOf } from '@/records/books';
import { tierNames } from '@/records/model/book';
import { defineList } from '../engine/define-list';
import type { ListColumn } from '../engine/definition';
import { fieldColumn } from '../engine/field-column';
import { slugColumn } from '../engine/table';
import { modelsFinding } from './finding';
import { type ModelState, modelColumns, modelParameters, unclassified, undated } from './parameters';

const text = { kind: 'text', unit: null } as const;

function valueIn(model: ModelInBrief, key: string): unknown {
  return (model as unknown as Record<string, unknown>)[key] ?? null;
}

const columns: readonly ListColumn<ModelInBrief>[] = [
  slugColumn(),
  {
    key: 'name',
    label: { zh: modelWords.zh.name, en: modelWords.en.name },
    ...text,
    value: ({ name }, lang) => name[lang],
  },
  {
    key: 'member-of',
    label: labelOf('model', 'memberOf'),
    ...text,
    value: ({ memberOf }, lang) => memberOf?.name[lang] ?? null,
  },
  ...Object.entries(modelColumns).map(([key, { key: name, field }]) => {
    const column = fieldColumn<ModelInBrief>(key, field, (model) => valueIn(model, name));
    // What has no tier is a tier of its own in lists.
    if (name !== 'tier') return column;
    const value: typeof column.value = (model, lang) =>
      model.tier === null ? tierNames.unclassified[lang] : column.value(model, lang);
    return { ...column, value };
  }),
];

const periodOf = ({ released }: ModelInBrief) =>
  released === null ? undated : dateSpan(released).from.slice(0, 4);

/** All models on record. */
export const models = defineList({
  slug: 'models',
  kind: 'model',
  words: modelWords,
  parameters: modelParameters,
  pageSize: 60,
  read: modelsInBrief,
  facets: [
    { name: 'tier', show: 'all', colours: tierColours },
    { name: 'modality', show: 'all' },
    { name: 'access', show: 'all' },
    { name: 'layer', show: 'all', colours: layerColours },
    { name: 'period', show: 'all' },
    { name: 'industry', show: 'some' },
    { name: 'vendor', show: 'some' },
    { name: 'place', show: 'some' },
  ],
  values: {
    tier: ({ tier }) => [tier ?? unclassified],
    modality: ({ modalities }) => modalities,
    access: ({ access }) => access,
    layer: ({ vendor }) => vendor.layers,
    period: (model) => [periodOf(model)],
    industry: ({ industries }) => industries.map(({ slug }) => slug),
    vendor: ({ vendor, partners }) =>
      partners.length === 0 ? [vendor.slug] : [vendor.slug, ...partners.map(({ slug }) => slug)],
    place: ({ vendor }) => (vendor.place === null ? [] : [vendor.place]),
  },
  options: (all) => ({
    industry: optionsFrom(all.flatMap(({ industries }) => industries)),
    vendor: optionsFrom(all.flatMap(({ vendor, partners }) => [vendor, ...partners])),
    place: [...new Set(all.flatMap(({ vendor }) => vendor.place ?? []))].map((value) => ({
      value,
      label: placeOf(value)?.name ?? { zh: value, en: value },
    })),
    period: [...new Set(all.map(periodOf))]
      .sort()
      .reverse()
      .map((value) => ({
        value,
        label:
          value === undated
            ? { zh: modelWords.zh.undated, en: modelWords.en.undated }
            : { zh: value, en: value },
      })),
  }),
  order: (all, { sort }, lang) => order(all, sort, lang),
  tells: (sort, matching) =>
    sort === 'vendor' || sort === 'name' || matching.some((model) => sortKeyOf(sort, model) !== null),
  columns,
  finding: ({ matching }, lang) => modelsFinding(matching, lang),
});

/** What a model is sorted by where more is shown first; null where it is not known, which comes last. */
function sortKeyOf(sort: ModelState['sort'], model: ModelInBrief): number | null {
  const column = modelColumns[sort];
  const value = column ? valueIn(model, column.key) : null;
  if (typeof value === 'string' && column?.field.as === 'date') return Date.parse(dateSpan(value).from);
  return typeof value === 'number' ? value : null;
}

function order(
  all: readonly ModelInBrief[],
  sort: ModelState['sort'],
  lang: Lang,
): (a: ModelInBrief, b: ModelInBrief) => number {
  const names = placesInOrder(lang, all, ({ name, vendor }) => [name[lang], vendor.name[lang]]);
  const rank = (ranks: ReadonlyMap<string, number>, name: string) => ranks.get(name) ?? 0;
  const byName = (a: ModelInBrief, b: ModelInBrief) =>
    rank(names, a.name[lang]) - rank(names, b.name[lang]) || (a.slug < b.slug ? -1 : 1);
  if (sort === 'name') return byName;
  const ways = (a: ModelInBrief, b: ModelInBrief) =>
    sort === 'vendor'
      ? rank(names, a.vendor.name[lang]) - rank(names, b.vendor.name[lang])
      : (sortKeyOf(sort, b) ?? -Infinity) - (sortKeyOf(sort, a) ?? -Infinity) || 0;
  const tierOrder = ({ tier }: ModelInBrief) => ['general', 'task', 'industry'].indexOf(tier ?? '') >>> 0;
  return (a, b) => ways(a, b) || tierOrder(a) - tierOrder(b) || byName(a, b);
}
