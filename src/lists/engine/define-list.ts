import { memoizeByObject } from '@/database/memoize-by-object';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import type { Option, Parameters, StateOf } from '@/linking/parameters';
import { parseState, writeState } from '@/linking/state';
import { cursorNames, pageAfter, readCursor } from './cursor';
import type { Listable, ListDefinition } from './definition';
import { faceted } from './faceted';

type Order<Row> = (a: Row, b: Row) => number;

type Spec<Row extends Listable, P extends Parameters> = Omit<
  ListDefinition<Row, StateOf<P>>,
  'parameters' | 'answer' | 'path' | 'filed'
> & {
  parameters: P;
  /** Rows on one page. */
  pageSize: number;
  /** All rows, kept for the edition; nobody changes them. */
  read(facts: Facts): Promise<readonly Row[]>;
  /** Filter → what a row has of it. */
  values: Readonly<Record<string, (row: Row) => readonly string[]>>;
  /** Values of the filters that come from the facts. */
  options?(all: readonly Row[]): Readonly<Record<string, readonly Option[]>>;
  /** A value that no row has is no mistake: its list is empty. */
  open?: true;
  /** The order that a state asks for; without it rows stand as they were read. */
  order?(all: readonly Row[], state: StateOf<P>, lang: Lang): Order<Row>;
};

const noOptions = () => ({});

/** The values that a state chooses of each filter. */
export function chosenOf(names: readonly string[], state: object): Record<string, readonly string[]> {
  return Object.fromEntries(
    names.map((name) => {
      const value = (state as Record<string, string | readonly string[] | undefined>)[name];
      return [name, typeof value === 'string' ? [value] : (value ?? [])];
    }),
  );
}

/** The address of a list of this slug and these parameters in a state. */
export function listPath(
  slug: string,
  parameters: Parameters,
  state: StateOf<Parameters>,
  after: string | null = null,
  extension = '',
): string {
  const query = [after ? `after=${after}` : '', writeState(parameters, state)]
    .filter((part) => part !== '')
    .join('&');
  return `/${slug}${extension}${query === '' ? '' : `?${query}`}`;
}

/** A list that filters and sorts rows which are kept for the edition. */
export function defineList<Row extends Listable, const P extends Parameters>(
  spec: Spec<Row, P>,
): ListDefinition<Row, StateOf<P>> {
  const { parameters, values, pageSize, slug } = spec;
  // The options of an edition are the same for everybody who asks.
  const optionsOf = memoizeByObject(spec.options ?? noOptions);
  return {
    ...spec,
    async answer(facts, search, lang, strict = false) {
      const all = await spec.read(facts);
      const options = optionsOf(all);
      const { state, problems } = parseState(parameters, search, {
        known: spec.open ? {} : options,
        elsewhere: [...cursorNames, 'lang', 'bom'],
        strict,
      });
      const { matching, counts } = faceted(all, values, chosenOf(Object.keys(values), state));
      if (spec.order) matching.sort(spec.order(all, state, lang));
      const cursor = readCursor(search);
      const { page, after, problems: lost } = pageAfter(matching, cursor, pageSize);
      return {
        edition: facts.edition,
        state,
        problems: [...problems, ...lost],
        matching,
        counts,
        options,
        page,
        after,
        moved: cursor.page !== null,
      };
    },
    path: (state, after, extension) =>
      listPath(slug, parameters, state as StateOf<Parameters>, after, extension),
  };
}
