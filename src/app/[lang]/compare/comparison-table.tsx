import { type Comparison, type ComparisonRow, comparePath } from '@/compare/comparison';
import { writeComparison } from '@/compare/state';
import type { Lang } from '@/domain/bilingual';
import { compareWords, groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { VendorBadge } from '@/ui/badges';
import { ComparisonCell } from './comparison-cell';

type Props = { lang: Lang; comparison: Comparison };

/** Dimensions as rows in groups, vendors as columns; head and first column stay in view. */
export function ComparisonTable({ lang, comparison }: Props) {
  const { groups, subjects, state } = comparison;
  const words = compareWords[lang];
  const shown = groups.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) {
    const hidden = state.hide.length === groups.length;
    return <p className="table-empty">{hidden ? words.allHidden : words.nothingDiffers}</p>;
  }
  return (
    <div
      className="table-box compare-box"
      data-wide=""
      data-tall=""
      // A box that scrolls has to be reachable by keyboard (WCAG 2.1.1).
      {...{ role: 'group', tabIndex: 0, 'aria-label': words.caption }}
    >
      <table className="table compare-table" style={{ minInlineSize: `${9.5 + subjects.length * 11}rem` }}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.dimension}</th>
            {subjects.map(({ slug, name }) => (
              <th key={slug} scope="col">
                <VendorBadge slug={slug} name={name[lang]} href={href(lang, `/vendors/${slug}`)} />
                {subjects.length > 1 ? (
                  <a
                    className="compare-remove"
                    href={href(lang, comparePath(without(comparison, slug)))}
                    aria-label={words.remove(name[lang])}
                    title={words.remove(name[lang])}
                  >
                    ×
                  </a>
                ) : null}
              </th>
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
              <Row key={row.dimension.key} lang={lang} row={row} comparison={comparison} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function without({ state }: Comparison, slug: string): string {
  return writeComparison({ ...state, vendors: state.vendors.filter((each) => each !== slug) });
}

function Row({ lang, row, comparison }: Props & { row: ComparisonRow }) {
  const { dimension, cells, differs } = row;
  const { subjects } = comparison;
  return (
    <tr data-same={differs || subjects.length < 2 ? undefined : ''}>
      <th scope="row">
        {dimension.label[lang]}
        {dimension.note === undefined ? null : <span className="compare-note">{dimension.note[lang]}</span>}
      </th>
      {cells.map((cell, at) => {
        const slug = subjects[at]?.slug ?? String(at);
        return (
          <td key={slug}>
            <ComparisonCell lang={lang} cell={cell} id={`${dimension.key}-${slug}`} />
          </td>
        );
      })}
    </tr>
  );
}
