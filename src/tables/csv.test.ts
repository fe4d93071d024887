import { expect, it } from 'vitest';
import { csvOf } from './csv';

const column = (key: string, unit: string | null = null) => ({
  key,
  label: { zh: key, en: key },
  kind: 'text' as const,
  unit,
});
const cell = (value: string | number | null) => ({ value, text: 'shown', path: null });

it('quotes, keeps numbers in full, leaves unknown empty and ends lines as RFC 4180 says', () => {
  const table = {
    columns: [column('a'), column('floor', 'CNY')],
    rows: [
      [cell('x, "y"'), cell(5_000_000_000)],
      [cell('多行\n文'), cell(null)],
    ],
  };
  expect(csvOf(table, 'en', false)).toBe('a,floor (CNY)\r\n"x, ""y""",5000000000\r\n"多行\n文",\r\n');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1+1', '＋1', '－1', '＠SUM(A1)', '\u3000=1', '\u00a0@x'])(
  'defuses %j',
  (formula) => {
    const [, line] = csvOf({ columns: [column('a')], rows: [[cell(formula)]] }, 'zh', false).split('\r\n');
    expect(line).toBe(`'${formula}`);
  },
);

it('quotes what another program would take for the end of a field', () => {
  const table = {
    columns: [column('a')],
    rows: [[cell('\t=1')], [cell('a;=1')], [cell('a\t=1')], [cell('a\r=1')]],
  };
  expect(csvOf(table, 'zh', false)).toBe('a\r\n"\'\t=1"\r\n"a;=1"\r\n"a\t=1"\r\n"a\r=1"\r\n');
});

it('does not touch negative numbers, and starts with the mark on request', () => {
  expect(csvOf({ columns: [column('a')], rows: [[cell(-1)]] }, 'zh', true)).toBe('\ufeffa\r\n-1\r\n');
});
