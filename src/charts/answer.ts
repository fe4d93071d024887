import type { Facts } from '@/database/reading';
import { knownNames, readKnown, writeKnown } from '@/linking/known';
import type { ChartState, Option } from '@/linking/parameters';
import { type Problem, parseState, writeState } from '@/linking/state';
import { LimitedCache } from '@/pictures/limited-cache';
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
  const options = chart.options?.(read) ?? {};
  const parsed = parseState(chart.parameters, search, {
    known: options,
    former: chart.formerParameters,
    elsewhere: [...elsewhere, ...knownNames],
  });
  const checked = chart.check?.(parsed.state) ?? { state: parsed.state, problems: [] };
  return {
    chart,
    edition: facts.edition,
    published: facts.published,
    state: checked.state,
    query: [writeState(chart.parameters, checked.state), writeKnown(readKnown(search).known)]
      .flatMap((part) => (part === '' ? [] : part.split('&')))
      .sort()
      .join('&'),
    problems: [...parsed.problems, ...checked.problems],
    options,
    data: chart.answer(read, checked.state),
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
