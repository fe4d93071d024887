import { optionsFrom } from '@/charts/options';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { dateSpan } from '@/domain/partial-date';
import { allowedText } from '@/i18n/charts';
import type { Option } from '@/linking/parameters';
import { type Problem, parseState } from '@/linking/state';
import {
  type ModelFilter,
  type ModelState,
  modelFilters,
  modelParameters,
  pageSize,
  unclassified,
} from './model-state';

/** The list of models that an address asks for, at one edition. */
export interface ModelList {
  edition: number;
  state: ModelState;
  problems: Problem[];
  /** Everything on record, for counting facets. */
  all: ModelInFull[];
  /** What matches, in order. */
  matching: ModelInFull[];
  /** This page of it. */
  rows: ModelInFull[];
  pages: number;
  industries: Option[];
  vendors: Option[];
}

/** Everything that the list of models shows. */
export async function listModels(facts: Facts, search: URLSearchParams, lang: Lang): Promise<ModelList> {
  const all = await modelsInFull(facts);
  const industries = optionsFrom(all.flatMap((model) => model.industries));
  const vendors = optionsFrom(all.flatMap(({ vendor, partners }) => [vendor, ...partners]));
  const { state, problems } = parseState(modelParameters, search, {
    known: { industry: industries, vendor: vendors },
  });
  const matching = all.filter((model) => matches(model, state)).sort(order(state.sort, lang));
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(state.page, pages);
  if (page !== state.page) {
    problems.push({ parameter: 'page', value: String(state.page), allowed: allowedText.between(1, pages) });
  }
  return {
    edition: facts.edition,
    state: { ...state, page },
    problems,
    all,
    matching,
    rows: matching.slice((page - 1) * pageSize, page * pageSize),
    pages,
    industries,
    vendors,
  };
}

const valuesOf: Record<ModelFilter, (model: ModelInFull) => readonly string[]> = {
  tier: ({ tier }) => [tier ?? unclassified],
  modality: ({ modalities }) => modalities,
  access: ({ access }) => access,
  industry: ({ industries }) => industries.map(({ slug }) => slug),
  vendor: ({ vendor, partners }) => [vendor, ...partners].map(({ slug }) => slug),
};

/** Does the model belong into the list? `except` leaves one filter out: that is how a facet counts. */
export function matches(model: ModelInFull, state: ModelState, except?: ModelFilter): boolean {
  return modelFilters.every(
    (filter) =>
      filter === except ||
      state[filter].length === 0 ||
      valuesOf[filter](model).some((value) => state[filter].includes(value)),
  );
}

const collators: Record<Lang, Intl.Collator> = {
  zh: new Intl.Collator('zh-Hans-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

function order(sort: ModelState['sort'], lang: Lang): (a: ModelInFull, b: ModelInFull) => number {
  const byName = (a: ModelInFull, b: ModelInFull) =>
    collators[lang].compare(a.name[lang], b.name[lang]) || (a.slug < b.slug ? -1 : 1);
  // What is not known comes last.
  const released = ({ released: date }: ModelInFull) => (date === null ? '' : dateSpan(date).from);
  const ways: Record<ModelState['sort'], (a: ModelInFull, b: ModelInFull) => number> = {
    vendor: (a, b) => collators[lang].compare(a.vendor.name[lang], b.vendor.name[lang]),
    name: byName,
    parameters: (a, b) => (b.parameters ?? -1) - (a.parameters ?? -1),
    released: (a, b) => released(b).localeCompare(released(a)),
  };
  const tierOrder = ({ tier }: ModelInFull) => ['general', 'task', 'industry'].indexOf(tier ?? '') >>> 0;
  return (a, b) => ways[sort](a, b) || tierOrder(a) - tierOrder(b) || byName(a, b);
}
