import type { Facts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Colour } from '@/domain/palette';
import type { ChartState, Option, Parameters } from '@/linking/parameters';
import type { Problem } from '@/linking/state';
import type { RecordKind } from '@/records/record';
import type { CursorPage } from './cursor';

/** What every row of a list has: the slug that a page of it begins after. */
export interface Listable {
  slug: string;
}

/** One column of a list's files. One column of the page may be several of a file. */
export interface ListColumn<Row> {
  /** Its key in JSON, and in `columns=` where the page can hide it. */
  key: string;
  label: Bilingual;
  kind: 'text' | 'number';
  unit: string | null;
  /** The column of the page that it goes with, where that has another key. */
  of?: string;
  /** A number in full, a date as it is written, everything else in words; null where nothing is on record. */
  value(row: Row, lang: Lang): string | number | null;
}

/** How a filter is offered: every value in view, the first and the chosen ones, or none until one is chosen. */
export interface ListFacet {
  name: string;
  show: 'all' | 'some' | 'behind';
  colours?: Readonly<Record<string, Colour>>;
}

/** The list that an address asks for, at one edition. */
export interface ListAnswer<Row, State> {
  edition: number;
  state: State;
  problems: Problem[];
  /** What matches, in order. */
  matching: readonly Row[];
  /** Filter → value → rows that it would leave. */
  counts: Readonly<Record<string, ReadonlyMap<string, number>>>;
  /** Values of the filters that come from the facts. */
  options: Readonly<Record<string, readonly Option[]>>;
  /** This page of it. */
  page: CursorPage<Row>;
  after: string | null;
  /** An old link names the page by its number. */
  moved: boolean;
}

/** What a list is called, and what stands where nothing matches. */
interface ListWords {
  title: string;
  description: string;
  none?: string;
}

/** A list as a page shows it, without its files. */
export interface ListView<
  Row extends Listable = Listable,
  State extends ChartState = ChartState,
  Answer extends ListAnswer<Row, State> = ListAnswer<Row, State>,
> {
  /** Its address and the name of its files. */
  slug: string;
  /** The kind of record that its rows are; null where they are none. The API takes the same filters for it. */
  kind: RecordKind | null;
  words: Readonly<Record<Lang, ListWords>>;
  /** Everything that the address can say, beside the page. */
  parameters: Parameters;
  /** The filters that are offered as links, in the order of the page. */
  facets: readonly ListFacet[];
  /** What a list of all records of the kind says, where the page leaves some out by default. */
  everything?: Readonly<Record<string, string>>;
  /** Does an order tell anything of these rows? Without it every one does. */
  tells?(sort: string, matching: readonly Row[]): boolean;
  /** `strict`: for programs, every name that is not known is a problem. */
  answer(facts: Facts, search: URLSearchParams, lang: Lang, strict?: boolean): Promise<Answer>;
  /** The address of the list in a state, without the language; `after` names the row that the page comes after. */
  path(state: State, after?: string | null, extension?: string): string;
  /** What matches shows, in a sentence or two; '' where that is nothing. */
  finding(answer: Answer, lang: Lang): string;
}

/**
 * A list: page, files, API and tools come from it. `Row` is what it filters and sorts; `Filed` what its files print, where
 * that has to be read besides.
 */
export interface ListDefinition<
  Row extends Listable = Listable,
  State extends ChartState = ChartState,
  Filed = Row,
  Answer extends ListAnswer<Row, State> = ListAnswer<Row, State>,
> extends ListView<Row, State, Answer> {
  /** The columns of its files. */
  columns: readonly ListColumn<Filed>[];
  /** The rows as the files print them, in their order. */
  filed?(facts: Facts, rows: readonly Row[]): Promise<readonly Filed[]>;
}

/** A list whose rows the type checker does not know. */
export type AnyList = ListDefinition<Listable, ChartState, Listable>;
