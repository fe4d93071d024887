import type { Lang } from '@/domain/bilingual';
import { tierColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import type { Option } from '@/linking/parameters';
import { Disclosure } from '@/ui/disclosure';
import { type Facet, FacetList, type FacetOption } from '@/ui/facet-list';
import { type ModelList, matches } from './model-list';
import { type ModelFilter, modelFilters, modelParameters, modelsPath } from './model-state';

/** The filters of the list as links with counts; industries and vendors stand behind a toggle until one is chosen. */
export function ModelFacets({ lang, list }: { lang: Lang; list: ModelList }) {
  const words = modelWords[lang];
  const { state } = list;
  return (
    <div className="mb-6 grid gap-3">
      <FacetList
        lang={lang}
        facets={[
          facet(lang, list, 'tier', modelParameters.tier.options ?? []),
          facet(lang, list, 'modality', modelParameters.modality.options ?? []),
          facet(lang, list, 'access', modelParameters.access.options ?? []),
        ]}
      />
      <Disclosure summary={words.moreFacets} open={state.industry.length > 0 || state.vendor.length > 0}>
        <FacetList
          lang={lang}
          facets={[facet(lang, list, 'industry', list.industries), facet(lang, list, 'vendor', list.vendors)]}
        />
      </Disclosure>
      {modelFilters.every((filter) => state[filter].length === 0) ? null : (
        <p className="text-small">
          <a href={href(lang, '/models')}>{words.clear}</a>
        </p>
      )}
    </div>
  );
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
