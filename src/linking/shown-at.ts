import { recordPath } from './record-path';

/**
 * A value of an indicator: its page, with the subject that the value is of, since the page shows only some of them by
 * itself, at the row of the value.
 */
export function observationPath(indicator: string, slug: string): string {
  return `/indicators/${indicator}?observation=${slug}#${slug}`;
}

/** Where a record is shown, also one that is a part of another's page; without the language. */
export function shownAt(kind: string, slug: string, owner: string | null): string | null {
  if (kind === 'observation') return owner === null ? null : observationPath(owner, slug);
  if (kind === 'placement') return `/value-chain#matrix`;
  if (kind === 'layer') return `/value-chain#${slug}`;
  if (kind === 'people-move') return '/people';
  if (kind === 'thesis') return `/method#thesis-${slug}`;
  if (kind === 'coverage') return owner === null ? null : `/vendors/${owner}#industries`;
  if (kind === 'position') return owner === null ? null : `/vendors/${owner}#positioning`;
  if (kind === 'platform' || kind === 'product') return owner === null ? null : `/vendors/${owner}#${slug}`;
  return recordPath(kind, slug);
}
