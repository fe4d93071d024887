import type { Lang } from '@/domain/bilingual';
import { doubtWords } from '@/i18n/doubts';
import { href } from '@/i18n/href';
import { Disclosure } from '@/ui/disclosure';
import { type Facet, FacetList, type FacetOption } from '@/ui/facet-list';
import type { DoubtList } from './doubt-list';
import { type DoubtFilter, doubtFilters, doubtParameters, doubtsPath } from './doubt-state';

/** Vendors, indicators and sources that stand in view; the others are behind a toggle. */
const inView = 8;
/** Options behind the toggle. */
const mostBehind = 80;

/** The filters of the list as links with counts. */
export function DoubtFacets({ lang, list }: { lang: Lang; list: DoubtList }) {
  const words = doubtWords[lang];
  const facets = doubtFilters.map((name) => facetOf(lang, list, name));
  const isBehind = ({ active }: FacetOption, at: number) => at >= inView && !active;
  const shown = facets.map((each) => ({
    ...each,
    options: each.options.filter((option, at) => !isBehind(option, at)),
  }));
  const behind = facets
    .map((each) => ({
      ...each,
      key: `${each.key}-more`,
      options: each.options.filter(isBehind).slice(0, mostBehind),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <div className="mb-6 grid gap-3">
      <FacetList lang={lang} facets={shown.filter(({ options }) => options.length > 0)} />
      {behind.length === 0 ? null : (
        <Disclosure summary={words.moreFacets(behind.flatMap(({ options }) => options).length)}>
          <FacetList lang={lang} facets={behind} />
        </Disclosure>
      )}
      {doubtFilters.every((name) => list.state[name].length === 0) ? null : (
        <p className="text-small">
          <a href={href(lang, doubtsPath())}>{words.clear}</a>
        </p>
      )}
    </div>
  );
}

function facetOf(lang: Lang, { counts, state, options }: DoubtList, name: DoubtFilter): Facet {
  const fixed = doubtParameters[name].options;
  const known = fixed ?? (name === 'doubt' || name === 'kind' ? [] : options[name]);
  const counted = known.flatMap((option): FacetOption[] => {
    const chosen = state[name];
    const active = chosen.includes(option.value);
    const count = counts[name].get(option.value) ?? 0;
    if (!active && count === 0) return [];
    const next = active ? chosen.filter((each) => each !== option.value) : [...chosen, option.value];
    return [
      {
        key: option.value,
        label: option.label[lang],
        href: href(lang, doubtsPath({ ...state, [name]: next })),
        count,
        active,
      },
    ];
  });
  return {
    key: name,
    label: doubtWords[lang][name],
    options: fixed ? counted : counted.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)),
  };
}
