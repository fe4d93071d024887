import type { Lang } from '@/domain/bilingual';
import { layerColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { vendorList } from '@/i18n/vendors';
import type { Option } from '@/linking/parameters';
import { layerSlugs } from '@/records/layer/schema';
import { Disclosure } from '@/ui/disclosure';
import { type Facet, FacetList, type FacetOption } from '@/ui/facet-list';
import type { VendorList } from './vendor-list';
import { type VendorFilter, type VendorState, vendorParameters, vendorsPath } from './vendor-state';

type Filter = VendorFilter | 'role';

/** The filters of the list as links with counts; places stand behind a toggle until one is chosen. */
export function VendorFacets({ lang, list }: { lang: Lang; list: VendorList }) {
  const words = vendorList[lang];
  const { state, options } = list;
  const main = [
    facet(lang, list, 'role', vendorParameters.role.options),
    facet(lang, list, 'kind', vendorParameters.kind.options ?? []),
    facet(lang, list, 'layer', vendorParameters.layer.options ?? []),
  ];
  const behind = (['industry', 'country', 'place'] as const).map((name) =>
    facet(lang, list, name, options[name]),
  );
  const filtered = { ...state, sort: 'records', columns: [] } as const;
  return (
    <div className="vendor-facets">
      <FacetList lang={lang} facets={main} />
      <Disclosure
        summary={words.byPlace}
        open={(['industry', 'country', 'place'] as const).some((name) => state[name].length > 0)}
      >
        <FacetList lang={lang} facets={behind} />
      </Disclosure>
      {vendorsPath(filtered) === '/vendors' ? null : (
        <p className="vendor-clear">
          <a href={href(lang, '/vendors')}>{words.clear}</a>
        </p>
      )}
    </div>
  );
}

function facet(lang: Lang, { counts, state }: VendorList, name: Filter, options: readonly Option[]): Facet {
  return {
    key: name,
    label: vendorList[lang][name],
    options: options.flatMap((option): FacetOption[] => {
      const active = isActive(state, name, option.value);
      const count = counts[name].get(option.value) ?? 0;
      if (!active && count === 0) return [];
      const layer = name === 'layer' ? layerSlugs.find((slug) => slug === option.value) : undefined;
      return [
        {
          key: option.value,
          label: option.label[lang],
          href: href(lang, vendorsPath(toggled(state, name, option.value))),
          count,
          active,
          ...(layer === undefined ? {} : { colour: layerColours[layer] }),
        },
      ];
    }),
  };
}

function isActive(state: VendorState, name: Filter, value: string): boolean {
  return name === 'role' ? state.role === value : state[name].includes(value);
}

/** The state after a click on an option: roles replace each other, the others are added and taken away. */
function toggled(state: VendorState, name: Filter, value: string): VendorState {
  if (name === 'role') {
    const role = vendorParameters.role.options.find((option) => option.value === value)?.value ?? 'vendor';
    return { ...state, role };
  }
  const chosen = state[name];
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return { ...state, [name]: next };
}
