import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ask } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { pageMetadata } from '@/app/page-metadata';
import { writtenSlug } from '@/app/written-slug';
import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ModelInFull } from '@/database/queries/models-in-full';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { modelWords } from '@/i18n/models';
import { formatParameters } from '@/i18n/numbers';
import { accessNames, modalityNames, tierNames } from '@/records/model/book';
import { TierBadge, VendorBadge } from '@/ui/badges';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Page } from '@/ui/page';
import { PartialTime } from '@/ui/partial-time';
import { Section } from '@/ui/section';
import { SourceList } from '@/ui/source-list';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { ThemeTable } from '../../indicators/theme-table';
import { ModelTable } from '../model-table';
import { Lineage } from './lineage';
import { modelFacts } from './model-facts';

type Props = { params: Promise<{ lang: string; slug: string }> };

// Metadata and page ask the same question; a request asks it once.
const factsFor = cache((slug: string) => ask((facts) => modelFacts(facts, slug)));

function inOneLine({ vendor, tier, family }: ModelInFull, lang: Lang): string {
  const words = modelWords[lang];
  return tier === null
    ? words.aboutUnclassified(vendor.name[lang])
    : words.about(vendor.name[lang], tierNames[tier][lang], family);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) return {};
  const slug = writtenSlug(given);
  const found = await factsFor(slug);
  if ('at' in found) return {};
  const { model } = found;
  return pageMetadata({
    lang,
    path: `/models/${slug}`,
    title: model.name[lang],
    description: [inOneLine(model, lang), model.note?.[lang]]
      .filter(Boolean)
      .join(lang === 'zh' ? '。' : '. '),
  });
}

