/** What matches all filters, and how many each value of each filter would leave. */
export interface Faceted<Row, Name extends string> {
  matching: Row[];
  /** Filter → value → rows that match the other filters and have the value. */
  counts: Readonly<Record<Name, ReadonlyMap<string, number>>>;
}

/**
 * Filters rows and counts facets in one pass: a row that only one filter keeps out still counts in that filter's facet.
 * `chosen` of a filter: its values, of which one is enough; none chosen means all.
 */
export function faceted<Row, Name extends string>(
  rows: readonly Row[],
  valuesOf: Readonly<Record<Name, (row: Row) => readonly string[]>>,
  chosen: Readonly<Record<NoInfer<Name>, readonly string[]>>,
): Faceted<Row, Name> {
  const names = Object.keys(valuesOf) as Name[];
  const sets = new Map(names.map((name) => [name, new Set(chosen[name])]));
  const counts = Object.fromEntries(names.map((name) => [name, new Map<string, number>()])) as Record<
    Name,
    Map<string, number>
  >;
  const matching: Row[] = [];
  for (const row of rows) {
    let against: Name | null = null;
    let several = false;
    for (const name of names) {
      const wanted = sets.get(name);
      if (!wanted || wanted.size === 0 || valuesOf[name](row).some((value) => wanted.has(value))) continue;
      if (against !== null) {
        several = true;
        break;
      }
      against = name;
    }
    if (several) continue;
    if (against === null) matching.push(row);
    for (const name of against === null ? names : [against])
      for (const value of valuesOf[name](row)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
  }
  return { matching, counts };
}
