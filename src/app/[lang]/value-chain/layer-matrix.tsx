import type { LayerWithOrganizations } from '@/database/queries/value-chain';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';
import { valueChainWords } from '@/i18n/value-chain';
import { VendorBadge } from '@/ui/badges';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { type Standing, standingsOf } from './chain-finding';

/** Organizations down, layers across: a mark where a source places one on the other. */
export function LayerMatrix({ lang, layers }: { lang: Lang; layers: readonly LayerWithOrganizations[] }) {
  const words = valueChainWords[lang];
  const columns: Column<Standing>[] = [
    {
      key: 'organization',
      header: words.organization,
      cell: ({ slug, name }) => (
        <VendorBadge slug={slug} name={name[lang]} href={href(lang, `/vendors/${slug}`)} />
      ),
    },
    ...layers.map(
      (layer): Column<Standing> => ({
        key: layer.slug,
        header: parts[lang][layer.slug],
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
            <>
              <span className="visually-hidden">{words.on}</span>
              <EvidenceMark lang={lang} id={`matrix-${placed.id}`} evidence={placed.evidence} />
            </>
          );
        },
      }),
    ),
    {
      key: 'records',
      header: words.records,
      cell: ({ records: [models, platforms, products] }) => (
        <span className="text-muted text-small">{words.counts(models, platforms, products) || '—'}</span>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.matrix}
      captionHidden
      columns={columns}
      rows={standingsOf(layers)}
      rowKey={({ slug }) => slug}
    />
  );
}
