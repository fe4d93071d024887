import type { Lang } from '@/domain/bilingual';
import { layerColours, tierColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import type { Option } from '@/linking/parameters';
import { Disclosure } from '@/ui/disclosure';
import { type Facet, FacetList, type FacetOption } from '@/ui/facet-list';
import type { ModelList } from './model-list';
import { type ModelFilter, type ModelState, modelFilters, modelParameters, modelsPath } from './model-state';

/** Industries, vendors and cities that stand in view; the others are behind a toggle. */
const inView = 8;
/** Options behind the toggle; a list with thousands of vendors is searched, not read. */
const mostBehind = 120;

const noFilters = Object.fromEntries(modelFilters.map((name) => [name, []])) as unknown as Pick<
  ModelState,
  ModelFilter
>;

/** The filters of the list as links with counts; of those with many values the largest and the chosen ones first. */
export function ModelFacets({ lang, list }: { lang: Lang; list: ModelList }) {
  const words = modelWords[lang];
  const { state } = list;
  const many = (['industry', 'vendor', 'place'] as const).map((name) =>
    facet(lang, list, name, list.options[name], true),
  );
  const rest = withOptions(
    many.map((each) => ({
      ...each,
      key: `${each.key}-more`,
      options: each.options.filter(isBehind).slice(0, mostBehind),
    })),
  );
  return (
    <div className="mb-6 grid gap-3">
      <FacetList
        lang={lang}
        facets={withOptions([
          ...(['tier', 'modality', 'access', 'layer'] as const).map((name) =>
            facet(lang, list, name, modelParameters[name].options ?? []),
          ),
          facet(lang, list, 'period', list.options.period),
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
          <a href={href(lang, modelsPath({ ...state, ...noFilters }))}>{words.clear}</a>
        </p>
      )}
    </div>
  );
}

function isBehind({ active }: FacetOption, at: number): boolean {
  return at >= inView && !active;
}

/** A filter with nothing left to choose says nothing. */
function withOptions(facets: readonly Facet[]): Facet[] {
  return facets.filter(({ options }) => options.length > 0);
}

function facet(
  lang: Lang,
  { counts, state }: ModelList,
  name: ModelFilter,
  options: readonly Option[],
  largestFirst = false,
): Facet {
  const counted = options.flatMap((option): FacetOption[] => {
    const chosen = state[name];
    const active = chosen.includes(option.value);
    const count = counts[name].get(option.value) ?? 0;
    if (!active && count === 0) return [];
    const next = active ? chosen.filter((each) => each !== option.value) : [...chosen, option.value];
    const colour =
      name === 'tier'
        ? tierColours[option.value as keyof typeof tierColours]
        : name === 'layer'
          ? layerColours[option.value as keyof typeof layerColours]
          : undefined;
    return [
      {
        key: option.value,
        label: option.label[lang],
        href: href(lang, modelsPath({ ...state, [name]: next })),
        count,
        active,
        ...(colour === undefined ? {} : { colour }),
      },
    ];
  });
  return {
    key: name,
    label: modelWords[lang][name],
    options: largestFirst ? counted.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)) : counted,
  };
}
