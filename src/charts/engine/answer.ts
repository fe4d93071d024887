import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { sourcesById } from '@/database/queries/sources-by-id';
import type { Facts } from '@/database/reading';
import { LimitedCache } from '@/domain/limited-cache';
import { knownNames, readKnown, writeKnown } from '@/linking/known';
import type { ChartState, Option } from '@/linking/parameters';
import { type Problem, parseState, writeState } from '@/linking/state';
import { arranged, fadedRows, parametersOf } from './arrange';
import { type ChartSource, sourcesOf } from './basis';
import type { BasisRecord, Chart, ChartData } from './definition';

/** One chart in one state at one edition: what every rendering is made from. */
export type Answer = {
  chart: Chart;
  edition: number;
  published: Date | null;
  state: ChartState;
  /** The canonical query, without '?': the state, and the edition or day that the link asks for. */
  query: string;
  problems: Problem[];
  /** Options of the lists whose values come from the facts. */
  options: Readonly<Record<string, readonly Option[]>>;
  data: ChartData<unknown>;
  /** Where the figures come from, the source behind most records first; the first of them where there are many. */
  sources: ChartSource[];
  /** How many sources there are in all. */
  sourceCount: number;
  /** The numbers of the rows that step back because others are highlighted. */
  faded: number[];
  /** The first and the last quarter of the facts, where a reader can step through time. */
  span: { first: string; last: string } | null;
};

// What was read for a chart serves every state of it until the next edition. That of earlier ones is let go: at a
// million events it is a hundred megabytes.
const reads = new Map<number, LimitedCache<unknown>>();
const editionsKept = 2;

function read(facts: Facts, chart: Chart): Promise<unknown> {
  const ofEdition = reads.get(facts.edition) ?? new LimitedCache<unknown>(100, () => 1);
  // The edition that was asked for last stands last.
  reads.delete(facts.edition);
  reads.set(facts.edition, ofEdition);
  for (const edition of reads.keys()) if (reads.size > editionsKept) reads.delete(edition);
  return ofEdition.get(chart.slug, () => chart.read(facts));
}

type Options = Readonly<Record<string, readonly Option[]>>;
const optionsByRead = new WeakMap<object, Options>();

/** The options that come from the facts; sorting many names takes its time, so once for what was read. */
function optionsOfRead(chart: Chart, known: unknown): Options {
  if (!chart.options) return {};
  const kept = optionsByRead.get(known as object) ?? chart.options(known);
  optionsByRead.set(known as object, kept);
  return kept;
}

/** Records that are listed for one reason to be left out. */
const mostLeftOut = 300;

function shortened(data: ChartData<unknown>): ChartData<unknown> {
  const leftOut = data.leftOut.map(({ reason, records, more = 0 }) => ({
    reason,
    records: records.slice(0, mostLeftOut),
    more: more + Math.max(0, records.length - mostLeftOut),
  }));
  return { ...data, leftOut };
}

/** Sources that are told by name. */
const mostSources = 100;

/** Reads what is said of the records that are listed, where the chart has not read it for all. */
async function withEvidence(facts: Facts, data: ChartData<unknown>): Promise<ChartData<unknown>> {
  const listed = [...data.basis.flat(), ...data.leftOut.flatMap(({ records }) => records)];
  const ids = [...new Set(listed.flatMap(({ id }) => (id === undefined ? [] : [id])))];
  if (ids.length === 0) return data;
  const evidence = await evidenceOfRecords(facts, ids);
  const told = (records: BasisRecord[]) =>
    records.map(({ id, ...record }) =>
      id === undefined ? record : { ...record, evidence: evidence.get(id) ?? [] },
    );
  return {
    ...data,
    basis: data.basis.map(told),
    leftOut: data.leftOut.map((each) => ({ ...each, records: told(each.records) })),
  };
}

async function sourcesBehind(
  facts: Facts,
  data: ChartData<unknown>,
): Promise<Pick<Answer, 'sources' | 'sourceCount'>> {
  if (!data.sources) {
    const sources = sourcesOf(data);
    return { sources, sourceCount: sources.length };
  }
  const uses = data.sources.toSorted((a, b) => b.records - a.records);
  // Of those with as many records as the last one named, the slug decides.
  const least = uses[mostSources - 1]?.records ?? 0;
  const named = await sourcesById(
    facts,
    uses.filter(({ records }) => records >= least).map(({ source }) => source),
  );
  const sources = uses
    .flatMap(({ source, ...use }) => {
      const known = named.get(source);
      return known ? [{ ...known, ...use }] : [];
    })
    .sort((a, b) => b.records - a.records || (a.slug < b.slug ? -1 : 1))
    .slice(0, mostSources);
  return { sources, sourceCount: uses.length };
}

