import type { ResultGroup } from '@/app/search-results';

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
