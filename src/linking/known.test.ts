import { describe, expect, it } from 'vitest';
import { readKnown, writeKnown } from './known';

const read = (query: string) => readKnown(new URLSearchParams(query));

describe('as known on', () => {
  it.each(['', 'edition=3', 'known=2024-06-30'])('%o reads and writes the same', (query) => {
    const { known, problems } = read(query);
    expect(problems).toEqual([]);
    expect(writeKnown(known)).toBe(query);
  });

  it.each([
    ['edition=0', 'edition'],
    ['edition=-1', 'edition'],
    ['edition=1.5', 'edition'],
    ['edition=99999999999', 'edition'],
    ['edition=1&edition=2', 'edition'],
    ['known=2023-02-30', 'known'],
    ['known=yesterday', 'known'],
    ['known=2023', 'known'],
    ['edition=1&known=2024-06-30', 'known'],
  ])('%s is told, and today stands', (query, parameter) => {
    const { known, problems } = read(query);
    expect(known).toEqual({ kind: 'now' });
    expect(problems).toMatchObject([{ parameter }]);
  });

  it('takes an empty field of a form for no wish', () => {
    expect(read('edition=&known=')).toEqual({ known: { kind: 'now' }, problems: [] });
  });
});
