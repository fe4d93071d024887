import type { Lang } from '@/domain/bilingual';
import type { Colour } from '@/domain/palette';
import { parts } from '@/i18n/parts';
import { FilterLink } from './filter-link';
import { Swatch } from './swatch';

export type FacetOption = {
  key: string;
  label: string;
  /** Where choosing (or, if active, leaving) it leads. */
  href: string;
  count?: number;
  active?: boolean;
  colour?: Colour;
};
export type Facet = { key: string; label: string; options: readonly FacetOption[] };

/** Filters as links, each with the number of records that it leaves. */
export function FacetList({ lang, facets }: { lang: Lang; facets: readonly Facet[] }) {
  return (
    <nav className="facets" aria-label={parts[lang].filters}>
      {facets.map((facet) => (
        <div key={facet.key} className="facet">
          <p className="facet-name" id={`facet-${facet.key}`}>
            {facet.label}
          </p>
          <ul aria-labelledby={`facet-${facet.key}`}>
            {facet.options.map((option) => (
              <li key={option.key}>
                <FilterLink href={option.href} aria-current={option.active ? 'true' : undefined}>
                  {option.colour === undefined ? null : <Swatch colour={option.colour} />}
                  {option.label}
                  {option.count === undefined ? null : <span className="facet-count">{option.count}</span>}
                </FilterLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
