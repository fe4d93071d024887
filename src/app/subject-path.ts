import { recordPath } from './record-path';

/**
 * The page of a record that something is about, without the language; a product is a part of its vendor's page.
 * Null for kinds without a page.
 */
export function subjectPath(about: { kind: string; slug: string; vendor: string | null }): string | null {
  if (about.kind === 'product' || about.kind === 'platform')
    return about.vendor === null ? null : `/vendors/${about.vendor}#${about.slug}`;
  return recordPath(about.kind, about.slug);
}
