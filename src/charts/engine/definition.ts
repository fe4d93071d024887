import type { Facts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence, EvidenceKind } from '@/domain/evidence';
import type { Colour } from '@/domain/palette';
import type { Option, Parameters, StateOf } from '@/linking/parameters';
import type { FormerNames, Problem } from '@/linking/state';

/** A record that a figure was counted from. `path` is its page, without the language. */
export type BasisRecord = {
  name: Bilingual;
  path: string;
  evidence: Evidence[];
  /** The record id, where the evidence is still to be read: `answerChart` does it for what is listed. */
  id?: number;
};

/** Records that match the question but are not in the figures, and why. */
export type LeftOut = {
  reason: Bilingual;
  records: BasisRecord[];
  /** How many more there are than `records` lists. */
  more?: number;
};

/** A source by its record id: for how many of the records it speaks, and the surest kind of what it says. */
export type SourceUse = { source: number; records: number; kind: EvidenceKind; seen: boolean };

/** What a limit left of a ranking. */
export type Limited = { shown: number; all: number };

/** What stands in `limited` where so many of all are shown. */
export function limitedTo(shown: number, all: number): { limited?: Limited } {
  return shown < all ? { limited: { shown, all } } : {};
}

/** What a chart answers for one state. Rows are plain data: they travel to worker threads. */
export type ChartData<Row> = {
  rows: Row[];
  /** The records behind each row, by the row's index. */
  basis: BasisRecord[][];
  /** How many more records are behind each row than `basis` lists; left out where it lists all. */
  more?: number[];
  leftOut: LeftOut[];
  /** How many of what the limit of the state counts are shown, and how many there are; left out where all are shown. */
  limited?: Limited;
  /** How complete it is where the series ends: how far records reach, and how thick they lie there. */
  ends?: Bilingual;
  /** What a reader must know to read the figures right. */
  notes: Bilingual[];
  /** The sources of the figures, where `basis` does not tell all. */
  sources?: SourceUse[];
};

/**
 * One column of the table, the CSV and the JSON alike. `value` is what the machine formats hold (money in units of
 * the currency, counts as numbers, null where there is none), `text` what people read.
 */
export type Column<Row> = {
  key: string;
  label: Bilingual;
  kind: 'text' | 'number';
  /** 'CNY', 'models'; null for texts and bare counts. */
  unit: string | null;
  value(row: Row, lang: Lang): string | number | null;
  text?(row: Row, lang: Lang): string;
  /** The page of what stands in the cell, without the language. */
  path?(row: Row): string | null;
};

export type LegendMark = 'solid' | 'cell' | 'hatched' | 'ring' | 'outline';

/** One entry of the legend; drawn as HTML in pages and as SVG in files. */
export type LegendItem = {
  label: Bilingual;
  colour: Colour;
  mark: LegendMark;
  /** The column whose marks it stands for, where not all of them have its colour. */
  key?: string;
};

/**
 * One chart. Every rendering comes from this and one state: page, picture, table, CSV, JSON, alternative text.
 * Everything except `read` is pure. To add a chart: a folder with this, its words (`words.ts`) and its drawing
 * (`drawing.ts`: a family, and the content for it), and a place in `registry.ts`.
 */
export interface ChartDefinition<P extends Parameters, Row, Read> {
  slug: string;
  /** Slugs that it had before: links with them are sent on. */
  formerSlugs?: readonly string[];
  formerParameters?: FormerNames;
  /** A short name for lists and breadcrumbs. */
  name: Bilingual;
  /** The question that the chart answers; the title everywhere. */
  question(state: StateOf<P>): Bilingual;
  parameters: P;
  /** Asks the facts once an edition, for all states. The only part that reads the database. */
  read(facts: Facts): Promise<Read>;
  /** The values that lists may hold, where they come from the facts: parameter → options, in display order. */
  options?(read: Read): Readonly<Record<string, readonly Option[]>>;
  /** Whose rows a reader can highlight: `of` gives the slug of a row, `options` names the list of `options` with the names. */
  highlight?: { options: string; of(row: Row, state: StateOf<P>): string | null };
  /** The first and the last quarter of the facts, where time is an axis and a reader can step through it. */
  span?(read: Read): { first: string; last: string } | null;
  /** What parameters must hold together; returns a state that does, and what was wrong. */
  check?(state: StateOf<P>): { state: StateOf<P>; problems: Problem[] };
  /**
   * Where a chart is one of many alike, and its state says of what: the chart of that one, whose words and lists come
   * from the facts, with what it answers from, and the query that names it.
   */
  one?(
    read: Read,
    search: URLSearchParams,
  ): { chart: ChartDefinition<P, Row, Read>; read: Read; search: URLSearchParams };
  /** Such a chart has pages under an address of their own: the parameter that is the last part of it, and the rest. */
  address?: { under: string; parameter: string };
  /** Parameters that change nothing here: the form has no field for them. */
  idle?: readonly string[];
  /** The figures of one state. */
  answer(read: Read, state: StateOf<P>): ChartData<Row>;
  columns(state: StateOf<P>): Column<Row>[];
  /** One or two sentences that say what the data shows. */
  finding(data: ChartData<Row>, state: StateOf<P>, lang: Lang): string;
  /** One row in words, for the alternative text: '百度：通用 1，行业 2'. */
  rowInWords(row: Row, state: StateOf<P>, lang: Lang): string;
  legend(rows: readonly Row[], state: StateOf<P>): LegendItem[];
}

/** A chart whose parameters and rows are not known to the type checker: what lists and routes handle. */
export type Chart = ChartDefinition<Parameters, unknown, unknown>;

/** Checks a definition's types where it stands. */
export function defineChart<const P extends Parameters, Row, Read>(
  definition: ChartDefinition<P, Row, Read>,
): ChartDefinition<P, Row, Read> {
  return definition;
}
