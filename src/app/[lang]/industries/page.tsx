import { ListPage, type ListProps, listMetadata, readList, sortedBy } from '@/app/list-page';
import { evidenceTogether } from '@/compare/evidence-together';
import type { Lang } from '@/domain/bilingual';
import { numberOfModels } from '@/domain/model-count';
import { href } from '@/i18n/href';
import { industryWords } from '@/i18n/industries';
import { type IndustryState, industries } from '@/lists/industries/definition';
import type { ServedIndustry } from '@/lists/industries/service';
import { VendorBadge } from '@/ui/badges';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { RangeBar } from '@/ui/range-bar';
import { Value } from '@/ui/value';

const namedVendors = 4;

export const generateMetadata = (props: ListProps) => listMetadata(industries, props);

/** All industries: how many models, how many vendors, who. */
export default async function IndustriesPage(props: ListProps) {
  const { lang, list, rows } = await readList(industries, props, async (_, page) => page);
  return (
    <ListPage lang={lang} definition={industries} list={list}>
      <p className="mb-5 text-table">
        <a href={href(lang, '/charts/vendors-by-industry')}>{industryWords[lang].toChart} →</a>
      </p>
      <IndustryTable lang={lang} rows={rows} state={list.state} />
    </ListPage>
  );
}

function IndustryTable({
  lang,
  rows,
  state,
}: {
  lang: Lang;
  rows: readonly ServedIndustry[];
  state: IndustryState;
}) {
  const words = industryWords[lang];
  const most = Math.max(1, ...rows.map(({ models }) => numberOfModels(models)));
  const sorted = (by: IndustryState['sort'], direction: 'ascending' | 'descending') =>
    sortedBy(lang, industries, state, by, direction);
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      stack
      sparse
      rows={rows}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'industry',
          header: words.industry,
          ...sorted('name', 'ascending'),
          cell: ({ slug, name }) => <a href={href(lang, `/industries/${slug}`)}>{name[lang]}</a>,
        },
        {
          key: 'models',
          header: words.models,
          ...sorted('models', 'descending'),
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
          ...sorted('vendors', 'descending'),
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
