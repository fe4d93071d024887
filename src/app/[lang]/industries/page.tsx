import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { evidenceTogether } from '@/compare/evidence-together';
import { isLang, type Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { href } from '@/i18n/href';
import { industryOrderNames, industryWords } from '@/i18n/industries';
import { choice, type StateOf } from '@/linking/parameters';
import { parseState, writeState } from '@/linking/state';
import { VendorBadge } from '@/ui/badges';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { RangeBar } from '@/ui/range-bar';
import { Value } from '@/ui/value';
import { ask, editionOfRequest } from '../../asking';
import { noticesOf, type PageQuery, searchOf } from '../../page-query';
import { type ServedIndustry, servedIndustries } from './service';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

const parameters = {
  sort: choice(
    { zh: industryWords.zh.sort, en: industryWords.en.sort },
    (['models', 'vendors', 'name'] as const).map((value) => ({ value, label: industryOrderNames[value] })),
    'models',
  ),
} as const;
type Sort = StateOf<typeof parameters>['sort'];

const namedVendors = 4;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = industryWords[lang];
  return pageMetadata({ lang, path: '/industries', title, description });
}

function pathOf(sort: Sort): string {
  const query = writeState(parameters, { sort });
  return query === '' ? '/industries' : `/industries?${query}`;
}

/** All industries: how many models, how many vendors, who. */
export default async function IndustriesPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const { state, problems } = parseState(parameters, searchOf(await searchParams));
  const industries = (await ask(servedIndustries)).sort(order(state.sort, lang));
  const words = industryWords[lang];
  return (
    <Page
      lang={lang}
      path={pathOf(state.sort)}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={noticesOf(lang, problems)} />
      <FindingLine>{findingOf(industries, lang)}</FindingLine>
      <p className="mt-3 mb-5 text-table">
        <a href={href(lang, '/charts/vendors-by-industry')}>{words.toChart} →</a>
      </p>
      <IndustryTable lang={lang} industries={industries} sort={state.sort} />
    </Page>
  );
}

function order(sort: Sort, lang: Lang): (a: ServedIndustry, b: ServedIndustry) => number {
  const collator = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN-u-co-pinyin' : 'en');
  const byName = (a: ServedIndustry, b: ServedIndustry) => collator.compare(a.name[lang], b.name[lang]);
  if (sort === 'name') return byName;
  const [first, second] =
    sort === 'models' ? (['models', 'servants'] as const) : (['servants', 'models'] as const);
  const size = (industry: ServedIndustry, by: 'models' | 'servants') =>
    by === 'models' ? numberOfModels(industry.models) : industry.servants.length;
  return (a, b) => size(b, first) - size(a, first) || size(b, second) - size(a, second) || byName(a, b);
}

function findingOf(industries: readonly ServedIndustry[], lang: Lang): string {
  const words = industryWords[lang];
  const top = industries.toSorted((a, b) => numberOfModels(b.models) - numberOfModels(a.models))[0];
  if (!top) return words.none;
  const claimed = industries.filter(
    ({ models, products, servants }) => models.length + products.length === 0 && servants.length > 0,
  );
  return (
    words.finding(
      industries.length,
      industries.filter(({ models }) => models.length > 0).length,
      top.name[lang],
      numberOfModels(top.models),
    ) + words.claimed(claimed.length)
  );
}

function IndustryTable({
  lang,
  industries,
  sort,
}: {
  lang: Lang;
  industries: readonly ServedIndustry[];
  sort: Sort;
}) {
  const words = industryWords[lang];
  const most = Math.max(1, ...industries.map(({ models }) => numberOfModels(models)));
  const sortedBy = (by: Sort, direction: 'ascending' | 'descending') => ({
    href: href(lang, pathOf(by)),
    direction: sort === by ? direction : null,
  });
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      stack
      sparse
      rows={industries}
      rowKey={({ slug }) => slug}
      empty={words.none}
      columns={[
        {
          key: 'industry',
          header: words.industry,
          sort: sortedBy('name', 'ascending'),
          cell: ({ slug, name }) => <a href={href(lang, `/industries/${slug}`)}>{name[lang]}</a>,
        },
        {
          key: 'models',
          header: words.models,
          sort: sortedBy('models', 'descending'),
          cell: ({ id, slug, models }) =>
            models.length === 0 ? (
              <span className="nothing">—</span>
            ) : (
              <span className="flex items-center gap-2">
                <RangeBar
                  lang={lang}
                  min={numberOfModels(models)}
                  max={numberOfModels(models)}
                  full={most}
                  format={String}
                  width={96}
                />
                <Value
                  evidence={
                    <EvidenceMark
                      lang={lang}
                      id={`industry-${id}-models`}
                      evidence={evidenceTogether(models.map(({ evidence }) => evidence))}
                      inFull={`/industries/${slug}`}
                    />
                  }
                >
                  {String(numberOfModels(models))}
                </Value>
              </span>
            ),
        },
        {
          key: 'products',
          header: words.products,
          align: 'end',
          cell: ({ products }) =>
            products.length === 0 ? <span className="nothing">—</span> : products.length,
        },
        {
          key: 'vendors',
          header: words.vendors,
          sort: sortedBy('vendors', 'descending'),
          cell: (industry) => <Vendors lang={lang} industry={industry} />,
        },
      ]}
    />
  );
}

function Vendors({ lang, industry }: { lang: Lang; industry: ServedIndustry }) {
  const { servants, coverages, id } = industry;
  if (servants.length === 0) return <span className="nothing">—</span>;
  const named = servants.slice(0, namedVendors);
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-2">
      {named.map(({ slug, name }) => (
        <VendorBadge key={slug} slug={slug} name={name[lang]} href={href(lang, `/vendors/${slug}`)} />
      ))}
      {servants.length > named.length ? (
        <span className="text-muted">{industryWords[lang].moreVendors(servants.length)}</span>
      ) : null}
      <EvidenceMark
        lang={lang}
        id={`industry-${id}-claims`}
        evidence={evidenceTogether(coverages.map(({ evidence }) => evidence))}
        inFull={`/industries/${industry.slug}`}
      />
    </span>
  );
}
