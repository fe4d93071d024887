import { answerChart } from '@/charts/engine/answer';
import { tableOf } from '@/charts/engine/answer-table';
import { changesSince, type FigureChange } from '@/charts/engine/changes-since';
import type { Snapshot } from '@/charts/engine/snapshot';
import { charts } from '@/charts/registry';
import { compare } from '@/compare/comparison';
import { cellsSince } from '@/compare/snapshot';
import { clients } from '@/database/client';
import { editionOnPrimary, type Facts, readFacts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { formatTotal } from '@/domain/totals';
import { type ProposalDraft, type Publication, rehearse } from '@/editorial/publication';
import { matchingFunding } from '@/lists/funding/matching-funding';
import { totalOfEvents } from '@/lists/funding/total-of-events';
import type { Table } from '@/tables/table';

/** What a publication would change for readers. */
export interface Effects {
  charts: { slug: string; name: Bilingual; changes: FigureChange[] }[];
  /** The total of all funding events, before and after; null where it stays. */
  total: { before: string; after: string } | null;
  /** Cells of the default comparison. */
  comparison: { subject: string; dimension: string; before: string | null; now: string | null }[];
  /** Pinned links that will show a difference from now on. */
  pinned: number;
}

/** Pinned links that are looked at. */
const mostPinned = 300;

async function tables(facts: Facts, lang: Lang): Promise<Map<string, Table>> {
  const found = new Map<string, Table>();
  for (const chart of charts)
    found.set(chart.slug, tableOf(await answerChart(facts, chart, new URLSearchParams()), lang));
  return found;
}

async function totalOf(facts: Facts, lang: Lang): Promise<string> {
  const { matching } = await matchingFunding(facts, new URLSearchParams());
  return formatTotal(totalOfEvents(matching), 'CNY', lang);
}

/** Rehearses a publication and says what readers would see change; `effects` is null where it would not be published. */
export async function effectsOf(
  draft: ProposalDraft,
  lang: Lang,
): Promise<{ publication: Publication; effects: Effects | null }> {
  // From now on nothing older is answered. The number is not asked for: it may be an earlier edition by then.
  await editionOnPrimary();
  const before = await readFacts(async (facts) => ({
    tables: await tables(facts, lang),
    total: await totalOf(facts, lang),
    comparison: await compare(facts, 'vendors', new URLSearchParams()),
  }));
  const pins = await clients().current.share.findMany({
    where: { edition: { not: null }, path: { startsWith: '/charts/' } },
    select: { snapshot: true },
    take: mostPinned,
    orderBy: { created: 'desc' },
  });
  const { publication, seen } = await rehearse(clients().current, draft, async (facts): Promise<Effects> => {
    const after = await tables(facts, lang);
    const changed = charts.flatMap(({ slug, name }) => {
      const [was, now] = [before.tables.get(slug), after.get(slug)];
      const changes = was && now ? changesSince(was, now, lang) : [];
      return changes.length === 0 ? [] : [{ slug, name, changes }];
    });
    const total = await totalOf(facts, lang);
    let pinned = 0;
    for (const { snapshot } of pins) {
      const { chart: slug, query, shown } = snapshot as unknown as Snapshot;
      const chart = charts.find((each) => each.slug === slug);
      if (!chart || !changed.some((each) => each.slug === slug)) continue;
      const today = tableOf(await answerChart(facts, chart, new URLSearchParams(query)), lang);
      if (changesSince(shown[lang].table, today, lang).length > 0) pinned += 1;
    }
    return {
      charts: changed,
      total: total === before.total ? null : { before: before.total, after: total },
      comparison: await cellsSince(facts, before.comparison, lang),
      pinned,
    };
  });
  return { publication, effects: seen };
}
