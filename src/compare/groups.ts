import type { groupNames } from '@/i18n/compare';

/** A group of dimensions. `hide=` in the address names it. */
export type GroupKey = keyof typeof groupNames;
