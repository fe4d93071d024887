import { optionsFrom } from '@/charts/facts/options';
import { type ModelInBrief, modelsInBrief } from '@/database/queries/models-in-brief';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import { dateSpan } from '@/domain/partial-date';
import { placeOf } from '@/domain/place';
import { modelWords } from '@/i18n/models';
import type { Option } from '@/linking/parameters';
import { type Problem, parseState } from '@/linking/state';
import { type CursorPage, cursorNames, pageAfter, readCursor } from '../../cursor';
import { type Faceted, faceted } from '../../facets';
import {
  type ModelFilter,
  type ModelState,
  modelColumns,
  modelParameters,
  pageSize,
  unclassified,
  undated,
} from './model-state';

/** The list of models that an address asks for, at one edition. */
export interface ModelList {
  edition: number;
  state: ModelState;
  problems: Problem[];
  /** What matches, in order. */
  matching: ModelInBrief[];
  counts: Faceted<ModelInBrief, ModelFilter>['counts'];
  /** Values of the filters that come from the facts. */
  options: Readonly<Record<'industry' | 'vendor' | 'place' | 'period', readonly Option[]>>;
  /** This page of it. */
  page: CursorPage<ModelInBrief>;
  after: string | null;
  /** An old link names the page by its number. */
  moved: boolean;
}

const valuesOf: Record<ModelFilter, (model: ModelInBrief) => readonly string[]> = {
  tier: ({ tier }) => [tier ?? unclassified],
  modality: ({ modalities }) => modalities,
  access: ({ access }) => access,
  layer: ({ vendor }) => vendor.layers,
  period: ({ released }) => [released === null ? undated : dateSpan(released).from.slice(0, 4)],
  industry: ({ industries }) => industries.map(({ slug }) => slug),
  vendor: ({ vendor, partners }) =>
    partners.length === 0 ? [vendor.slug] : [vendor.slug, ...partners.map(({ slug }) => slug)],
  place: ({ vendor }) => (vendor.place === null ? [] : [vendor.place]),
};

// The options of an edition are the same for everybody who asks.
const keptOptions = new WeakMap<object, ModelList['options']>();

function optionsOf(all: readonly ModelInBrief[]): ModelList['options'] {
  const known = keptOptions.get(all);
  if (known) return known;
  const places = new Set(all.flatMap(({ vendor }) => vendor.place ?? []));
  const periods = [...new Set(all.flatMap(valuesOf.period))].sort().reverse();
  const options = {
    industry: optionsFrom(all.flatMap(({ industries }) => industries)),
    vendor: optionsFrom(all.flatMap(({ vendor, partners }) => [vendor, ...partners])),
    place: [...places].map((value) => ({ value, label: placeOf(value)?.name ?? { zh: value, en: value } })),
    period: periods.map((value) => ({
      value,
      label:
        value === undated
          ? { zh: modelWords.zh.undated, en: modelWords.en.undated }
          : { zh: value, en: value },
    })),
  };
  keptOptions.set(all, options);
  return options;
}

/** The models that a query asks for: all of them in order, what the facets count, and one page. */
export async function listModels(
  facts: Facts,
  search: URLSearchParams,
  lang: Lang,
  strict = false,
): Promise<ModelList> {
  const all = await modelsInBrief(facts);
  const options = optionsOf(all);
  const { state, problems } = parseState(modelParameters, search, {
    known: options,
    elsewhere: [...cursorNames, 'lang', 'bom'],
    strict,
  });
  const { matching, counts } = faceted(all, valuesOf, state);
  matching.sort(order(all, state.sort, lang));
  const cursor = readCursor(search);
  const { page, after, problems: lost } = pageAfter(matching, cursor, pageSize);
  return {
    edition: facts.edition,
    state,
    problems: [...problems, ...lost],
    matching,
    counts,
    options,
    page,
    after,
    moved: cursor.page !== null,
  };
}

/** The models of a page with everything that is known of them, in their order. */
export async function modelsOfPage(facts: Facts, page: readonly ModelInBrief[]): Promise<ModelInFull[]> {
  const full = await modelsInFull(
    facts,
    page.map(({ id }) => id),
  );
  const byId = new Map(full.map((model) => [model.id, model]));
  return page.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What a model is sorted by where more is shown first; null where it is not known, which comes last. */
export function sortKeyOf(sort: ModelState['sort'], model: ModelInBrief): number | null {
  const column = modelColumns[sort];
  const value = column ? (model as unknown as Record<string, unknown>)[column.key] : null;
  if (typeof value === 'string' && column?.field.as === 'date') return Date.parse(dateSpan(value).from);
  return typeof value === 'number' ? value : null;
}

function order(
  all: readonly ModelInBrief[],
  sort: ModelState['sort'],
  lang: Lang,
): (a: ModelInBrief, b: ModelInBrief) => number {
  const names = placesInOrder(lang, all, ({ name, vendor }) => [name[lang], vendor.name[lang]]);
  const rank = (ranks: ReadonlyMap<string, number>, text: string) => ranks.get(text) ?? 0;
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