/** One model: what it is, where it comes from, what is built on it. */
export default async function ModelPage({ params }: Props) {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) notFound();
  const slug = writtenSlug(given);
  const found = await factsFor(slug);
  if ('at' in found) {
    if (found.at === 'moved') permanentRedirect(href(lang, `/models/${found.slug}`));
    return <MissingPage lang={lang} path={`/models/${given}`} asked={slug} kind="model" />;
  }
  const { model, members, lineage, lineageEvidence, products, indicators, siblings, edition } = found;
  const words = modelWords[lang];
  const observations = indicators.flatMap((indicator) => indicator.observations);
  return (
    <Page
      lang={lang}
      path={`/models/${slug}`}
      title={model.name[lang]}
      description={inOneLine(model, lang)}
      steps={[{ label: words.title, path: '/models' }]}
      edition={edition}
    >
      <Section id="profile" title={words.profile}>
        <div className="max-w-text">
          <DefinitionList items={profile(model, lang)} />
        </div>
      </Section>
      {members.length < 2 ? null : (
        <Section id="family" title={words.members} note={words.membersNote}>
          <Lineage lang={lang} tie="memberOf" tree={members} here={slug} evidence={lineageEvidence} />
        </Section>
      )}
      <Section id="lineage" title={words.lineage} note={lineage.length > 1 ? words.lineageNote : undefined}>
        {lineage.length > 1 ? (
          <Lineage lang={lang} tie="derivesFrom" tree={lineage} here={slug} evidence={lineageEvidence} />
        ) : (
          <p className="text-muted text-table">{words.lineageNone}</p>
        )}
      </Section>
      {products.length === 0 ? null : (
        <Section id="products" title={words.products}>
          <ul className="text-table">
            {products.map((product) => (
              <li key={product.slug} className="py-0.5">
                <Value
                  evidence={
                    <EvidenceMark lang={lang} id={`product-${product.id}`} evidence={product.evidence} />
                  }
                >
                  <a href={href(lang, `/vendors/${product.vendor.slug}#${product.slug}`)}>
                    {product.name[lang]}
                  </a>
                </Value>{' '}
                <span className="text-muted text-small">{product.vendor.name[lang]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {observations.length === 0 ? null : (
        <Section id="figures" title={words.figures}>
          <ThemeTable lang={lang} caption={words.figures} indicators={indicators} />
        </Section>
      )}
      {siblings.length === 0 ? null : (
        <Section id="siblings" title={words.siblings}>
          <ModelTable lang={lang} models={siblings} ofOneVendor caption={words.siblings} />
        </Section>
      )}
      <Section id="sources" title={words.sources}>
        <SourceList
          lang={lang}
          evidence={[
            ...[model, ...products, ...observations, ...siblings].flatMap(({ evidence }) => evidence),
            ...lineage.flatMap(({ slug: each, parent }) =>
              parent === null ? [] : evidenceForField(lineageEvidence.get(each), 'derivesFrom'),
            ),
          ]}
        />
      </Section>
    </Page>
  );
}

function profile(model: ModelInFull, lang: Lang): Definition[] {
  const words = modelWords[lang];
  const other = model.name[lang === 'zh' ? 'en' : 'zh'];
  const names = [...new Set([other, ...model.aliases])].filter((name) => name !== model.name[lang]);
  const marked = (field: string, value: React.ReactNode) => (
    <Value
      evidence={
        <EvidenceMark
          lang={lang}
          id={`${model.slug}-${field}`}
          evidence={evidenceForField(model.evidence, field)}
        />
      }
    >
      {value}
    </Value>
  );
  const unknown = <Unknown lang={lang} why="unknown" />;
  const links = (all: readonly { slug: string; name: { zh: string; en: string } }[], folder: string) =>
    all.map(({ slug, name }, at) => (
      <span key={slug}>
        {at === 0 ? '' : lang === 'zh' ? '、' : ', '}
        <a href={href(lang, `/${folder}/${slug}`)}>{name[lang]}</a>
      </span>
    ));
  const items: (Definition | null)[] = [
    {
      term: words.vendor,
      value: marked(
        'vendor',
        <VendorBadge
          slug={model.vendor.slug}
          name={model.vendor.name[lang]}
          href={href(lang, `/vendors/${model.vendor.slug}`)}
        />,
      ),
    },
    model.partners.length === 0
      ? null
      : { term: words.partners, value: marked('partners', links(model.partners, 'vendors')) },
    names.length === 0 ? null : { term: words.aliases, value: marked('aliases', joinList(lang, names)) },
    { term: words.tier, value: marked('tier', <TierBadge lang={lang} tier={model.tier} />) },
    model.category === null ? null : { term: words.category, value: marked('category', model.category) },
    model.family ? { term: words.family, value: marked('family', words.yes) } : null,
    {
      term: words.modality,
      value:
        model.modalities.length === 0
          ? unknown
          : marked(
              'modalities',
              joinList(
                lang,
                model.modalities.map((each) => modalityNames[each][lang]),
              ),
            ),
    },
    {
      term: words.parameters,
      value:
        model.parameters === null ? unknown : marked('parameters', formatParameters(lang, model.parameters)),
    },
    {
      term: words.access,
      value:
        model.access.length === 0
          ? unknown
          : marked(
              'access',
              joinList(
                lang,
                model.access.map((each) => accessNames[each][lang]),
              ),
            ),
    },
    {
      term: words.released,
      value:
        model.released === null
          ? unknown
          : marked('released', <PartialTime lang={lang} date={model.released} />),
    },
    model.memberOf === null
      ? null
      : { term: words.memberOf, value: marked('memberOf', links([model.memberOf], 'models')) },
    model.derivesFrom === null
      ? null
      : { term: words.derivesFrom, value: marked('derivesFrom', links([model.derivesFrom], 'models')) },
    model.platform === null
      ? null
      : {
          term: words.platform,
          value: marked(
            'platform',
            <a href={href(lang, `/vendors/${model.vendor.slug}#${model.platform.slug}`)}>
              {model.platform.name[lang]}
            </a>,
          ),
        },
    model.industries.length === 0
      ? model.tier === 'industry'
        ? { term: words.industry, value: unknown }
        : null
      : { term: words.industry, value: marked('industries', links(model.industries, 'industries')) },
    model.urls.length === 0
      ? null
      : {
          term: words.links,
          value: model.urls.map((url) => (
            <a key={url} className="block break-all" href={url} rel="noopener external">
              {url.replace(/^https?:\/\//, '')}
            </a>
          )),
        },
  ];
  const note =
    model.note === null ? [] : [{ term: words.note, value: marked('note', model.note[lang]) } as Definition];
  return [...items.filter((item) => item !== null), ...note];
}
