import type { NeededRecords } from './needed-records';
import type { RowDecision } from './planned-row';
import type { RowReader } from './row-reader';

/** What the planner of a kind works with. */
export interface RowTools {
  reader: RowReader;
  needed: NeededRecords;
  decision: RowDecision;
}

/** The record that a row says; its slug is that of the one on record where it is about that. */
export interface RowPlan {
  name: string;
  slug: string;
  payload: Record<string, unknown>;
}
