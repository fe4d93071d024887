import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { ask, editionOfRequest } from '@/app/asking';
import { oembedTypes } from '@/app/embed-code';
import { MissingPage } from '@/app/missing-page';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import type { Snapshot } from '@/charts/engine/snapshot';
import { findingOf, headingOf } from '@/compare/finding';
import {
  type ComparisonSnapshot,
  cellsSince,
  isComparisonSnapshot,
  pinnedComparison,
} from '@/compare/snapshot';
import { findShare } from '@/database/shares';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { sharingWords } from '@/i18n/sharing';
import { publicUrl } from '@/linking/public-url';
import { DataTable } from '@/ui/data-table';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { SourceEntries } from '../../charts/[slug]/chart-sources';
import { type SincePinned, sincePinned } from './pinned-chart';
import { PinnedComparison } from './pinned-comparison';
import { PinnedFigure } from './pinned-figure';
import '../../charts/chart.css';

const shareFor = cache(findShare);

export const generateMetadata = metadataInLanguage<{ code: string }>(async ({ lang, code }) => {
  const share = await shareFor(code);
  if (!share?.snapshot) return {};
  if (isComparisonSnapshot(share.snapshot)) return metadataOfComparison(lang, code, share.snapshot);
  const { title, finding } = (share.snapshot as Snapshot).shown[lang];
  return pinnedMetadata(lang, code, title, finding);
});

function metadataOfComparison(lang: Lang, code: string, snapshot: ComparisonSnapshot): Promise<Metadata> {
  const comparison = pinnedComparison(snapshot);
  return pinnedMetadata(lang, code, headingOf(comparison, lang), findingOf(comparison, lang));
}

// What is pinned never changes: its picture needs no edition in its address.
async function pinnedMetadata(
  lang: Lang,
  code: string,
  title: string,
  description: string,
): Promise<Metadata> {
  const path = `/s/${code}`;
  const described = await pageMetadata({ lang, path, title, description, picture: `${path}.png?preview=1` });
  const url = publicUrl() + href(lang, path);
  return { ...described, alternates: { ...described.alternates, types: oembedTypes(url) } };
}

/** A short link: a live one leads to the chart, a pinned one shows what it showed. */
export default pageInLanguage<{ code: string }>(async function ShortLink({ lang, code }) {
  const share = await shareFor(code);
  if (!share) return <MissingPage lang={lang} path={`/s/${code}`} asked={code} />;
  if (share.snapshot === null)
    redirect(href(lang, share.state === '' ? share.path : `${share.path}?${share.state}`));
  if (isComparisonSnapshot(share.snapshot)) {
    const comparison = pinnedComparison(share.snapshot);
    const changes = await ask((facts) => cellsSince(facts, comparison, lang));
    return (
      <PinnedComparison
        lang={lang}
        code={code}
        comparison={comparison}
        changes={changes}
        edition={await editionOfRequest()}
      />
    );
  }
  const snapshot = share.snapshot as Snapshot;
  const since = await ask((facts) => sincePinned(facts, snapshot, lang));
  return (
    <Pinned lang={lang} code={code} snapshot={snapshot} since={since} edition={await editionOfRequest()} />
  );
});

interface PinnedProps {
  lang: Lang;
  code: string;
  snapshot: Snapshot;
  since: SincePinned | null;
  edition: number;
}

function Pinned({ lang, code, snapshot, since, edition }: PinnedProps) {
  const words = chartWords[lang];
  const { title, finding, table } = snapshot.shown[lang];
  const rows = table.rows.map((cells, index) => ({ cells, index }));
  return (
    <Page
      lang={lang}
      path={`/s/${code}`}
      title={title}
      steps={[{ label: words.title, path: '/charts' }]}
      edition={edition}
    >
      <Since lang={lang} snapshot={snapshot} since={since} />
      <FindingLine>{finding}</FindingLine>
      <PinnedFigure lang={lang} snapshot={snapshot} />
      <p className="chart-downloads">
        {words.download}
        {['svg', 'png', 'csv', 'json'].map((format) => (
          <a key={format} href={href(lang, `/s/${code}.${format}`)}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <Section id="data" title={words.data}>
        <DataTable
          caption={title}
          captionHidden
          rows={rows}
          rowKey={({ index }) => String(index)}
          empty={words.noRows}
          columns={table.columns.map(({ key, label, kind }, at) => ({
            key,
            header: label[lang],
            align: kind === 'number' ? ('end' as const) : ('start' as const),
            cell: ({ cells }: (typeof rows)[number]) => cells[at]?.text,
          }))}
        />
      </Section>
      <Section id="sources" title={words.sources}>
        <SourceEntries lang={lang} sources={snapshot.sources} />
      </Section>
      <Section id="notes" title={words.notes}>
        <ul className="chart-notes">
          {snapshot.leftOut.map(({ reason, records }) => (
            <li key={reason.en}>
              {words.leftOut}
              {marks[lang].colon}
              {words.records(records)}
              {marks[lang].comma}
              {reason[lang]}
            </li>
          ))}
          {snapshot.notes.map((note) => (
            <li key={note.en}>{note[lang]}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** What the link is pinned to, and which figures have changed since, beside today's. */
function Since({ lang, snapshot, since }: Omit<PinnedProps, 'code' | 'edition'>) {
  const words = sharingWords[lang];
  const pinned = words.pinnedTo(snapshot.edition, snapshot.published?.slice(0, 10) ?? '');
  return (
    <div className="notice" role="status">
      <p>
        {pinned}{' '}
        {since === null
          ? words.gone
          : since.changes.length === 0
            ? words.unchanged
            : words.changed(since.changes.length)}{' '}
        {since === null ? null : <a href={href(lang, since.path)}>{words.live}</a>}
      </p>
      {since === null || since.changes.length === 0 ? null : (
        <DataTable
          caption={words.changesCaption}
          captionHidden
          rows={since.changes}
          rowKey={({ row, column }) => `${row} ${column}`}
          columns={[
            { key: 'row', header: words.row, cell: ({ row }) => row },
            { key: 'figure', header: words.figure, cell: ({ column }) => column },
            { key: 'was', header: words.was, align: 'end', cell: ({ before }) => before ?? words.none },
            { key: 'now', header: words.now, align: 'end', cell: ({ now }) => now ?? words.none },
          ]}
        />
      )}
    </div>
  );
}
