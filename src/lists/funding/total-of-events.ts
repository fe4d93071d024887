import { memoizeByObject } from '@/database/memoize-by-object';
import type { FundingFilter, FundingMatches } from '@/database/queries/funding-events-matching';
import { totalRaised } from '@/database/queries/money-raised';
import type { Total } from '@/domain/totals';

/** The filter that every event matches, newest first, in CNY. */
export const everyEvent: FundingFilter = {
  text: '',
  organizations: [],
  families: [],
  types: [],
  vias: [],
  from: null,
  to: null,
  currency: 'CNY',
  min: null,
  order: 'newest',
};

/** What these events raised together. */
export const totalOfEvents = memoizeByObject(
  ({ columns, rows, currency, whole }: FundingMatches): Total =>
    totalRaised(columns, { currency, whole }, rows),
);
