import type { Facts } from '@/database/reading';
import { LimitedCache } from '@/domain/limited-cache';
import { knownNames, readKnown, writeKnown } from '@/linking/known';
import type { ChartState, Option } from '@/linking/parameters';
import { type Problem, parseState, writeState } from '@/linking/state';
import { arranged, fadedRows, parametersOf } from './arrange';
import type { Chart, ChartData } from './definition';

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
  /** The numbers of the rows that step back because others are highlighted. */
  faded: number[];
  /** The first and the last quarter of the facts, where a reader can step through time. */
  span: { first: string; last: string } | null;
};

// What was read for a chart serves every state of it until the next edition.
const reads = new LimitedCache<unknown>(24, () => 1);

/** Answers a chart for a query. Never throws for what the query holds: see `problems`. */
export async function answerChart(
  facts: Facts,
  chart: Chart,
  search: URLSearchParams,
  elsewhere: readonly string[] = [],
): Promise<Answer> {
  const read = await reads.get(`${facts.edition} ${chart.slug}`, () => chart.read(facts));
  const own = chart.options?.(read) ?? {};
  const options = chart.highlight ? { ...own, highlight: own[chart.highlight.options] ?? [] } : own;
  const parameters = parametersOf(chart);
  const parsed = parseState(parameters, search, {
    known: options,
    former: chart.formerParameters,
    elsewhere: [...elsewhere, ...knownNames],
  });
  const checked = chart.check?.(parsed.state) ?? { state: parsed.state, problems: [] };
  const { data, problems } = arranged(chart, checked.state, chart.answer(read, checked.state));
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
    data,
    faded: fadedRows(chart, state, data.rows),
    span: chart.span?.(read) ?? null,
  };
}

/** The address of a chart in a state, without the language: '/charts/models-by-vendor?top=5'. */
export function chartPath(answer: Pick<Answer, 'chart' | 'query'>): string {
  return `/charts/${answer.chart.slug}${answer.query === '' ? '' : `?${answer.query}`}`;
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
