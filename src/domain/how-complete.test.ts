import { expect, it } from 'vitest';
import { howComplete, howCompleteOf } from './how-complete';
import { dateSpan } from './partial-date';

const of = (...dates: (string | null)[]) =>
  howComplete(dates.map((date) => (date === null ? null : dateSpan(date))));

it('tells the newest month, the records of its quarter beside those before, and how many have no date', () => {
  expect(
    of('2026-07-31', '2026-08', '2026-05', '2026-Q2', '2025-12-01', '2025-11', '2026', '2027', null),
  ).toEqual({
    records: 9,
    undated: 1,
    newest: '2026-08',
    last: { quarter: '2026-Q3', records: 2, before: 1 },
  });
});

it('has no end where no record is dated to a month', () => {
  expect(of('2026', null)).toEqual({ records: 2, undated: 1, newest: null, last: null });
  expect(of()).toEqual({ records: 0, undated: 0, newest: null, last: null });
});

it('says the same of what was counted before', () => {
  const quarters = [
    { quarter: '2025-Q4', records: 2 },
    { quarter: '2026-Q1', records: 6 },
  ];
  expect(howCompleteOf({ records: 9, undated: 1, newest: '2026-02', quarters }).last).toEqual({
    quarter: '2026-Q1',
    records: 6,
    before: 0.5,
  });
});
