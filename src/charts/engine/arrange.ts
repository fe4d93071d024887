import { allowedText } from '@/i18n/charts';
import { type ChartState, order, type Parameters, slugList } from '@/linking/parameters';
import type { Problem } from '@/linking/state';
import type { Chart, ChartData } from './definition';

const orderParameter = order({ zh: '排序', en: 'Sort' });
const highlightParameter = slugList({ zh: '突出显示', en: 'Highlight' });

/** The parameters of a chart with those that every chart has: the order of its rows, and what to highlight. */
export function parametersOf(chart: Pick<Chart, 'parameters' | 'highlight'>): Parameters {
  return {
    ...chart.parameters,
    ...(chart.highlight ? { highlight: highlightParameter } : {}),
    order: orderParameter,
  };
}

/** The column and direction that a state asks for. */
export function orderOf(state: ChartState): { column: string; descending: boolean } | null {
  if (typeof state.order !== 'string') return null;
  // A column's own name may have hyphens.
  const at = state.order.lastIndexOf('-');
  return { column: state.order.slice(0, at), descending: state.order.slice(at + 1) === 'desc' };
}

const pinyinOrder = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/**
 * The rows in the order that the state asks for; what has no value comes last. The order of the picture, the table and
 * the files is one. A column that the chart does not have in this state is a problem, and its own order stays.
 */
export function arranged(
  chart: Pick<Chart, 'columns'>,
  state: ChartState,
  data: ChartData<unknown>,
): { data: ChartData<unknown>; problems: Problem[] } {
  const asked = orderOf(state);
  if (asked === null) return { data, problems: [] };
  const columns = chart.columns(state);
  const column = columns.find(({ key }) => key === asked.column);
  if (!column) {
    const allowed = allowedText.values(columns.map(({ key }) => `${key}-desc`));
    return { data, problems: [{ parameter: 'order', value: String(state.order), allowed }] };
  }
  const sign = asked.descending ? -1 : 1;
  const sorted = data.rows
    .map((row, at) => ({
      row,
      basis: data.basis[at] ?? [],
      more: data.more?.[at] ?? 0,
      value: column.value(row, 'zh'),
      at,
    }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null) || a.at - b.at;
      const difference =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : pinyinOrder.compare(String(a.value), String(b.value));
      return sign * difference || a.at - b.at;
    });
  return {
    data: {
      ...data,
      rows: sorted.map(({ row }) => row),
      basis: sorted.map(({ basis }) => basis),
      ...(data.more ? { more: sorted.map(({ more }) => more) } : {}),
    },
    problems: [],
  };
}

/** The numbers of the rows that step back because others are highlighted; none where no row is. */
export function fadedRows(
  chart: Pick<Chart, 'highlight'>,
  state: ChartState,
  rows: readonly unknown[],
): number[] {
  const wanted = Array.isArray(state.highlight) ? state.highlight : [];
  const { highlight } = chart;
  if (!highlight || wanted.length === 0) return [];
  const faded = rows.flatMap((row, at) => {
    const slug = highlight.of(row, state);
    return slug !== null && wanted.includes(slug) ? [] : [at];
  });
  return faded.length === rows.length ? [] : faded;
}
