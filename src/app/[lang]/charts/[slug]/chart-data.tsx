import { type Answer, chartPath, tablePath } from '@/charts/engine/answer';
import { tableOf } from '@/charts/engine/answer-table';
import { orderOf } from '@/charts/engine/arrange';
import type { Lang } from '@/domain/bilingual';
import { chartWords, unitNames } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { withBrackets } from '@/i18n/marks';
import { DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Pager } from '@/ui/pager';
import { sharedNotes } from '@/ui/shared-notes';
import { BasisNote } from './basis-note';
import { placeOfRow } from './chart-records';

/** Rows of the table on one page; files hold all. */
const rowsOnPage = 60;

type Props = { lang: Lang; answer: Answer; page: number };

/** The chart's rows as a table, in pages; the last column opens the records behind a row. */
export function ChartData({ lang, answer, page: asked }: Props) {
  const words = chartWords[lang];
  const table = tableOf(answer, lang);
  const all = table.rows.map((cells, index) => ({ cells, index }));
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = Math.min(pages, asked);
  const rows = all.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  type Row = (typeof rows)[number];
  const highlighted = new Set(
    answer.faded.length === 0 ? [] : rows.map((row) => row.index).filter((at) => !answer.faded.includes(at)),
  );
  const notes = sharedNotes(
    rows.map(({ index }) => ({
      id: `row-${index}`,
      evidence: anchorOf(answer, index) ? (answer.data.basis[index]?.[0]?.evidence ?? []) : [],
    })),
  );
  return (
    <>
      <DataTable<Row>
        caption={answer.chart.question(answer.state)[lang]}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.index)}
        rowId={(row) => anchorOf(answer, row.index)}
        empty={words.noRows}
        columns={[
          ...table.columns.map((column, at) => ({
            key: column.key,
            header: headOf(column.label[lang], column.unit, lang),
            align: column.kind === 'number' ? ('end' as const) : ('start' as const),
            sort: sortLink(lang, answer, column.key, column.kind),
            cell: ({ cells, index }: Row) => {
              const cell = cells[at];
              if (!cell) return null;
              const text = cell.path === null ? cell.text : <a href={href(lang, cell.path)}>{cell.text}</a>;
              return highlighted.has(index) && at === 0 ? <mark>{text}</mark> : text;
            },
          })),
          {
            key: 'basis',
            header: words.basis,
            align: 'end' as const,
            cell: ({ index }: Row) => {
              const records = answer.data.basis[index] ?? [];
              const [record] = records;
              // Here is the page of the record that the row is: its evidence is said in full.
              if (record && anchorOf(answer, index))
                return (
                  <EvidenceMark
                    lang={lang}
                    id={`row-${index}`}
                    evidence={record.evidence}
                    {...notes.get(`row-${index}`)}
                  />
                );
              if (all.length > rowsOnPage) return <BasisLink lang={lang} answer={answer} index={index} />;
              return (
                <BasisNote
                  lang={lang}
                  records={records}
                  more={answer.data.more?.[index]}
                  all={placeOfRow(answer, index)}
                  id={`basis-${index}`}
                />
              );
            },
          },
        ]}
      />
      <Pager
        lang={lang}
        page={page}
        pages={pages}
        size={rowsOnPage}
        all={all.length}
        path={(number) => `${tablePath(answer, number)}#data`}
      />
    </>
  );
}

function BasisLink({ lang, answer, index }: { lang: Lang; answer: Answer; index: number }) {
  const { basis, more } = answer.data;
  const count = (basis[index]?.length ?? 0) + (more?.[index] ?? 0);
  return <a href={href(lang, placeOfRow(answer, index))}>{chartWords[lang].records(count)}</a>;
}

/** The anchor of a row that is a record whose page this is. */
function anchorOf(answer: Answer, index: number): string | undefined {
  const [record, another] = answer.data.basis[index] ?? [];
  const [page, anchor] = record?.path.split('#') ?? [];
  return another === undefined &&
    anchor !== undefined &&
    page?.split('?')[0] === chartPath(answer).split('?')[0]
    ? anchor
    : undefined;
}

/** The head of a column sorts by it, figures from the highest down; again, the other way round. */
function sortLink(lang: Lang, answer: Answer, column: string, kind: 'text' | 'number') {
  const current = orderOf(answer.state);
  const own = current?.column === column ? current : null;
  const descending = own ? !own.descending : kind === 'number';
  const query = new URLSearchParams(answer.query);
  query.set('order', `${column}-${descending ? 'desc' : 'asc'}`);
  query.sort();
  const direction = own === null ? null : own.descending ? ('descending' as const) : ('ascending' as const);
  return {
    href: `${href(lang, chartPath({ chart: answer.chart, query: query.toString() }))}#data`,
    direction,
  };
}

/** Money columns name their currency; for counts the head says it all. */
function headOf(label: string, unit: string | null, lang: Lang): string {
  if (unit !== 'CNY' && unit !== 'USD') return label;
  const name = unitNames[unit]?.[lang] ?? unit;
  return withBrackets(lang, label, name);
}
