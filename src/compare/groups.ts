import type { groupNames } from '@/i18n/compare';

/** A group of dimensions. `hide=` in the address names it. */
export type GroupKey = keyof typeof groupNames;

/** The groups in their order on the page. */
export const groups: readonly GroupKey[] = [
  'identity',
  'models',
  'platform',
  'industries',
  'chain',
  'positioning',
  'funding',
  'evidence',
];
