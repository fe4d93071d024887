/** The slugs nearest to what was written, nearest first: same beginning or few letters apart. At most `most`. */
export function closest(written: string, slugs: readonly string[], most: number): string[] {
  const scored = slugs.map((slug) => ({ slug, far: farApart(written, slug) }));
  return scored
    .filter(({ far, slug }) => far <= Math.max(2, Math.floor(slug.length / 2)))
    .sort((a, b) => a.far - b.far || (a.slug < b.slug ? -1 : 1))
    .slice(0, most)
    .map(({ slug }) => slug);
}

/** Is a name one of these, mistyped? Names of two or three letters are near to everything, so they are no slips. */
export function isSlipOf(written: string, names: readonly string[]): boolean {
  const small = written.toLowerCase();
  if (small.length < 4 || small.length > 40) return false;
  return names.some(
    (name) => name.length > 3 && editDistance(small, name.toLowerCase()) <= Math.floor(name.length / 3),
  );
}

function farApart(written: string, slug: string): number {
  if (slug.startsWith(written) || written.startsWith(slug) || slug.includes(written)) return 0.5;
  return editDistance(written.slice(0, 64), slug);
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
