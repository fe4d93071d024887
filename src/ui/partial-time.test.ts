import { expect, it } from 'vitest';
import { machineDate } from './partial-time';

it.each([
  ['2023', '2023'],
  ['2023-02', '2023-02'],
  ['2023-02-24', '2023-02-24'],
  // Any month of the quarter would say more than is known.
  ['2023-Q1', null],
  ['2023-02/2023-03', null],
  // The period of an average rate is no date of a record: all its months, though they are a year.
  ['2019-01/2019-12', null],
])('gives machines %s as %s', (date, machine) => {
  expect(machineDate(date)).toBe(machine);
});
