/** The query of a page as Next gives it, as URLSearchParams again. */
export function searchOf(given: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const each of value === undefined ? [] : [value].flat()) search.append(name, each);
  }
  return search;
}
