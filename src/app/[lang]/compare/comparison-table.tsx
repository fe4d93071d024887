import { type Comparison, comparePath, extremesOf } from '@/compare/comparison';
import type { ComparisonRow } from '@/compare/subject-kind';
import { subjectKinds } from '@/compare/subject-kinds';
import { amountOf } from '@/compare/value';
import type { Lang } from '@/domain/bilingual';
import { compareWords, groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { doubtsPath } from '@/lists/doubts/parameters';
import { VendorBadge } from '@/ui/badges';
import { type SharedNote, sharedNotes } from '@/ui/shared-notes';
import { ComparisonCell, markOfCell } from './comparison-cell';

type Props = {
  lang: Lang;
  comparison: Comparison;
  /** A table that only shows: in an embed or behind a pinned link. */
  still?: boolean;
};

/** Dimensions as rows in groups, subjects as columns; head and first column stay in view. */
export function ComparisonTable({ lang, comparison, still = false }: Props) {
  const { groups, subjects, state } = comparison;
  const words = compareWords[lang];
  const shown = groups.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) {
    const hidden = groups.every(({ key }) => state.hide.includes(key));
    return <p className="table-empty">{hidden ? words.allHidden : words.nothingDiffers}</p>;
  }
  const page = (at: number) => subjectKinds[state.kind].page(subjects[at]?.slug ?? '');
  const notes = sharedNotes(
    shown.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.cells.map((cell, at) => markOfCell(cell, cellId(row, comparison, at), page(at), lang)),
      ),
    ),
  );
  return (
    <div
      className="table-box compare-box"
      data-wide=""
      data-tall=""
      // A box that scrolls has to be reachable by keyboard (WCAG 2.1.1).
      {...{ role: 'group', tabIndex: 0, 'aria-label': words.caption }}
    >
      <table
        id="comparison"
        data-arranged={
          still ? undefined : href(lang, comparePath({ ...state, subjects: slugsOf(comparison), sort: null }))
        }
        className="table compare-table"
        style={{ minInlineSize: `${9.5 + subjects.length * 11}rem` }}
      >
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.dimension}</th>
            {subjects.map((_, at) => (
              <Head key={subjects[at]?.slug} lang={lang} comparison={comparison} at={at} still={still} />
            ))}
          </tr>
        </thead>
        {shown.map(({ key, rows }) => (
          <tbody key={key}>
            <tr>
              <th className="compare-group" scope="rowgroup" colSpan={subjects.length + 1} id={key}>
                <span>{groupNames[key][lang]}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Row
                key={row.dimension.key}
                lang={lang}
                row={row}
                comparison={comparison}
                still={still}
                notes={notes}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function slugsOf({ subjects }: Comparison): string[] {
  return subjects.map(({ slug }) => slug);
}

/** What the mark of a cell is called on the page. */
function cellId({ dimension }: ComparisonRow, { subjects }: Comparison, at: number): string {
  return `${dimension.key}-${subjects[at]?.slug ?? at}`;
}

function Head({ lang, comparison, at, still }: Required<Props> & { at: number }) {
  const { subjects, state } = comparison;
  const words = compareWords[lang];
  const slugs = slugsOf(comparison);
  const subject = subjects[at];
  if (!subject) return null;
  const { slug } = subject;
  const name = subject.name[lang];
  const page = href(lang, subjectKinds[state.kind].page(slug));
  const to = (order: readonly string[]) => href(lang, comparePath({ ...state, subjects: order, sort: null }));
  const moved = (place: number) => {
    const rest = slugs.filter((each) => each !== slug);
    return to([...rest.slice(0, place), slug, ...rest.slice(place)]);
  };
  const changing = !still && subjects.length > 1;
  return (
    <th
      scope="col"
      title={changing ? words.drag : undefined}
      draggable={changing || undefined}
      data-moved={changing ? slug : undefined}
    >
      {state.kind === 'vendors' ? (
        <VendorBadge slug={slug} name={name} href={page} />
      ) : (
        <a className="compare-subject" href={page}>
          {name}
        </a>
      )}
      {changing ? (
        <span className="compare-do">
          {at === 0 ? null : (
            <a href={moved(at - 1)} aria-label={words.left(name)} title={words.left(name)}>
              ←
            </a>
          )}
          {at === subjects.length - 1 ? null : (
            <a href={moved(at + 1)} aria-label={words.right(name)} title={words.right(name)}>
              →
            </a>
          )}
          <a
            href={to(slugs.filter((each) => each !== slug))}
            aria-label={words.remove(name)}
            title={words.remove(name)}
          >
            ×
          </a>
        </span>
      ) : null}
    </th>
  );
}

type RowProps = Required<Props> & { row: ComparisonRow; notes: ReadonlyMap<string, SharedNote> };

function Row({ lang, row, comparison, still, notes }: RowProps) {
  const { dimension, cells, differs } = row;
  const { subjects } = comparison;
  const { best, worst } = extremesOf(row);
  const words = compareWords[lang];
  return (
    <tr data-same={differs || subjects.length < 2 ? undefined : ''}>
      <th scope="row">
        {dimension.key === 'doubts' ? (
          <a href={href(lang, doubtsPath({ vendor: subjects.map(({ slug }) => slug) }))}>
            {dimension.label[lang]}
          </a>
        ) : (
          dimension.label[lang]
        )}
        {still ? null : <SortLink lang={lang} row={row} comparison={comparison} />}
        {dimension.note === undefined ? null : <span className="compare-note">{dimension.note[lang]}</span>}
      </th>
      {cells.map((cell, at) => {
        const slug = subjects[at]?.slug ?? String(at);
        return (
          <td key={slug}>
            <ComparisonCell
              lang={lang}
              cell={cell}
              id={cellId(row, comparison, at)}
              note={notes.get(cellId(row, comparison, at))}
              inFull={subjectKinds[comparison.state.kind].page(slug)}
            />
            {best.includes(at) ? <span className="compare-mark">▲ {words.best}</span> : null}
            {worst.includes(at) ? (
              <span className="compare-mark" data-worst="">
                ▽ {words.worst}
              </span>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

/** Orders the columns by this row; again: the other way round; a third time: as they were. */
function SortLink({
  lang,
  row: { dimension, cells },
  comparison,
}: Omit<Required<Props>, 'still'> & { row: ComparisonRow }) {
  const { state, subjects } = comparison;
  const words = compareWords[lang];
  const amounts = new Set(cells.map((cell) => (cell.value === null ? null : amountOf(cell.value))));
  // Where all have as much, no order says anything.
  if (subjects.length < 2 || amounts.size < 2 || dimension.kind === 'words') return null;
  const current = state.sort?.startsWith(`${dimension.key}-`) ? state.sort : null;
  const down = current?.endsWith('-desc') ?? false;
  const sort = current === null ? `${dimension.key}-desc` : down ? `${dimension.key}-asc` : null;
  const label = sort === null ? words.unsort : words.sortBy(dimension.label[lang], sort.endsWith('-desc'));
  return (
    <a
      className="compare-sort"
      href={href(lang, comparePath({ ...state, sort }))}
      aria-label={label}
      title={label}
      aria-current={current === null ? undefined : 'true'}
    >
      {current === null ? '⇄' : down ? '↓' : '↑'}
    </a>
  );
}
