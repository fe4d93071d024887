import { expect, it } from 'vitest';
import { machineDate } from './partial-time';

it.each([
  ['2023', '2023'],
  ['2023-02', '2023-02'],
  ['2023-02-24', '2023-02-24'],
  // Any month of the quarter would say more than is known.
  ['2023-Q1', null],
  ['2023-02/2023-03', null],
])('gives machines %s as %s', (date, machine) => {
  expect(machineDate(date)).toBe(machine);
});
