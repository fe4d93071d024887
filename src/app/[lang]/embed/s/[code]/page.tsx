import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ComparisonTable } from '@/app/[lang]/compare/comparison-table';
import { PinnedFigure } from '@/app/[lang]/s/[code]/pinned-figure';
import { MissingPage } from '@/app/missing-page';
import { pageInLanguage } from '@/app/page-in-language';
import type { Snapshot } from '@/charts/engine/snapshot';
import { findingOf, headingOf } from '@/compare/finding';
import { isComparisonSnapshot, pinnedComparison } from '@/compare/snapshot';
import { findShare } from '@/database/shares';
import { chartWords } from '@/i18n/charts';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { EmbeddedPage } from '../../embedded-page';
import '@/app/[lang]/compare/compare.css';

// What it shows is to be found at its own address.
export const metadata: Metadata = { robots: { index: false } };

/** A pinned link for other sites: what it showed, as it was. */
export default pageInLanguage<{ code: string }>(async function EmbeddedShare({ lang, code }) {
  const share = await findShare(code);
  if (!share) return <MissingPage lang={lang} path={`/embed/s/${code}`} asked={code} />;
  if (share.snapshot === null) {
    redirect(href(lang, `/embed${share.path}${share.state === '' ? '' : `?${share.state}`}`));
  }
  const page = href(lang, `/s/${code}`);
  const comparison = isComparisonSnapshot(share.snapshot) ? pinnedComparison(share.snapshot) : null;
  const snapshot = share.snapshot as Snapshot;
  const shown = comparison
    ? {
        title: headingOf(comparison, lang),
        finding: findingOf(comparison, lang),
        pinned: compareWords[lang].pinnedTo(
          comparison.edition,
          comparison.published?.toISOString().slice(0, 10) ?? '',
        ),
        table: compareWords[lang].seeTable,
      }
    : {
        ...snapshot.shown[lang],
        pinned: sharingWords[lang].pinnedTo(snapshot.edition, snapshot.published?.slice(0, 10) ?? ''),
        table: sharingWords[lang].seeChart,
      };
  return (
    <EmbeddedPage>
      <h1 className="embed-title">
        <a href={page}>{shown.title}</a>
      </h1>
      {comparison ? (
        <ComparisonTable lang={lang} comparison={comparison} still />
      ) : (
        <PinnedFigure lang={lang} snapshot={snapshot} />
      )}
      <p className="embed-finding">{shown.finding}</p>
      <p className="embed-foot">
        <a href={`${page}#sources`}>{chartWords[lang].sources}</a>
        <span>{shown.pinned}</span>
        <a href={page}>{shown.table}</a>
      </p>
    </EmbeddedPage>
  );
});
