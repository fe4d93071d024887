import { describe, expect, it } from 'vitest';
import { type ComparableEvent, likenessOf } from './funding-duplicates';

const event = (part: Partial<ComparableEvent>): ComparableEvent => ({
  organization: 'zhipu',
  announced: '2023-10',
  min: 1e8,
  max: 2e8,
  round: 'A轮',
  investors: ['hongshan'],
  ...part,
});

describe('events that may be one', () => {
  it('share more than one thing', () => {
    expect(likenessOf(event({}), event({ announced: '2023-11-20', min: 1.5e8, max: null }))).toEqual([
      'round',
      'amount',
      'date',
      'investors',
    ]);
    expect(likenessOf(event({}), event({ organization: 'moonshot' }))).toEqual([]);
  });

  it('are not one for the round alone: second closings exist', () => {
    expect(likenessOf(event({}), event({ announced: '2024-10', min: 9e8, max: 9e8, investors: [] }))).toEqual(
      [],
    );
  });

  it('take an undisclosed amount for no amount at all', () => {
    expect(likenessOf(event({}), event({ min: null, max: null, round: null, investors: [] }))).toEqual([]);
  });

  it('read a date by its precision', () => {
    const other = { min: 9e9, max: 9e9, investors: [] };
    expect(likenessOf(event({ announced: '2023' }), event({ ...other, announced: '2024-02-20' }))).toEqual([
      'round',
      'date',
    ]);
    expect(likenessOf(event({ announced: '2023' }), event({ ...other, announced: '2024-03-20' }))).toEqual(
      [],
    );
  });
});
