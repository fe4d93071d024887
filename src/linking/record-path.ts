/** The page of a record of a kind, without the language; null for kinds that have none of their own. */
export function recordPath(kind: string, slug: string): string | null {
  if (kind === 'organization') return `/vendors/${slug}`;
  if (kind === 'model') return `/models/${slug}`;
  if (kind === 'industry') return `/industries/${slug}`;
  if (kind === 'funding-event') return `/funding/${slug}`;
  if (kind === 'source') return `/sources/${slug}`;
  if (kind === 'indicator') return `/indicators/${slug}`;
  return null;
}
