import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ask } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { todayOnly } from '@/app/page-query';
import { writtenSlug } from '@/app/written-slug';
import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import { fieldsWith } from '@/i18n/record-fields';
import { tierNames } from '@/records/model/book';
import { TierBadge, VendorBadge } from '@/ui/badges';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FieldValue, isNothingSaid } from '@/ui/field-value';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { SourceList } from '@/ui/source-list';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { ThemeTable } from '../../indicators/theme-table';
import { ModelTable } from '../model-table';
import { Lineage } from './lineage';
import { modelFacts } from './model-facts';

// Metadata and page ask the same question; a request asks it once.
const factsFor = cache((slug: string) => ask((facts) => modelFacts(facts, slug)));

function inOneLine({ vendor, tier, family }: ModelInFull, lang: Lang): string {
  const words = modelWords[lang];
  return tier === null
    ? words.aboutUnclassified(vendor.name[lang])
    : words.about(vendor.name[lang], tierNames[tier][lang], family);
}

export const generateMetadata = metadataInLanguage<{ slug: string }>(async ({ lang, slug: given }) => {
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
});

/** One model: what it is, where it comes from, what is built on it. */
export default pageInLanguage<{ slug: string }>(async function ModelPage({
  lang,
  slug: given,
  searchParams,
}) {
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
      <Notice lang={lang} problems={todayOnly(lang, await searchParams)} />
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
});

/** What the profile shows in a way of its own. */
function ownView(model: ModelInFull, key: string, lang: Lang): React.ReactNode {
  const { vendor, platform } = model;
  if (key === 'vendor')
    return (
      <VendorBadge slug={vendor.slug} name={vendor.name[lang]} href={href(lang, `/vendors/${vendor.slug}`)} />
    );
  if (key === 'tier') return <TierBadge lang={lang} tier={model.tier} />;
  if (key === 'family' && model.family) return modelWords[lang].yes;
  if (key === 'platform' && platform !== null)
    return <a href={href(lang, `/vendors/${vendor.slug}#${platform.slug}`)}>{platform.name[lang]}</a>;
  return null;
}

/** Every field of the book that is known, and those that a reader expects. */
function profile(model: ModelInFull, lang: Lang): Definition[] {
  const other = model.name[lang === 'zh' ? 'en' : 'zh'];
  const aliases = [...new Set([other, ...model.aliases])].filter((name) => name !== model.name[lang]);
  const values: Readonly<Record<string, unknown>> = { ...model, aliases };
  return fieldsWith('model', ({ as }) => as !== 'slug' && as !== 'parts').flatMap(([key, field]) => {
    if (key === 'name') return [];
    const value = values[key];
    const own = ownView(model, key, lang);
    if (own === null && isNothingSaid(value)) {
      // Of an industry model one wants to know the industry; a general one has none.
      const expected = field.expected || (key === 'industries' && model.tier === 'industry');
      return expected ? [{ term: field.label[lang], value: <Unknown lang={lang} why="unknown" /> }] : [];
    }
    const shown = own ?? <FieldValue lang={lang} field={field} value={value} />;
    const evidence = evidenceForField(model.evidence, key);
    return [
      {
        term: field.label[lang],
        value:
          field.as === 'addresses' ? (
            shown
          ) : (
            <Value evidence={<EvidenceMark lang={lang} id={`${model.slug}-${key}`} evidence={evidence} />}>
              {shown}
            </Value>
          ),
      },
    ];
  });
}
