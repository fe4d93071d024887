import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import type { ChartState, Parameters } from '@/linking/parameters';
import type { Problem } from '@/linking/state';
import type { Table } from '@/tables/table';
import type { Listable, ListColumn, ListDefinition } from './definition';

/** The slug of a row: the first column of every list. */
export function slugColumn<Row extends Listable>(): ListColumn<Row> {
  return {
    key: 'slug',
    label: { zh: '代号', en: 'slug' },
    kind: 'text',
    unit: null,
    value: ({ slug }) => slug,
  };
}

/** The columns that a state shows; those that the page cannot hide are always there. */
function shownColumns<Row>(columns: readonly ListColumn<Row>[], parameters: Parameters, state: ChartState) {
  const { columns: parameter } = parameters;
  const hideable = parameter?.kind === 'list' ? (parameter.options ?? []).map(({ value }) => value) : [];
  const shown = state.columns as readonly string[] | undefined;
  return columns.filter(
    ({ key, of = key }) => !shown || shown.length === 0 || !hideable.includes(of) || shown.includes(of),
  );
}

/** Rows of a list as a table for files: the columns that a state shows. */
export function tableOf<Row>(
  columns: readonly ListColumn<Row>[],
  parameters: Parameters,
  rows: readonly Row[],
  state: ChartState,
  lang: Lang,
): Table {
  const shown = shownColumns(columns, parameters, state);
  return {
    columns: shown.map(({ key, label, kind, unit }) => ({ key, label, kind, unit })),
    rows: rows.map((row) =>
      shown.map((column) => {
        const value = column.value(row, lang);
        return { value, text: String(value ?? ''), path: null };
      }),
    ),
  };
}

/** The list that a query asks for as a table: all that matches, in order, not a page of it. */
export async function listTable<Row extends Listable, State extends ChartState, Filed>(
  definition: ListDefinition<Row, State, Filed>,
  facts: Facts,
  search: URLSearchParams,
  lang: Lang,
): Promise<{ table: Table; problems: Problem[] }> {
  const { matching, state, problems } = await definition.answer(facts, search, lang);
  // Without `filed` the rows are what is printed.
  const rows = definition.filed
    ? await definition.filed(facts, matching)
    : (matching as unknown as readonly Filed[]);
  return { table: tableOf(definition.columns, definition.parameters, rows, state, lang), problems };
}
