import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { industryWords } from '@/i18n/industries';
import { joinList } from '@/i18n/list';
import { vendorWords } from '@/i18n/vendor';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Value } from '@/ui/value';
import type { ServedIndustry } from './vendor-facts';

/** The industries that the vendor serves, with what, and on what evidence. Charts link to a row by its industry. */
export function Industries({ lang, industries }: { lang: Lang; industries: readonly ServedIndustry[] }) {
  const words = vendorWords[lang];
  const kinds = industryWords[lang];
  return (
    <DataTable
      caption={words.industries}
      captionHidden
      stack
      sparse
      rows={industries}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'industry',
          header: words.industry,
          cell: ({ slug, name }) => (
            <a id={slug} href={href(lang, `/industries/${slug}`)} className="scroll-mt-12">
              {name[lang]}
            </a>
          ),
        },
        {
          key: 'with',
          header: words.with,
          cell: ({ slug, models, products }) =>
            models.length + products.length === 0 ? (
              <span className="nothing">—</span>
            ) : (
              <span className="flex flex-wrap gap-x-4">
                {models.map((model) => (
                  <Value
                    key={model.slug}
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
                  </Value>
                ))}
                {products.map((product) => (
                  <Value
                    key={product.slug}
                    evidence={
                      <EvidenceMark lang={lang} id={`${slug}-${product.id}`} evidence={product.evidence} />
                    }
                  >
                    <a href={`#${product.slug}`}>{product.name[lang]}</a>
                  </Value>
                ))}
              </span>
            ),
        },
        {
          key: 'basis',
          header: words.basis,
          cell: ({ slug, models, products, claims }) => (
            <span className="flex flex-wrap items-center gap-x-1.5">
              {joinList(lang, [
                ...(models.length > 0 ? [kinds.byModel] : []),
                ...(products.length > 0 ? [kinds.byProduct] : []),
                ...(claims.length > 0 ? [kinds.byClaim] : []),
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
      ]}
    />
  );
}
