import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { evidenceForField } from '@/database/queries/evidence-of-records';
import { type LayerWithOrganizations, valueChain } from '@/database/queries/value-chain';
import type { Lang } from '@/domain/bilingual';
import { layerColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { standNames } from '@/i18n/layers';
import { valueChainWords } from '@/i18n/value-chain';
import { wholeNumber } from '@/linking/parameters';
import { parseState } from '@/linking/state';
import { layerNames } from '@/records/layer/book';
import { VendorBadge } from '@/ui/badges';
import { DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import { Swatch } from '@/ui/swatch';
import { Value } from '@/ui/value';
import { ask, editionOfRequest } from '../../asking';
import { noticesOf, searchOf } from '../../page-query';
import { chainFinding, onSeveralLayers, standingsOf } from './chain-finding';
import { LayerMatrix } from './layer-matrix';

const paging = { page: wholeNumber({ zh: '页', en: 'Page' }, 1, 10_000, 1) };
/** Organizations on a page of the matrix. */
const pageSize = 60;
const pathOf = (page: number) => (page > 1 ? `/value-chain?page=${page}` : '/value-chain');

export const generateMetadata = metadataInLanguage(async ({ lang, searchParams }) => {
  const { title, description } = valueChainWords[lang];
  return pageMetadata({
    lang,
    path: pathOf(parseState(paging, searchOf(await searchParams)).state.page),
    title,
    description,
  });
});

/** The three layers: what each is, and who stands on it. */
export default pageInLanguage(async function ValueChainPage({ lang, searchParams }) {
  const words = valueChainWords[lang];
  const layers = await ask(valueChain);
  const several = onSeveralLayers(layers);
  const standings = standingsOf(layers);
  const pages = Math.max(1, Math.ceil(standings.length / pageSize));
  const { state, problems } = parseState(paging, searchOf(await searchParams));
  const page = Math.min(state.page, pages);
  return (
    <Page
      lang={lang}
      path={pathOf(page)}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={noticesOf(lang, problems)} />
      {layers.length === 0 ? (
        <p className="table-empty">{words.none}</p>
      ) : (
        <>
          <div className="mb-8">
            <FindingLine>{chainFinding(layers, lang)}</FindingLine>
          </div>
          {page > 1
            ? null
            : layers.map((layer) => <Layer key={layer.slug} lang={lang} layer={layer} several={several} />)}
          <Section id="matrix" title={words.matrix} note={words.matrixNote}>
            <LayerMatrix
              lang={lang}
              layers={layers}
              standings={standings.slice((page - 1) * pageSize, page * pageSize)}
              isListed={(layer, at) => page === 1 && layer.organizations.indexOf(at) < listedOnLayer}
            />
            <Pager
              lang={lang}
              page={page}
              pages={pages}
              size={pageSize}
              all={standings.length}
              path={(number) => `${pathOf(number)}#matrix`}
            />
          </Section>
        </>
      )}
    </Page>
  );
});

/** Organizations that a layer names; the list of vendors has all. */
const listedOnLayer = 20;

type LayerProps = { lang: Lang; layer: LayerWithOrganizations; several: ReadonlySet<string> };

function Layer({ lang, layer, several }: LayerProps) {
  const words = valueChainWords[lang];
  const { slug, evidence, organizations } = layer;
  const said = (field: 'who' | 'strengths' | 'bottlenecks') => ({
    term: words[field],
    value: (
      <Value
        evidence={
          <EvidenceMark lang={lang} id={`${slug}-${field}`} evidence={evidenceForField(evidence, field)} />
        }
      >
        {layer[field][lang]}
      </Value>
    ),
  });
  return (
    <Section
      id={slug}
      title={
        <>
          <Swatch colour={layerColours[slug]} bar /> {layerNames[slug][lang]}
        </>
      }
      more={words.organizations(organizations.length)}
    >
      <div className="grid items-start gap-x-12 gap-y-4 lg:grid-cols-[2fr_3fr]">
        <DefinitionList items={[said('who'), said('strengths'), said('bottlenecks')]} />
        {organizations.length === 0 ? (
          <p className="text-muted text-table">{words.empty}</p>
        ) : (
          <ul className="grid content-start gap-x-6 text-table sm:grid-cols-2">
            {organizations
              .slice(0, listedOnLayer)
              .map(({ placement, slug: vendor, name: called, note, evidence: placed, ...counted }) => (
                <li key={vendor} className="border-rule border-b py-1">
                  <span className={several.has(vendor) ? 'font-semibold' : undefined}>
                    <VendorBadge slug={vendor} name={called[lang]} href={href(lang, `/vendors/${vendor}`)} />
                  </span>
                  <EvidenceMark
                    lang={lang}
                    id={`placed-${slug}-${vendor}`}
                    evidence={placed}
                    inFull={`/vendors/${vendor}#sources`}
                  />
                  <span className="ms-2 inline-block text-muted text-small">
                    {words.counts(counted.models, counted.platforms, counted.products)}
                    {placement === null ? ` · ${standNames.derived[lang]}` : null}
                  </span>
                  {note === null ? null : <span className="block text-muted text-small">{note[lang]}</span>}
                </li>
              ))}
          </ul>
        )}
      </div>
      {organizations.length > listedOnLayer ? (
        <p className="mt-3 text-small">
          <a href={href(lang, `/vendors?layer=${slug}&role=all`)}>
            {words.allOnLayer(organizations.length)} →
          </a>
        </p>
      ) : null}
    </Section>
  );
}
