import type { ResultGroup } from '@/app/search-results';

/** Asks for what stands in a field once no key was pressed for `pause` ms; the next key ends what was asked before. */
export function whenTyped(
  field: HTMLInputElement,
  ask: (text: string, signal: AbortSignal) => Promise<void>,
  pause = 120,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ending = new AbortController();
  field.addEventListener('input', () => {
    clearTimeout(timer);
    ending.abort();
    ending = new AbortController();
    const { signal } = ending;
    timer = setTimeout(() => ask(field.value.trim(), signal), pause);
  });
}

/** What the search finds for a text; null where it does not answer, or nobody waits for it any more. */
export async function foundNames(
  text: string,
  options: { kind?: string; limit: number; signal?: AbortSignal },
): Promise<readonly ResultGroup[] | null> {
  const query = new URLSearchParams({ q: text, limit: String(options.limit) });
  if (options.kind) query.set('kind', options.kind);
  try {
    const answer = await fetch(`/api/v1/search?${query}`, { signal: options.signal ?? null });
    if (!answer.ok) return [];
    const { groups } = (await answer.json()) as { groups: ResultGroup[] };
    return options.signal?.aborted ? null : groups;
  } catch {
    return null;
  }
}
