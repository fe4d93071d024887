import { ListPage, type ListProps, listMetadata, readList, sortedBy } from '@/app/list-page';
import type { SourceWithUse } from '@/database/queries/sources-with-use';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { sourceByline } from '@/i18n/source-byline';
import { sourceWords } from '@/i18n/sources';
import { doubtsPath } from '@/lists/doubts/parameters';
import { type SourceState, sources } from '@/lists/sources/definition';
import { languageNames } from '@/records/source/book';
import { DataTable } from '@/ui/data-table';
import { PartialTime } from '@/ui/partial-time';

export const generateMetadata = (props: ListProps) => listMetadata(sources, props);

/** Every source, and how much rests on it. */
export default async function SourcesPage(props: ListProps) {
  const { lang, list, rows } = await readList(sources, props, async (_, page) => page);
  return (
    <ListPage lang={lang} definition={sources} list={list}>
      <p className="mb-4 text-small">
        <a href={href(lang, '/doubts')}>{sourceWords[lang].allDoubts} →</a>
      </p>
      <SourceTable lang={lang} rows={rows} state={list.state} />
    </ListPage>
  );
}

function SourceTable({
  lang,
  rows,
  state,
}: {
  lang: Lang;
  rows: readonly SourceWithUse[];
  state: SourceState;
}) {
  const words = sourceWords[lang];
  const sorted = (by: SourceState['sort'], direction: 'ascending' | 'descending') =>
    sortedBy(lang, sources, state, by, direction);
  const count = (value: number) => (value === 0 ? <span className="nothing">—</span> : value);
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
          key: 'source',
          header: words.source,
          width: '46%',
          ...sorted('title', 'ascending'),
          cell: (source) => {
            const by = sourceByline(source, lang);
            return (
              <>
                <a href={href(lang, `/sources/${source.slug}`)}>{source.title}</a>
                {by === null ? null : <span className="block font-normal text-muted text-small">{by}</span>}
              </>
            );
          },
        },
        {
          key: 'published',
          header: words.published,
          ...sorted('published', 'descending'),
          cell: ({ published }) =>
            published === null ? (
              <span className="text-muted">{words.noDate}</span>
            ) : (
              <PartialTime lang={lang} date={published} className="whitespace-nowrap" />
            ),
        },
        { key: 'language', header: words.language, cell: ({ language }) => languageNames[language][lang] },
        { key: 'records', header: words.records, align: 'end', cell: ({ records }) => count(records) },
        {
          key: 'statements',
          header: words.statements,
          align: 'end',
          ...sorted('statements', 'descending'),
          cell: ({ statements }) => count(statements),
        },
        {
          key: 'doubts',
          header: words.doubts,
          align: 'end',
          cell: ({ slug, doubts }) =>
            doubts === 0 ? (
              count(doubts)
            ) : (
              <a href={href(lang, doubtsPath({ source: [slug], doubt: ['doubted'] }))}>{doubts}</a>
            ),
        },
        {
          key: 'seen',
          header: words.seen,
          cell: ({ seen, unseen }) =>
            seen && unseen === 0 ? words.seenYes : unseen > 0 ? `${words.unseen} ${unseen}` : words.seenNo,
        },
      ]}
    />
  );
}
