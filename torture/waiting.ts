/** A pause that is part of what is done, not a wait for something. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Looks again and again until the condition holds; the seconds that it took, or null where it did not within `limit` seconds. */
export async function secondsUntil(
  condition: () => Promise<boolean> | boolean,
  limit: number,
  every = 25,
): Promise<number | null> {
  const start = performance.now();
  const passed = () => (performance.now() - start) / 1000;
  while (passed() < limit) {
    if (await Promise.resolve(condition()).catch(() => false)) return passed();
    await pause(every);
  }
  return null;
}
