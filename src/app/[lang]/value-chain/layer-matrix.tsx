import type { LayerWithOrganizations } from '@/database/queries/value-chain';
import type { Lang } from '@/domain/bilingual';
import { layerColours } from '@/domain/palette';
import { href } from '@/i18n/href';
import { standNames } from '@/i18n/layers';
import { valueChainWords } from '@/i18n/value-chain';
import { layerNames } from '@/records/layer/book';
import { VendorBadge } from '@/ui/badges';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Swatch } from '@/ui/swatch';
import type { Standing } from './chain-finding';

type Props = {
  lang: Lang;
  layers: readonly LayerWithOrganizations[];
  standings: readonly Standing[];
  /** Does the page name it on the layer, with the note that this mark opens too? */
  isListed: (layer: LayerWithOrganizations, at: LayerWithOrganizations['organizations'][number]) => boolean;
};

/** Organizations down, layers across: a mark where one stands on the other, hollow where no source states it. */
export function LayerMatrix({ lang, layers, standings, isListed }: Props) {
  const words = valueChainWords[lang];
  const columns: Column<Standing>[] = [
    {
      key: 'organization',
      header: words.organization,
      cell: ({ slug, name, layers: own, records: [models, platforms, products] }) => (
        <span className="flex items-baseline gap-x-3 max-sm:max-w-28 max-sm:[&_.badge]:whitespace-normal">
          <span className={own.size > 1 ? 'font-semibold' : undefined}>
            <VendorBadge slug={slug} name={name[lang]} href={href(lang, `/vendors/${slug}`)} />
          </span>
          <span className="font-normal text-muted text-small max-sm:hidden">
            {words.counts(models, platforms, products)}
          </span>
        </span>
      ),
    },
    ...layers.map(
      (layer): Column<Standing> => ({
        key: layer.slug,
        header: (
          <span className="max-sm:tracking-tighter max-sm:text-tiny">{layerNames[layer.slug][lang]}</span>
        ),
        align: 'center',
        cell: ({ slug }) => {
          const placed = layer.organizations.find((each) => each.slug === slug);
          if (!placed) {
            return (
              <span className="text-muted">
                <span aria-hidden="true">·</span>
                <span className="visually-hidden">{words.off}</span>
              </span>
            );
          }
          return (
            <span className="whitespace-nowrap">
              <Swatch colour={layerColours[layer.slug]} bar hollow={placed.placement === null} />
              <span className="visually-hidden">
                {placed.placement === null ? standNames.derived[lang] : words.on}
              </span>
              <EvidenceMark
                lang={lang}
                id={`matrix-${layer.slug}-${slug}`}
                evidence={placed.evidence}
                inFull={`/vendors/${slug}#sources`}
                sameAs={isListed(layer, placed) ? `placed-${layer.slug}-${slug}` : undefined}
              />
            </span>
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      caption={words.matrix}
      captionHidden
      columns={columns}
      rows={standings}
      rowKey={({ slug }) => slug}
    />
  );
}
