import { expect, it } from 'vitest';
import type { Table } from '@/tables/table';
import { changesSince } from './changes-since';

function table(rows: [string, number | null][]): Table {
  return {
    columns: [
      { key: 'vendor', label: { zh: '厂商', en: 'Vendor' }, kind: 'text', unit: null },
      { key: 'total', label: { zh: '合计', en: 'Total' }, kind: 'number', unit: 'models' },
    ],
    rows: rows.map(([name, total]) => [
      { value: name, text: name, path: null },
      { value: total, text: total === null ? '—' : String(total), path: null },
    ]),
  };
}

it('finds figures that changed, went and came, whatever the order of the rows', () => {
  const earlier = table([
    ['Huawei', 6],
    ['Baidu', 1],
    ['Meta', 2],
  ]);
  const now = table([
    ['Baidu', 4],
    ['Huawei', 6],
    ['Tencent', 1],
  ]);
  expect(changesSince(earlier, now, 'en')).toEqual([
    { row: 'Baidu', column: 'Total', before: '1', now: '4' },
    { row: 'Meta', column: 'Total', before: '2', now: null },
    { row: 'Tencent', column: 'Total', before: null, now: '1' },
  ]);
});

it('does not take what is unknown for a figure', () => {
  expect(changesSince(table([['Huawei', null]]), table([['Huawei', null]]), 'en')).toEqual([]);
  expect(changesSince(table([['Huawei', null]]), table([['Huawei', 0]]), 'zh')).toEqual([
    { row: 'Huawei', column: '合计', before: null, now: '0' },
  ]);
});
