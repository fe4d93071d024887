import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { evidenceForField } from '@/database/queries/evidence-of-records';
import { type LayerWithOrganizations, valueChain } from '@/database/queries/value-chain';
import { isLang, type Lang } from '@/domain/bilingual';
import { layerColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { valueChainWords } from '@/i18n/value-chain';
import { VendorBadge } from '@/ui/badges';
import { DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { Section } from '@/ui/section';
import { Swatch } from '@/ui/swatch';
import { Value } from '@/ui/value';
import { ask, editionOfRequest } from '../../asking';
import { chainFinding } from './chain-finding';
import { LayerMatrix } from './layer-matrix';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = valueChainWords[lang];
  return pageMetadata({ lang, path: '/value-chain', title, description });
}

/** The three layers: what each is, and who stands on it. */
export default async function ValueChainPage({ params }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const words = valueChainWords[lang];
  const layers = await ask(valueChain);
  return (
    <Page
      lang={lang}
      path="/value-chain"
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      {layers.length === 0 ? (
        <p className="table-empty">{words.none}</p>
      ) : (
        <>
          <div className="mb-8">
            <FindingLine>{chainFinding(layers, lang)}</FindingLine>
          </div>
          {layers.map((layer) => (
            <Layer key={layer.slug} lang={lang} layer={layer} />
          ))}
          <Section id="matrix" title={words.matrix} note={words.matrixNote}>
            <LayerMatrix lang={lang} layers={layers} />
          </Section>
        </>
      )}
    </Page>
  );
}

function Layer({ lang, layer }: { lang: Lang; layer: LayerWithOrganizations }) {
  const words = valueChainWords[lang];
  const { slug, name, evidence, organizations } = layer;
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
          <Swatch colour={layerColours[slug]} bar /> {name[lang]}
        </>
      }
      more={words.organizations(organizations.length)}
    >
      <div className="grid gap-x-12 gap-y-4 lg:grid-cols-2">
        <DefinitionList items={[said('who'), said('strengths'), said('bottlenecks')]} />
        {organizations.length === 0 ? (
          <p className="text-muted text-table">{words.empty}</p>
        ) : (
          <ul className="flex flex-wrap content-start gap-x-5 gap-y-1.5 text-table">
            {organizations.map((each) => (
              <li key={each.slug} className="whitespace-nowrap">
                <VendorBadge
                  slug={each.slug}
                  name={each.name[lang]}
                  href={href(lang, `/vendors/${each.slug}`)}
                />
                <EvidenceMark lang={lang} id={`placed-${each.id}`} evidence={each.evidence} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
