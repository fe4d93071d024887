import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ask, editionOfRequest } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { pageMetadata } from '@/app/page-metadata';
import { type PageQuery, todayOnly } from '@/app/page-query';
import { writtenSlug } from '@/app/written-slug';
import { mostSubjects } from '@/compare/state';
import { addressOfRecord } from '@/database/queries/address-of-record';
import { isLang, type Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { href } from '@/i18n/href';
import { industryWords } from '@/i18n/industries';
import { joinList } from '@/i18n/list';
import { type Servant, type ServedIndustry, servedIndustry } from '@/lists/industries/service';
import { TierBadge, VendorBadge } from '@/ui/badges';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { PartialTime } from '@/ui/partial-time';
import { Section } from '@/ui/section';
import { SourceList } from '@/ui/source-list';
import { Value } from '@/ui/value';

type Props = { params: Promise<{ lang: string; slug: string }>; searchParams: Promise<PageQuery> };

// Metadata and page ask the same question; a request asks it once.
const factsFor = cache((slug: string) =>
  ask(async (facts) => {
    const address = await addressOfRecord(facts, 'industry', slug);
    if (address.at !== 'here') return address;
    return (await servedIndustry(facts, slug)) ?? { at: 'nowhere' as const };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) return {};
  const slug = writtenSlug(given);
  const industry = await factsFor(slug);
  if ('at' in industry) return {};
  return pageMetadata({
    lang,
    path: `/industries/${slug}`,
    title: industry.name[lang],
    description: findingOf(industry, lang),
  });
}

/** One industry: who serves it, with what, on what evidence, since when. */
export default async function IndustryPage({ params, searchParams }: Props) {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) notFound();
  const slug = writtenSlug(given);
  const industry = await factsFor(slug);
  if ('at' in industry) {
    if (industry.at === 'moved') permanentRedirect(href(lang, `/industries/${industry.slug}`));
    return <MissingPage lang={lang} path={`/industries/${given}`} asked={slug} kind="industry" />;
  }
  const words = industryWords[lang];
  const { servants, models, products, coverages, aliases, note } = industry;
  const compared = servants.slice(0, mostSubjects).map((servant) => servant.slug);
  return (
    <Page
      lang={lang}
      path={`/industries/${slug}`}
      title={industry.name[lang]}
      description={note?.[lang]}
      steps={[{ label: words.title, path: '/industries' }]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={todayOnly(lang, await searchParams)} />
      <FindingLine>{findingOf(industry, lang)}</FindingLine>
      <p className="mt-3 mb-6 link-line text-table">
        <a href={href(lang, `/charts/vendors-by-industry?industries=${slug}`)}>{words.chart} →</a>
        {compared.length > 1 ? (
          <a href={href(lang, `/compare?vendors=${compared.join('~')}`)}>{words.compare} →</a>
        ) : null}
        {models.length > 1 ? <a href={href(lang, `/models?industry=${slug}`)}>{words.modelList} →</a> : null}
        <a href={href(lang, `/changes?industry=${slug}`)}>{words.follow} →</a>
        {aliases.length === 0 ? null : (
          <span className="text-muted">
            {words.aliases} {joinList(lang, aliases)}
          </span>
        )}
      </p>
      <Section id="vendors" title={words.who}>
        <Servants lang={lang} servants={servants} />
      </Section>
      <Section id="sources" title={words.sources}>
        <SourceList
          lang={lang}
          evidence={[industry, ...models, ...products, ...coverages].flatMap(({ evidence }) => evidence)}
        />
      </Section>
    </Page>
  );
}

function findingOf({ servants, models, products }: ServedIndustry, lang: Lang): string {
  const words = industryWords[lang];
  const claimed = servants.filter((each) => each.models.length + each.products.length === 0).length;
  return words.page(servants.length, numberOfModels(models), products.length) + words.pageClaimed(claimed);
}

function Servants({ lang, servants }: { lang: Lang; servants: readonly Servant[] }) {
  const words = industryWords[lang];
  return (
    <DataTable
      caption={words.who}
      captionHidden
      stack
      sparse
      rows={servants}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'vendor',
          header: words.vendors,
          cell: ({ slug, name }) => (
            <VendorBadge slug={slug} name={name[lang]} href={href(lang, `/vendors/${slug}`)} />
          ),
        },
        { key: 'with', header: words.with, cell: (servant) => <With lang={lang} servant={servant} /> },
        {
          key: 'basis',
          header: words.basis,
          cell: ({ slug, models, products, claims }) => (
            <span className="flex flex-wrap items-center gap-x-1.5">
              {joinList(lang, [
                ...(models.length > 0 ? [words.byModel] : []),
                ...(products.length > 0 ? [words.byProduct] : []),
                ...(claims.length > 0 ? [words.byClaim] : []),
              ])}
              <EvidenceMark
                lang={lang}
                id={`claim-${slug}`}
                evidence={claims.flatMap(({ evidence }) => evidence)}
              />
              {claims.map(({ id, note }) =>
                note === null ? null : (
                  <span key={id} className="text-muted text-small">
                    {note[lang]}
                  </span>
                ),
              )}
            </span>
          ),
        },
        {
          key: 'since',
          header: words.since,
          cell: ({ since }) =>
            since === null ? (
              <span className="nothing">—</span>
            ) : (
              <PartialTime lang={lang} date={since} className="whitespace-nowrap" />
            ),
        },
      ]}
    />
  );
}

function With({ lang, servant: { slug, models, products } }: { lang: Lang; servant: Servant }) {
  if (models.length + products.length === 0) return <span className="nothing">—</span>;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-2">
      {models.map((model) => (
        <span key={model.slug}>
          <Value
            evidence={
              <EvidenceMark
                lang={lang}
                id={`${slug}-${model.id}`}
                evidence={model.evidence}
                inFull={`/models/${model.slug}`}
              />
            }
          >
            <a href={href(lang, `/models/${model.slug}`)}>{model.name[lang]}</a>
          </Value>{' '}
          <TierBadge lang={lang} tier={model.tier} />
        </span>
      ))}
      {products.map((product) => (
        <Value
          key={product.slug}
          evidence={
            <EvidenceMark
              lang={lang}
              id={`${slug}-${product.id}`}
              evidence={product.evidence}
              inFull={`/vendors/${product.vendor.slug}#${product.slug}`}
            />
          }
        >
          <a href={href(lang, `/vendors/${product.vendor.slug}#${product.slug}`)}>{product.name[lang]}</a>
        </Value>
      ))}
    </span>
  );
}
