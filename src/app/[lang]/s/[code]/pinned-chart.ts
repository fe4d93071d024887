import { type Answer, answerChart, chartPath } from '@/charts/engine/answer';
import { tableOf } from '@/charts/engine/answer-table';
import { changesSince, type FigureChange } from '@/charts/engine/changes-since';
import type { Snapshot } from '@/charts/engine/snapshot';
import { findChart } from '@/charts/registry';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';

/** What has become of a pinned chart: today's figures against its own. Null where the chart is no longer made. */
export interface SincePinned {
  changes: FigureChange[];
  /** Today's chart in the same state, without the language. */
  path: string;
}

/** Asks today's facts the question of a pinned link. */
export async function sincePinned(facts: Facts, snapshot: Snapshot, lang: Lang): Promise<SincePinned | null> {
  const found = findChart(snapshot.chart);
  if (!found) return null;
  const today: Answer = await answerChart(facts, found.chart, new URLSearchParams(snapshot.query), [], true);
  return {
    changes: changesSince(snapshot.shown[lang].table, tableOf(today, lang), lang),
    path: chartPath(today),
  };
}
