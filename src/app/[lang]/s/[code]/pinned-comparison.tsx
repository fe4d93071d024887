import { type Comparison, comparePath } from '@/compare/comparison';
import { compareFormats } from '@/compare/file';
import { findingOf, headingOf } from '@/compare/finding';
import type { CellChange } from '@/compare/snapshot';
import { subjectKeys } from '@/compare/subject-kind';
import { subjectKinds } from '@/compare/subject-kinds';
import type { Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { DataTable } from '@/ui/data-table';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { ComparisonTable } from '../../compare/comparison-table';
import '../../compare/compare.css';

type Props = {
  lang: Lang;
  code: string;
  comparison: Comparison;
  changes: readonly CellChange[];
  /** Today's edition. */
  edition: number;
};

/** A comparison as it was pinned, and what has changed since. */
export function PinnedComparison({ lang, code, comparison, changes, edition }: Props) {
  const words = compareWords[lang];
  const { state } = comparison;
  const title = words.titles[subjectKeys.indexOf(state.kind)] ?? '';
  return (
    <Page
      lang={lang}
      path={`/s/${code}`}
      title={headingOf(comparison, lang)}
      steps={[{ label: title, path: subjectKinds[state.kind].path }]}
      edition={edition}
    >
      <div className="notice" role="status">
        <p>
          {words.pinnedTo(comparison.edition, comparison.published?.toISOString().slice(0, 10) ?? '')}{' '}
          {changes.length === 0 ? words.unchanged : words.changed(changes.length)}{' '}
          <a href={href(lang, comparePath({ ...state, asKnown: '' }))}>{words.live}</a>
        </p>
        {changes.length === 0 ? null : (
          <DataTable
            caption={words.changed(changes.length)}
            captionHidden
            rows={changes}
            rowKey={({ subject, dimension }) => `${subject} ${dimension}`}
            columns={[
              { key: 'subject', header: words.subject, cell: ({ subject }) => subject },
              { key: 'dimension', header: words.dimension, cell: ({ dimension }) => dimension },
              { key: 'was', header: words.was, cell: ({ before }) => before ?? '—' },
              { key: 'now', header: words.now, cell: ({ now }) => now ?? '—' },
            ]}
          />
        )}
      </div>
      <FindingLine>{findingOf(comparison, lang)}</FindingLine>
      <ComparisonTable lang={lang} comparison={comparison} still />
      <p className="small-links">
        {words.download}
        {compareFormats.map((format) => (
          <a key={format} href={href(lang, `/s/${code}.${format}`)}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </Page>
  );
}
