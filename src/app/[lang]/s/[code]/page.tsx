import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Snapshot } from '@/charts/snapshot';
import { findingOf, headingOf } from '@/compare/finding';
import {
  type ComparisonSnapshot,
  cellsSince,
  isComparisonSnapshot,
  pinnedComparison,
} from '@/compare/snapshot';
import { findShare } from '@/database/shares';
import { isLang, type Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { DataTable } from '@/ui/data-table';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../../asking';
import { MissingPage } from '../../../missing-page';
import { SourceEntries } from '../../charts/[slug]/chart-sources';
import { ChartLegend } from '../../charts/chart-legend';
import { type SincePinned, sincePinned } from './pinned-chart';
import { PinnedComparison } from './pinned-comparison';
import '../../charts/chart.css';

type Props = { params: Promise<{ lang: string; code: string }> };

const shareFor = cache(findShare);
const sizes = ['narrow', 'medium', 'wide'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, code } = await params;
  const share = await shareFor(code);
  if (!isLang(lang) || !share?.snapshot) return {};
  if (isComparisonSnapshot(share.snapshot)) return metadataOfComparison(lang, code, share.snapshot);
  const { title, finding } = (share.snapshot as Snapshot).shown[lang];
  const described = pageMetadata({ lang, path: `/s/${code}`, title, description: finding });
  const images = [{ url: href(lang, `/s/${code}.png`), alt: title }];
  return {
    ...described,
    openGraph: { ...described.openGraph, images },
    twitter: { card: 'summary_large_image', images },
  };
}

function metadataOfComparison(lang: Lang, code: string, snapshot: ComparisonSnapshot): Metadata {
  const comparison = pinnedComparison(snapshot);
  const title = headingOf(comparison, lang);
  const images = [{ url: href(lang, `/s/${code}.png?preview=1`), width: 1200, height: 630, alt: title }];
  const described = pageMetadata({
    lang,
    path: `/s/${code}`,
    title,
    description: findingOf(comparison, lang),
  });
  return {
    ...described,
    openGraph: { ...described.openGraph, images },
    twitter: { card: 'summary_large_image', images },
  };
}

/** A short link: a live one leads to the chart, a pinned one shows what it showed. */
export default async function ShortLink({ params }: Props) {
  const { lang, code } = await params;
  if (!isLang(lang)) notFound();
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
}

interface PinnedProps {
  lang: Lang;
  code: string;
  snapshot: Snapshot;
  since: SincePinned | null;
  edition: number;
}

function Pinned({ lang, code, snapshot, since, edition }: PinnedProps) {
  const words = chartWords[lang];
  const { title, finding, description, table, pictures } = snapshot.shown[lang];
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
      <figure className="chart-figure">
        <ChartLegend lang={lang} items={snapshot.legend} />
        {pictures.length === 0 ? (
          <p className="chart-empty">{words.noRows}</p>
        ) : (
          <div className="chart-box" role="img" aria-label={description}>
            {pictures.map((svg, at) => (
              <div
                key={sizes[at]}
                className="chart-size"
                data-size={sizes[at]}
                // Our own markup, drawn when the link was pinned: `svgContent` escaped every text in it.
                dangerouslySetInnerHTML={{ __html: svg }}
              />
            ))}
          </div>
        )}
      </figure>
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
              {lang === 'zh' ? '：' : ': '}
              {words.records(records)}
              {lang === 'zh' ? '，' : ', '}
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
