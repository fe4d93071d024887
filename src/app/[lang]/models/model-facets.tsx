import type { Lang } from '@/domain/bilingual';
import { tierColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import type { Option } from '@/linking/parameters';
import { Disclosure } from '@/ui/disclosure';
import { type Facet, FacetList, type FacetOption } from '@/ui/facet-list';
import { type ModelList, matches } from './model-list';
import { type ModelFilter, modelFilters, modelParameters, modelsPath } from './model-state';

/** Industries and vendors that stand in view; the others are behind a toggle. */
const inView = 8;

/** The filters of the list as links with counts; of industries and vendors the largest and the chosen ones first. */
export function ModelFacets({ lang, list }: { lang: Lang; list: ModelList }) {
  const words = modelWords[lang];
  const { state } = list;
  const many = [facet(lang, list, 'industry', list.industries), facet(lang, list, 'vendor', list.vendors)];
  const rest = withOptions(
    many.map((each) => ({ ...each, key: `${each.key}-more`, options: each.options.filter(isBehind) })),
  );
  return (
    <div className="mb-6 grid gap-3">
      <FacetList
        lang={lang}
        facets={withOptions([
          facet(lang, list, 'tier', modelParameters.tier.options ?? []),
          facet(lang, list, 'modality', modelParameters.modality.options ?? []),
          facet(lang, list, 'access', modelParameters.access.options ?? []),
          ...many.map((each) => ({
            ...each,
            options: each.options.filter((option, at) => !isBehind(option, at)),
          })),
        ])}
      />
      {rest.length === 0 ? null : (
        <Disclosure summary={words.moreFacets(rest.flatMap(({ options }) => options).length)}>
          <FacetList lang={lang} facets={rest} />
        </Disclosure>
      )}
      {modelFilters.every((filter) => state[filter].length === 0) ? null : (
        <p className="text-small">
          <a href={href(lang, modelsPath({ ...state, ...noFilters, page: 1 }))}>{words.clear}</a>
        </p>
      )}
    </div>
  );
}

const noFilters = { tier: [], modality: [], access: [], industry: [], vendor: [] } satisfies Record<
  ModelFilter,
  string[]
>;

function isBehind({ active }: FacetOption, at: number): boolean {
  return at >= inView && !active;
}

/** A filter with nothing left to choose says nothing. */
function withOptions(facets: readonly Facet[]): Facet[] {
  return facets.filter(({ options }) => options.length > 0);
}

function facet(lang: Lang, list: ModelList, name: ModelFilter, options: readonly Option[]): Facet {
  const { all, state } = list;
  const left = all.filter((model) => matches(model, state, name));
  const counted = options.map((option): FacetOption => {
    const chosen = state[name];
    const active = chosen.includes(option.value);
    const next = active ? chosen.filter((each) => each !== option.value) : [...chosen, option.value];
    const colour = name === 'tier' ? tierColours[option.value as keyof typeof tierColours] : undefined;
    return {
      key: option.value,
      label: option.label[lang],
      href: href(lang, modelsPath({ ...state, [name]: next, page: 1 })),
      count: left.filter((model) => matches(model, { ...state, [name]: [option.value] })).length,
      active,
      ...(colour === undefined ? {} : { colour }),
    };
  });
  return {
    key: name,
    label: modelWords[lang][name],
    options: counted
      .filter(({ count, active }) => active || (count ?? 0) > 0)
      .sort((a, b) => (name === 'industry' || name === 'vendor' ? (b.count ?? 0) - (a.count ?? 0) : 0)),
  };
}
