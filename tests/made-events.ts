import type { FundingRead } from '@/charts/facts/funding-events';
import {
  columnsOf,
  dayNumber,
  type EventRow,
  type NamedOrganization,
} from '@/database/queries/funding-columns';
import type { Bilingual } from '@/domain/bilingual';
import type { FundingType } from '@/domain/funding-type';
import type { SumSpan } from '@/domain/sum-spans';
import type { ParticipationRole } from '@/records/funding-event/schema';

type Range = { min: number | null; max: number | null };

type Named = Omit<NamedOrganization, 'words'>;

/** A funding event as the tests of the charts make it up. */
export interface MadeEvent {
  id: number;
  slug: string;
  company: Named;
  type?: FundingType;
  round: string | null;
  roundFamily: string;
  announced: { from: string; to: string } | null;
  /** null: undisclosed. */
  amount?: { cny: Range | null; usd: Range | null } | null;
  leftOut?: Bilingual | null;
  investors?: (Named & { role: ParticipationRole | null })[];
  /** What it spans, of a sum over several rounds. */
  sum?: SumSpan | null;
}

/** What charts of funding would read if these events were on record, without evidence. */
export function readOfEvents(events: readonly MadeEvent[]): FundingRead {
  const ids = new Map<string, number>();
  const organizations = new Map<number, NamedOrganization>();
  const idOf = (organization: Named) => {
    const id = ids.get(organization.slug) ?? ids.size + 1;
    ids.set(organization.slug, id);
    organizations.set(id, { ...organization, words: '' });
    return id;
  };
  const rows = events.map(
    ({
      company,
      type,
      round,
      roundFamily,
      announced,
      amount,
      leftOut,
      investors,
      sum,
      id,
      slug,
    }): EventRow => ({
      // Several events of one test may have the same number; only the slug is shown.
      id,
      slug,
      organization: idOf(company),
      sort: {
        type: type ?? 'round',
        round,
        family: roundFamily,
        raised: (leftOut ?? null) === null,
        leftOut: leftOut ?? null,
      },
      from: announced && dayNumber(announced.from),
      to: announced && dayNumber(announced.to),
      currency: amount ? 'other' : null,
      min: amount ? 1 : null,
      max: null,
      cnyMin: amount?.cny?.min ?? null,
      cnyMax: amount?.cny?.max ?? null,
      usdMin: amount?.usd?.min ?? null,
      usdMax: amount?.usd?.max ?? null,
      sum: sum ?? null,
      tookPart: (investors ?? []).map(({ role, ...investor }) => ({ investor: idOf(investor), role })),
    }),
  );
  return {
    columns: columnsOf(rows, organizations),
    evidence: { record: new Int32Array(), source: new Int32Array(), marks: new Int32Array() },
  };
}
