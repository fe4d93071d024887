import { expect, it } from 'vitest';
import { packRows, unpackRows } from './packed-rows';

const arrived = (rows: readonly unknown[]) => unpackRows(JSON.parse(JSON.stringify(packRows(rows))));

it('gives back the rows that were packed', () => {
  const rows = [
    { of: 'a', name: { zh: '甲', en: 'A' }, unit: 'CNY', value: null },
    { of: 'b', name: { zh: '乙', en: 'B' }, unit: 'CNY', value: 0 },
  ];
  expect(arrived(rows)).toEqual(rows);
  expect(JSON.stringify(packRows(rows)).match(/CNY/g)).toHaveLength(1);
  for (const odd of [
    [],
    [1, 2],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [[1], [2]],
    [null, { a: 1 }],
  ])
    expect(arrived(odd)).toEqual(odd);
});

it('keeps rows as they are where one lacks a field', () => {
  const rows = [
    { a: 1, b: undefined },
    { a: 2, b: 3 },
  ];
  expect(arrived(rows)).toEqual([{ a: 1 }, { a: 2, b: 3 }]);
});
