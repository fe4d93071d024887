/**
 * What there is once in a process, under its name: made by the first that asks. The front, routes and pages are bundled apart and
 * run in one process; what stands in a file of their own each of them would have a copy of, and a reload during development
 * would make it anew.
 */
export function remember<T>(name: string, make: () => T): T {
  const { trackerRemembers } = globalThis as { trackerRemembers?: Map<string, unknown> };
  const all = trackerRemembers ?? new Map<string, unknown>();
  if (!trackerRemembers) Object.assign(globalThis, { trackerRemembers: all });
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as T;
}

/** The same for what follows from something that may change, such as an address: of another `key` it is made anew. */
export function rememberFor<T>(name: string, key: string, make: (former: T | undefined) => T): T {
  const kept = remember<{ key?: string; value?: T }>(name, () => ({}));
  if (kept.key !== key || kept.value === undefined) {
    kept.value = make(kept.value);
    kept.key = key;
  }
  return kept.value;
}
