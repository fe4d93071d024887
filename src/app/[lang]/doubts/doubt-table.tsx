import type { Lang } from '@/domain/bilingual';
import { doubtNames, doubtWords } from '@/i18n/doubts';
import { href } from '@/i18n/href';
import { recordKindNames } from '@/i18n/sources';
import { shownAt } from '@/linking/shown-at';
import { fieldsInWords } from '@/lists/doubts/columns';
import type { Doubt } from '@/lists/doubts/doubts-on-record';
import { DataTable } from '@/ui/data-table';

/** Kinds that no accent is needed for. */
const mild: ReadonlySet<string> = new Set(['varied', 'estimated', 'estimated-date']);

/** Doubts, one a row: which record, what of it, and why. */
export function DoubtTable({ lang, doubts }: { lang: Lang; doubts: readonly Doubt[] }) {
  const words = doubtWords[lang];
  return (
    <DataTable<Doubt>
      caption={words.caption}
      captionHidden
      stack
      sparse
      rows={doubts}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'record',
          header: words.record,
          width: '26%',
          cell: (doubt) => {
            const path = shownAt(doubt.kind, doubt.record, doubt.owner);
            return (
              <>
                {path === null ? doubt.name[lang] : <a href={href(lang, path)}>{doubt.name[lang]}</a>}
                <span className="block font-normal text-muted text-small">
                  {recordKindNames[doubt.kind]?.[lang] ?? doubt.kind}
                  {doubt.vendor === null || doubt.vendor.name[lang] === doubt.name[lang] ? null : (
                    <>
                      {' · '}
                      <a href={href(lang, `/vendors/${doubt.vendor.slug}`)}>{doubt.vendor.name[lang]}</a>
                    </>
                  )}
                </span>
              </>
            );
          },
        },
        { key: 'doubt', header: words.doubt, width: '14%', cell: ({ doubt }) => doubtNames[doubt][lang] },
        {
          key: 'fields',
          header: words.fields,
          width: '12%',
          cell: (doubt) => fieldsInWords(doubt, lang),
        },
        {
          key: 'said',
          header: words.said,
          cell: ({ said, stated, doubt }) => (
            <>
              {said === null ? null : (
                <span className={mild.has(doubt) ? undefined : 'doubt'}>{said[lang]}</span>
              )}
              {stated === null ? null : <span className="block text-muted text-small">{`“${stated}”`}</span>}
              {said === null && stated === null ? <span className="nothing">—</span> : null}
            </>
          ),
        },
        {
          key: 'source',
          header: words.source,
          width: '20%',
          cell: ({ source, locator }) =>
            source === null ? (
              <span className="nothing">—</span>
            ) : (
              <span className="text-small">
                <a href={href(lang, `/sources/${source.slug}`)}>{source.title}</a>
                {locator === null ? null : <span className="text-muted"> {locator}</span>}
              </span>
            ),
        },
      ]}
    />
  );
}
