import { formatMoney } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import type { Currency } from '@/domain/currency';
import { formatTotal } from '@/domain/totals';
import { choice } from '@/linking/parameters';
import { numberColumn } from '../engine/columns';
import type { Column } from '../engine/definition';

/** Funding added up. Money in units of the currency of the state. */
export type FundingSum = {
  events: number;
  /** The sum of what is surely there; undisclosed amounts are not in it. */
  floor: number;
  /** The most that the stated amounts allow; null where one of them has no upper bound, or is not disclosed. */
  ceiling: number | null;
  /** Events without an amount. Never counted as zero. */
  undisclosed: number;
};

export const currencyParameter = choice(
  { zh: '货币', en: 'Currency' },
  [
    { value: 'cny', label: { zh: '人民币', en: 'Chinese yuan (CNY)' } },
    { value: 'usd', label: { zh: '美元', en: 'US dollars (USD)' } },
  ],
  'cny',
);

/** The currency that a state asks for. */
export function currencyOf(state: { readonly currency: 'cny' | 'usd' }): 'CNY' | 'USD' {
  return state.currency === 'usd' ? 'USD' : 'CNY';
}

/** The sum of sums. */
export function sumOfSums(sums: readonly FundingSum[]): FundingSum {
  const add = (values: number[]) => values.sort((a, b) => a - b).reduce((all, each) => all + each, 0);
  return {
    events: add(sums.map((each) => each.events)),
    floor: add(sums.map((each) => each.floor)),
    ceiling: sums.some((each) => each.ceiling === null) ? null : add(sums.map((each) => each.ceiling ?? 0)),
    undisclosed: add(sums.map((each) => each.undisclosed)),
  };
}

/** The part of a sum whose amounts are known. */
export function disclosedPart(sum: FundingSum): FundingSum {
  return { ...sum, events: sum.events - sum.undisclosed, undisclosed: 0 };
}

/** A sum in words: 至少 50亿元，至多 60亿元，另有 2 笔未披露. */
export function sumInWords(sum: FundingSum, currency: Currency, lang: Lang): string {
  const { floor, ceiling, events, undisclosed } = sum;
  const total = { atLeast: floor, atMost: ceiling, counted: events - undisclosed, undisclosed };
  return formatTotal(total, currency, lang);
}

const notKnown = { zh: '不明', en: 'not known' };

/** The columns of a sum: events, floor, ceiling, undisclosed. Without any amount floor and ceiling are empty, not zero. */
export function fundingColumns<Row extends FundingSum>(currency: Currency): Column<Row>[] {
  const money = (lang: Lang, value: number) => formatMoney(value, currency, lang);
  const known = (row: Row) => row.events > row.undisclosed;
  return [
    numberColumn('events', { zh: '笔数', en: 'Events' }, (row) => row.events, { unit: 'events' }),
    numberColumn('floor', { zh: '至少', en: 'At least' }, (row) => (known(row) ? row.floor : null), {
      unit: currency,
      text: (row, lang) => (known(row) ? money(lang, row.floor) : '—'),
    }),
    numberColumn('ceiling', { zh: '至多', en: 'At most' }, (row) => (known(row) ? row.ceiling : null), {
      unit: currency,
      text: (row, lang) =>
        !known(row) ? '—' : row.ceiling === null ? notKnown[lang] : money(lang, row.ceiling),
    }),
    numberColumn('undisclosed', { zh: '未披露', en: 'Undisclosed' }, (row) => row.undisclosed, {
      unit: 'events',
    }),
  ];
}
