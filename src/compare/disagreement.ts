import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { sourceName } from '@/i18n/source-byline';
import type { Cell } from './subject-kind';

/** What one source states, where another states something else. */
export interface Disagreement {
  stated: string;
  sources: string[];
}

/**
 * What sources state differently of one figure or date; empty where they agree. Only where a cell holds a single
 * value: the words behind a list of names differ because they speak of different things.
 */
export function disagreementIn(cell: Cell, lang: Lang): Disagreement[] {
  if (cell.value === null || (cell.value.kind !== 'range' && cell.value.kind !== 'date')) return [];
  const bySaying = new Map<string, Set<string>>();
  for (const { stated, source } of cell.evidence as readonly Evidence[]) {
    if (stated === null) continue;
    bySaying.set(stated, (bySaying.get(stated) ?? new Set()).add(sourceName(source, lang)));
  }
  if (bySaying.size < 2) return [];
  return [...bySaying].map(([stated, sources]) => ({ stated, sources: [...sources] }));
}
