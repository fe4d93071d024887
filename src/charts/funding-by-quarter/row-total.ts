import type { Lang } from '@/domain/bilingual';
import { formatTotal, type Total } from '@/domain/totals';
import { currencyOf, type FundingRow, type State } from './rows';

type Sum = Pick<Total, 'atLeast' | 'atMost' | 'counted' | 'undisclosed'>;

/** A row as a total. */
export function totalOfRow(row: FundingRow): Sum {
  const { floor, ceiling, events, undisclosed } = row;
  return { atLeast: floor, atMost: ceiling, counted: events - undisclosed, undisclosed };
}

/** The total of several rows. */
export function totalOfRows(rows: readonly FundingRow[]): Sum {
  const sum = (values: number[]) => values.sort((a, b) => a - b).reduce((all, each) => all + each, 0);
  const totals = rows.map(totalOfRow);
  return {
    atLeast: sum(totals.map((each) => each.atLeast)),
    atMost: totals.some((each) => each.atMost === null) ? null : sum(totals.map((each) => each.atMost ?? 0)),
    counted: sum(totals.map((each) => each.counted)),
    undisclosed: sum(totals.map((each) => each.undisclosed)),
  };
}

/** A total in words: 至少 50亿元，至多 60亿元，另有 2 笔未披露. */
export function totalInWords(total: Sum, state: State, lang: Lang): string {
  return formatTotal(total, currencyOf(state), lang);
}
