import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { listWords } from '@/i18n/lists';
import type { ChartState } from '@/linking/parameters';
import type { ListAnswer, Listable, ListView } from '@/lists/engine/definition';
import {
  type FacetChoice,
  type FacetChoices,
  facetChoices,
  withoutFilters,
} from '@/lists/engine/facet-choices';
import { Disclosure } from '@/ui/disclosure';
import { type Facet, FacetList } from '@/ui/facet-list';

/** Of a filter with many values, those that stand in view; the others are behind a toggle. */
const inView = 8;
/** Values of one filter behind the toggle; a list with thousands of vendors is searched, not read. */
const mostBehind = 120;

type Props<Row extends Listable, State extends ChartState> = {
  lang: Lang;
  definition: Pick<ListView<Row, State>, 'facets' | 'parameters' | 'path'>;
  list: ListAnswer<Row, State>;
};

/** The filters of a list as links with counts. */
export function ListFacets<Row extends Listable, State extends ChartState>({
  lang,
  definition,
  list,
}: Props<Row, State>) {
  const words = listWords[lang];
  const all = facetChoices(definition, list, lang);
  if (all.length === 0) return null;
  const offered = all.filter(({ show }) => show !== 'behind');
  const isBehind = ({ show }: FacetChoices, { active }: FacetChoice, at: number) =>
    show === 'some' && at >= inView && !active;
  const shown = offered.map((each) => ({
    ...each,
    options: each.options.filter((option, at) => !isBehind(each, option, at)),
  }));
  const more = offered.map((each) => ({
    ...each,
    key: `${each.key}-more`,
    options: each.options.filter((option, at) => isBehind(each, option, at)).slice(0, mostBehind),
  }));
  const behind = all.filter(({ show }) => show === 'behind');
  const whole = definition.path(list.state);
  const cleared = withoutFilters(definition, list.state);
  return (
    <div className="mb-6 grid gap-3">
      <FacetList lang={lang} facets={linked(shown, lang)} />
      <Behind lang={lang} facets={more} summary={words.more(more.flatMap(({ options }) => options).length)} />
      <Behind
        lang={lang}
        facets={behind}
        summary={words.by(
          joinList(
            lang,
            behind.map(({ label }) => label),
          ),
        )}
        open={behind.some(({ options }) => options.some(({ active }) => active))}
      />
      {whole === cleared ? null : (
        <p className="text-small">
          <a href={href(lang, cleared)}>{words.clear}</a>
        </p>
      )}
    </div>
  );
}

function Behind({
  lang,
  facets,
  summary,
  open = false,
}: {
  lang: Lang;
  facets: readonly FacetChoices[];
  summary: string;
  open?: boolean;
}) {
  const left = linked(facets, lang);
  if (left.length === 0) return null;
  return (
    <Disclosure summary={summary} open={open}>
      <FacetList lang={lang} facets={left} />
    </Disclosure>
  );
}

/** As links; a filter with nothing left to choose says nothing. */
function linked(facets: readonly FacetChoices[], lang: Lang): Facet[] {
  return facets
    .filter(({ options }) => options.length > 0)
    .map(({ key, label, options }) => ({
      key,
      label,
      options: options.map(({ path, ...option }) => ({ ...option, href: href(lang, path) })),
    }));
}
