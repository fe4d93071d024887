import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { type Comparison, compare } from './comparison';
import { writeComparison } from './state';
import { subjectKinds } from './subject-kinds';
import { missingText, valueText } from './text';

/** Everything that a pinned comparison showed. Plain data: it is stored as JSON and read by later versions of the code. */
export interface ComparisonSnapshot {
  version: 1;
  comparison: Comparison;
}

/** Is what a pinned link keeps a comparison? Otherwise it is a chart. */
export function isComparisonSnapshot(snapshot: unknown): snapshot is ComparisonSnapshot {
  return typeof snapshot === 'object' && snapshot !== null && 'comparison' in snapshot;
}

/** A comparison read back from a pinned link. */
export function pinnedComparison({ comparison }: ComparisonSnapshot): Comparison {
  const { published } = comparison;
  return { ...comparison, published: published === null ? null : new Date(published) };
}

/** A cell that says something else now; null where there was or is no such cell. */
export interface CellChange {
  subject: string;
  dimension: string;
  before: string | null;
  now: string | null;
}

function textsOf({ rows, subjects }: Comparison, lang: Lang): Map<string, CellChange & { text: string }> {
  const texts = new Map<string, CellChange & { text: string }>();
  for (const { dimension, cells } of rows) {
    cells.forEach((cell, at) => {
      const subject = subjects[at];
      if (!subject) return;
      const text = cell.value === null ? missingText(cell.missing, lang) : valueText(cell.value, lang);
      const named = { subject: subject.name[lang], dimension: dimension.label[lang] };
      texts.set(`${subject.slug} ${dimension.key}`, { ...named, text, before: null, now: null });
    });
  }
  return texts;
}

/** Which cells of a pinned comparison are others today? */
export async function cellsSince(facts: Facts, pinned: Comparison, lang: Lang): Promise<CellChange[]> {
  const kind = subjectKinds[pinned.state.kind];
  const query = writeComparison(kind, { ...pinned.state, asKnown: '' }, true);
  const today = textsOf(await compare(facts, kind.key, new URLSearchParams(query)), lang);
  const before = textsOf(pinned, lang);
  return [...before].flatMap(([key, { subject, dimension, text }]) => {
    const now = today.get(key)?.text ?? null;
    return now === text ? [] : [{ subject, dimension, before: text, now }];
  });
}
