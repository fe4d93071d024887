import { redirect } from 'next/navigation';
import { cache } from 'react';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { ofEdition, pageMetadata } from '@/app/page-metadata';
import { type Answer, answerChart, chartPath, filePath } from '@/charts/engine/answer';
import { definition } from '@/charts/landscape/definition';
import { chartSearch, type MapState, mapPath, own, readOwn, zooms } from '@/charts/landscape/map-state';
import { type LandscapeRow, parameters, type State } from '@/charts/landscape/rows';
import { landscapeWords } from '@/charts/landscape/words';
import { findChart } from '@/charts/registry';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import type { Option } from '@/linking/parameters';
import { publicUrl } from '@/linking/public-url';
import { Disclosure } from '@/ui/disclosure';
import { FacetList } from '@/ui/facet-list';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { oembedTypes } from '../../embed-code';
import { madeByForm, noticesOf, searchOf, todayOnly } from '../../page-query';
import { LandscapeMap } from './landscape-map';
import { OpenRecord } from './open-record';
import './map.css';

const answerFor = cache(async (query: string): Promise<Answer> => {
  const found = findChart(definition.slug);
  if (!found) throw new Error('The landscape is not among the charts.');
  return ask((facts) => answerChart(facts, found.chart, chartSearch(new URLSearchParams(query)), own));
});

export const generateMetadata = metadataInLanguage(async ({ lang, searchParams }) => {
  const search = searchOf(await searchParams);
  const answer = await answerFor(search.toString());
  const { title, description } = landscapeWords[lang];
  const picture = ofEdition(filePath(answer, 'png', ['height=630', 'scale=1', 'width=1200']), answer.edition);
  const described = await pageMetadata({ lang, path: '/map', title, description, picture });
  const url = publicUrl() + href(lang, mapPath({ chart: answer.state as State, ...readOwn(search) }));
  return { ...described, alternates: { ...described.alternates, types: oembedTypes(url) } };
});

/** The industry on one page: layers, kinds of organizations, their marks; a record opens beside it. */
export default pageInLanguage(async function MapPage({ lang, searchParams }) {
  const query = await searchParams;
  const search = searchOf(query);
  const answer = await answerFor(search.toString());
  const state: MapState = { chart: answer.state as State, ...readOwn(search) };
  const path = mapPath(state);
  if (answer.problems.length === 0 && madeByForm(query)) redirect(href(lang, path));
  const words = landscapeWords[lang];
  const rows = answer.data.rows as readonly LandscapeRow[];
  return (
    <Page
      lang={lang}
      path={path}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={answer.edition}
    >
      <Notice lang={lang} problems={[...noticesOf(lang, answer.problems), ...todayOnly(lang, query)]} />
      <FindingLine>{definition.finding({ ...answer.data, rows: [...rows] }, state.chart, lang)}</FindingLine>
      <Filters lang={lang} answer={answer} state={state} />
      {rows.length === 0 ? (
        <p className="table-empty">{words.nobody}</p>
      ) : (
        <div className="map-and-record" data-open={state.open === null ? undefined : ''}>
          <LandscapeMap lang={lang} rows={rows} state={state} />
          {state.open === null ? null : <OpenRecord lang={lang} slug={state.open} state={state} />}
        </div>
      )}
      <p className="small-links">
        {(['svg', 'png', 'csv', 'json'] as const).map((format) => (
          <a
            key={format}
            href={href(
              lang,
              filePath(answer, format, format === 'png' ? ['width=1600'] : format === 'csv' ? ['bom=1'] : []),
            )}
          >
            {format.toUpperCase()}
          </a>
        ))}
        <a href={href(lang, chartPath(answer))}>{words.asChart} →</a>
        <span>{words.print}</span>
      </p>
      <p className="table-note">{words.note}</p>
    </Page>
  );
});

function Filters({ lang, answer, state }: { lang: Lang; answer: Answer; state: MapState }) {
  const words = landscapeWords[lang];
  const rows = answer.data.rows as readonly LandscapeRow[];
  const to = (change: Partial<State>) =>
    href(lang, mapPath({ ...state, open: null, chart: { ...state.chart, ...change } }));
  const lists = { layers: 'layer', kinds: 'kind', countries: 'country' } as const;
  const facet = (name: keyof typeof lists, options: readonly Option[]) => ({
    key: name,
    label: words[name],
    options: options.flatMap(({ value, label }) => {
      const chosen = state.chart[name];
      const active = chosen.includes(value);
      const count = new Set(rows.flatMap((row) => (row[lists[name]] === value ? [row.organization] : [])))
        .size;
      // Where one value is chosen the others leave nothing of the rows to count; they can be added all the same.
      if (chosen.length === 0 && count === 0) return [];
      const next = active ? chosen.filter((each) => each !== value) : [...chosen, value];
      return [
        {
          key: value,
          label: label[lang],
          href: to({ [name]: next }),
          active,
          ...(chosen.length > 0 && !active ? {} : { count }),
        },
      ];
    }),
  });
  const filtered =
    state.chart.layers.length +
      state.chart.kinds.length +
      state.chart.countries.length +
      state.chart.organizations.length >
    0;
  const zoomed = zooms.indexOf(state.zoom);
  return (
    <div className="mt-4 mb-5 grid gap-2 print:hidden">
      <FacetList
        lang={lang}
        facets={[
          {
            key: 'size',
            label: words.size,
            options: parameters.size.options.map(({ value, label }) => ({
              key: value,
              label: label[lang],
              href: to({ size: value }),
              active: state.chart.size === value,
            })),
          },
          facet('layers', parameters.layers.options ?? []),
          facet('kinds', parameters.kinds.options ?? []),
          {
            key: 'zoom',
            label: words.zoom,
            options: zooms.map((zoom, at) => ({
              key: String(zoom),
              label: `${zoom}%`,
              href: href(lang, mapPath({ ...state, zoom })),
              active: at === zoomed,
            })),
          },
        ]}
      />
      <Disclosure summary={words.countries}>
        <FacetList lang={lang} facets={[facet('countries', answer.options.countries ?? [])]} />
      </Disclosure>
      {filtered ? (
        <p className="text-small">
          <a href={to({ layers: [], kinds: [], countries: [], organizations: [] })}>{words.clear}</a>
        </p>
      ) : null}
    </div>
  );
}
