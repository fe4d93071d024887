import { expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { arranged, orderOf, parametersOf } from './arrange';

const chart = {
  parameters: {},
  columns: () => [
    {
      key: 'open-weights',
      label: { zh: '开放权重', en: 'Open weights' },
      value: (row: unknown) => row as number,
    },
  ],
};

it('sorts by a column whose name has a hyphen, as the link says it', () => {
  const read = (query: string) => parseState(parametersOf(chart), new URLSearchParams(query));
  const { state, problems } = read('order=open-weights-desc');
  expect(problems).toEqual([]);
  expect(orderOf(state)).toEqual({ column: 'open-weights', descending: true });
  const data = { rows: [1, 3, 2], basis: [] };
  expect(arranged(chart as never, state, data as never)).toMatchObject({
    data: { rows: [3, 2, 1] },
    problems: [],
  });
  expect(arranged(chart as never, read('order=weights-asc').state, data as never).problems).toHaveLength(1);
  expect(orderOf(read('').state)).toBeNull();
});