/** Answers a chart for a query. Never throws for what the query holds: see `problems`. */
export async function answerChart(
  facts: Facts,
  general: Chart,
  asked: URLSearchParams,
  elsewhere: readonly string[] = [],
  /** The query was written out in full once, and may lack parameters that the chart has today. */
  full = false,
): Promise<Answer> {
  const everything = await read(facts, general);
  const {
    chart,
    read: known,
    search,
  } = general.one?.(everything, asked) ?? { chart: general, read: everything, search: asked };
  const own = optionsOfRead(chart, known);
  const options = chart.highlight ? { ...own, highlight: own[chart.highlight.options] ?? [] } : own;
  const parameters = parametersOf(chart);
  const parsed = parseState(parameters, search, {
    known: options,
    former: chart.formerParameters,
    elsewhere: [...elsewhere, ...knownNames],
    full,
  });
  const checked = chart.check?.(parsed.state) ?? { state: parsed.state, problems: [] };
  const { data, problems } = arranged(chart, checked.state, shortened(chart.answer(known, checked.state)));
  const state = problems.length > 0 ? { ...checked.state, order: null } : checked.state;
  return {
    chart,
    edition: facts.edition,
    published: facts.published,
    state,
    query: [writeState(parameters, state), writeKnown(readKnown(search).known)]
      .flatMap((part) => (part === '' ? [] : part.split('&')))
      .sort()
      .join('&'),
    problems: [...parsed.problems, ...checked.problems, ...problems],
    options,
    data: await withEvidence(facts, data),
    ...(await sourcesBehind(facts, data)),
    faded: fadedRows(chart, state, data.rows),
    span: chart.span?.(known) ?? null,
  };
}

/** The address of a chart in a state, without the language: '/charts/models-by-vendor?top=5'. */
export function chartPath({ chart, query }: Pick<Answer, 'chart' | 'query'>): string {
  const parts = query === '' ? [] : query.split('&');
  const { under, parameter } = chart.address ?? { under: '/charts', parameter: null };
  const named = parts.find((part) => part.startsWith(`${parameter}=`));
  const own = named === undefined ? chart.slug : named.slice(named.indexOf('=') + 1);
  const rest = parts.filter((part) => part !== named).join('&');
  return `${named === undefined ? '/charts' : under}/${own}${rest === '' ? '' : `?${rest}`}`;
}

/** The address of a page of the table of a chart in a state, without the language. */
export function tablePath(answer: Pick<Answer, 'chart' | 'query'>, page: number): string {
  const path = chartPath(answer);
  return page === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`;
}

/** The address by which frames and programs ask for a chart in a state: all of it is in the query. */
export function statePath({ chart, query }: Pick<Answer, 'chart' | 'query'>): string {
  return `/charts/${chart.slug}${query === '' ? '' : `?${query}`}`;
}

/** The address of the list of all records behind a chart in a state, without the language. */
export function recordsPath({ chart, query }: Pick<Answer, 'chart' | 'query'>, page = 1): string {
  const whole = [query, ...(page > 1 ? [`page=${page}`] : [])].filter((part) => part !== '').join('&');
  return `/charts/${chart.slug}/records${whole === '' ? '' : `?${whole}`}`;
}

/** The address of a chart in the same state without a limit, without the language. */
export function wholePath({ chart, state }: Pick<Answer, 'chart' | 'state'>): string {
  return chartPath({ chart, query: writeState(parametersOf(chart), { ...state, top: 'all' }) });
}

/** The address of a file of the chart, without the language: '/charts/models-by-vendor.png?top=5'. */
export function filePath(
  answer: Pick<Answer, 'chart' | 'query'>,
  format: string,
  extra: readonly string[] = [],
): string {
  const query = [...extra, answer.query].filter((part) => part !== '').join('&');
  return `/charts/${answer.chart.slug}.${format}${query === '' ? '' : `?${query}`}`;
}
