import type { RecordToConfirm } from '@/database/queries/records-to-confirm';
import { formatMoney } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { kindName } from '@/i18n/overview';
import { knownThroughLabel, knownThroughNames } from '@/i18n/source-byline';
import { DataTable } from '@/ui/data-table';

type Props = { lang: Lang; records: readonly RecordToConfirm[]; caption: string };

/** Records to confirm, each with the form in which an editor adds what the publisher says. */
export function ConfirmTable({ lang, records, caption }: Props) {
  const words = deskWords[lang];
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      rows={records}
      rowKey={({ kind, slug }) => `${kind}/${slug}`}
      columns={[
        {
          key: 'record',
          header: words.what,
          cell: ({ kind, slug, name }) => (
            <>
              <a href={href(lang, `/editor/records/${kind}/${slug}`)}>{name[lang]}</a>
              {/* Rounds without a name of their own would all be called alike. */}
              <span className="block font-normal text-muted text-small">{slug}</span>
            </>
          ),
        },
        {
          key: 'kind',
          header: words.kind,
          cell: ({ kind }) => kindName(kind, lang),
        },
        {
          key: 'via',
          header: knownThroughLabel[lang],
          cell: ({ via }) => knownThroughNames[via][lang],
        },
        {
          key: 'amount',
          header: words.amount,
          align: 'end',
          cell: ({ usd }) =>
            usd === null ? <span className="nothing">—</span> : formatMoney(usd, 'USD', lang),
        },
      ]}
    />
  );
}
