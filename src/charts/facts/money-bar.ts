import type { Bar } from '../families/bar-rows-layout';
import type { FundingSum } from './funding-sum';

/** A sum as a bar: solid up to the floor, hatched up to the ceiling, an arrow where there is none. */
export function moneyBar<Colour>(sum: FundingSum, colour: Colour, text: string): Bar<Colour> {
  const known = sum.events > sum.undisclosed;
  return {
    pieces: known ? [{ column: 'floor', value: sum.floor, colour }] : [],
    ceiling: known && sum.ceiling !== null ? { column: 'ceiling', value: sum.ceiling } : null,
    open: known && sum.ceiling === null,
    text,
  };
}
