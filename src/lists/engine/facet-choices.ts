import type { Lang } from '@/domain/bilingual';
import type { Colour } from '@/domain/palette';
import { type ChartState, presetOf } from '@/linking/parameters';
import { optionsOf } from '@/linking/state';
import type { ListAnswer, Listable, ListView } from './definition';

/** One value of a filter, with the address that chooses it, or takes it back. */
export interface FacetChoice {
  key: string;
  label: string;
  path: string;
  count: number;
  active: boolean;
  colour?: Colour;
}

/** A filter with the values that leave something, or are chosen. */
export interface FacetChoices {
  key: string;
  label: string;
  show: 'all' | 'some' | 'behind';
  options: FacetChoice[];
}

/** The filters of a list as it stands; of those whose values come from the facts the largest first. */
export function facetChoices<Row extends Listable, State extends ChartState>(
  definition: Pick<ListView<Row, State>, 'facets' | 'parameters' | 'path'>,
  { state, counts, options }: ListAnswer<Row, State>,
  lang: Lang,
): FacetChoices[] {
  return definition.facets.flatMap(({ name, show, colours }) => {
    const parameter = definition.parameters[name];
    if (parameter?.kind !== 'list' && parameter?.kind !== 'choice') return [];
    const value = state[name] as string | readonly string[];
    const chosen = typeof value === 'string' ? [value] : value;
    const found = (optionsOf(name, parameter, options) ?? []).flatMap(({ value: each, label }) => {
      const active = chosen.includes(each);
      const count = counts[name]?.get(each) ?? 0;
      if (!active && count === 0) return [];
      const next = active ? chosen.filter((other) => other !== each) : [...chosen, each];
      const path = definition.path({ ...state, [name]: parameter.kind === 'choice' ? each : next });
      const colour = colours?.[each];
      return [{ key: each, label: label[lang], path, count, active, ...(colour ? { colour } : {}) }];
    });
    const fromFacts = parameter.kind === 'list' && parameter.options === undefined;
    const largestFirst = fromFacts && show !== 'all';
    return {
      key: name,
      label: parameter.label[lang],
      show,
      options: largestFirst ? found.sort((a, b) => b.count - a.count) : found,
    };
  });
}

/** The filters that a state sets, each with the address without it. */
export function filtersSet<Row extends Listable, State extends ChartState>(
  definition: Pick<ListView<Row, State>, 'facets' | 'parameters' | 'path'>,
  state: State,
  lang: Lang,
): { name: string; path: string }[] {
  return definition.facets.flatMap(({ name }) => {
    const parameter = definition.parameters[name];
    if (!parameter || String(state[name]) === String(presetOf(parameter))) return [];
    return { name: parameter.label[lang], path: definition.path({ ...state, [name]: presetOf(parameter) }) };
  });
}

/** The address of a list without any of its filters; order and columns stay. */
export function withoutFilters<Row extends Listable, State extends ChartState>(
  definition: Pick<ListView<Row, State>, 'facets' | 'parameters' | 'path'>,
  state: State,
): string {
  const presets = definition.facets.flatMap(({ name }) => {
    const parameter = definition.parameters[name];
    return parameter ? [[name, presetOf(parameter)]] : [];
  });
  return definition.path({ ...state, ...Object.fromEntries(presets) });
}
