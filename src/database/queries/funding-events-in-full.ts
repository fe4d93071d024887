import type { AmountKind, BoundKind } from '@/domain/amount';
import type { Bilingual } from '@/domain/bilingual';
import type { Currency } from '@/domain/currency';
import type { Evidence, EvidenceKind } from '@/domain/evidence';
import type { RateBasis } from '@/domain/exchange';
import type { FundingType } from '@/domain/funding-type';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { SourceVia } from '@/domain/source-via';
import type { ParticipationRole } from '@/records/funding-event/schema';
import type { Facts } from '../reading';
import { bilingualOrNull, partialDateOrNull, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';

/** An amount as somebody stated it: its words, its currency and the range that they allow. */
export interface StatedAmount {
  text: string | null;
  currency: Currency | null;
  min: number | null;
  max: number | null;
  kind: AmountKind;
}

export interface StatedValuation {
  text: string;
  currency: Currency;
  min: number | null;
  max: number | null;
  when: 'pre' | 'post' | 'not-stated';
}

/** What one source says of the event. */
export interface FundingStatementInFull {
  position: number;
  source: {
    slug: string;
    title: string;
    publisher: string | null;
    url: string | null;
    via: SourceVia | null;
    carrier: string | null;
    published: PartialDate | null;
  };
  locator: string | null;
  kind: EvidenceKind;
  seen: boolean;
  standing: 'stands' | 'superseded';
  round: string | null;
  announced: PartialDate | null;
  amount: StatedAmount | null;
  valuation: StatedValuation | null;
  doubt: Bilingual | null;
  note: Bilingual | null;
}

export interface ParticipationInFull {
  investor: { slug: string; name: Bilingual };
  role: ParticipationRole | null;
  note: Bilingual | null;
}

/** How the amount was converted; rates are units for one US dollar. */
export interface FundingConversion {
  perUsd: number;
  cnyPerUsd: number;
  period: string;
  basis: RateBasis;
  source: { slug: string; title: string } | null;
}

/** A funding event with everything that is known of it. */
export interface FundingEventInFull {
  id: number;
  slug: string;
  organization: { id: number; slug: string; name: Bilingual };
  type: FundingType;
  round: string | null;
  announced: PartialDate | null;
  closed: PartialDate | null;
  registered: PartialDate | null;
  greenshoeIncluded: boolean | null;
  note: Bilingual | null;
  /** What the standing statements allow together. */
  amount: {
    currency: Currency | null;
    min: number | null;
    max: number | null;
    minBound: BoundKind | null;
    maxBound: BoundKind | null;
    kind: AmountKind;
  };
  converted: Record<'CNY' | 'USD', { min: number | null; max: number | null }>;
  conversion: FundingConversion | null;
  partOf: { slug: string; round: string | null; type: FundingType } | null;
  parts: { slug: string; round: string | null; type: FundingType }[];
  /** What it spans, of a sum over several rounds: rounds by name, a time, whose money. */
  spans: {
    events: { slug: string; round: string | null; type: FundingType }[];
    from: PartialDate | null;
    to: PartialDate | null;
    ofSomeInvestors: boolean;
  };
  /** Sums over several rounds that name this event. */
  spannedBy: { slug: string; round: string | null; type: FundingType }[];
  statements: FundingStatementInFull[];
  participations: ParticipationInFull[];
  evidence: Evidence[];
}

interface Span {
  from: string;
  to: string;
  precision: Precision;
}

interface Row {
  id: number;
  slug: string;
  organizationId: number;
  organization: string;
  organizationZh: string;
  organizationEn: string;
  type: FundingType;
  round: string | null;
  announced: Span | null;
  closed: Span | null;
  registered: Span | null;
  greenshoeIncluded: boolean | null;
  note: Bilingual | null;
  currency: Currency | null;
  min: number | null;
  max: number | null;
  minBound: BoundKind | null;
  maxBound: BoundKind | null;
  kind: AmountKind;
  cnyMin: number | null;
  cnyMax: number | null;
  usdMin: number | null;
  usdMax: number | null;
  ratePerUsd: number | null;
  rateCnyPerUsd: number | null;
  ratePeriod: string | null;
  rateBasis: RateBasis | null;
  rateSource: { slug: string; title: string } | null;
  partOf: FundingEventInFull['partOf'];
  parts: FundingEventInFull['parts'];
  spans: FundingEventInFull['parts'];
  spansFrom: Span | null;
  spansTo: Span | null;
  ofSomeInvestors: boolean | null;
  spannedBy: FundingEventInFull['spannedBy'];
  statements: (Omit<FundingStatementInFull, 'announced' | 'source'> & {
    announced: Span | null;
    source: Omit<FundingStatementInFull['source'], 'published'> & { published: Span | null };
  })[];
  participations: ParticipationInFull[];
}

function dateOf(span: Span | null): PartialDate | null {
  return span === null ? null : partialDateOf(span);
}

/** What is known of these funding events? In the order of the ids. */
export async function fundingEventsInFull(
  facts: Facts,
  ids: readonly number[],
): Promise<FundingEventInFull[]> {
  if (ids.length === 0) return [];
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT f.id, f.slug, f.organization_id AS "organizationId", o.slug AS organization, o.name_zh AS "organizationZh", o.name_en AS "organizationEn", f.type, f.round,
      ${partialDateOrNull('f.announced')} AS announced,
      ${partialDateOrNull('f.closed')} AS closed,
      ${partialDateOrNull('f.registered')} AS registered,
      f.greenshoe_included AS "greenshoeIncluded",
      ${bilingualOrNull('f.note')} AS note,
      f.amount_currency AS currency, f.amount_min AS min, f.amount_max AS max,
      f.amount_min_bound AS "minBound", f.amount_max_bound AS "maxBound", f.amount_kind AS kind,
      f.cny_min AS "cnyMin", f.cny_max AS "cnyMax", f.usd_min AS "usdMin", f.usd_max AS "usdMax",
      f.rate_per_usd AS "ratePerUsd", f.rate_cny_per_usd AS "rateCnyPerUsd", f.rate_period AS "ratePeriod", f.rate_basis AS "rateBasis",
      (SELECT jsonb_build_object('slug', s.slug, 'title', s.title) FROM source s WHERE s.id = f.rate_source_id) AS "rateSource",
      (SELECT jsonb_build_object('slug', w.slug, 'round', w.round, 'type', w.type) FROM funding_event w WHERE w.id = f.part_of_id) AS "partOf",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', p.slug, 'round', p.round, 'type', p.type) ORDER BY p.slug), '[]')
        FROM funding_event p WHERE p.part_of_id = f.id) AS parts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', e.slug, 'round', e.round, 'type', e.type)
          ORDER BY e.announced_from NULLS LAST, e.slug), '[]')
        FROM funding_span s JOIN funding_event e ON e.id = s.event_id WHERE s.record_id = f.id) AS spans,
      ${partialDateOrNull('f.spans_from')} AS "spansFrom",
      ${partialDateOrNull('f.spans_to')} AS "spansTo",
      f.of_some_investors AS "ofSomeInvestors",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', e.slug, 'round', e.round, 'type', e.type) ORDER BY e.slug), '[]')
        FROM funding_span s JOIN funding_event e ON e.id = s.record_id WHERE s.event_id = f.id) AS "spannedBy",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('position', t.position,
          'source', jsonb_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher, 'url', s.url,
            'via', s.via, 'carrier', s.carrier,
            'published', ${partialDateOrNull('s.published')}),
          'locator', t.locator, 'kind', t.kind, 'seen', t.seen, 'standing', t.standing, 'round', t.round,
          'announced', ${partialDateOrNull('t.announced')},
          'amount', CASE WHEN t.amount_kind IS NOT NULL THEN jsonb_build_object('text', t.amount_text,
            'currency', t.amount_currency, 'min', t.amount_min, 'max', t.amount_max, 'kind', t.amount_kind) END,
          'valuation', CASE WHEN t.valuation_text IS NOT NULL THEN jsonb_build_object('text', t.valuation_text,
            'currency', t.valuation_currency, 'min', t.valuation_min, 'max', t.valuation_max, 'when', t.valuation_when) END,
          'doubt', ${bilingualOrNull('t.doubt')},
          'note', ${bilingualOrNull('t.note')}
        ) ORDER BY t.position), '[]') FROM funding_statement t JOIN source s ON s.id = t.source_id WHERE t.record_id = f.id) AS statements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', p.role,
          'investor', ${slugAndName('i')},
          'note', ${bilingualOrNull('p.note')}
        ) ORDER BY p.position), '[]') FROM participation p JOIN organization i ON i.id = p.investor_id WHERE p.record_id = f.id) AS participations
    FROM funding_event f JOIN organization o ON o.id = f.organization_id
    WHERE f.id = ANY(${ids}::int[])
    ORDER BY array_position(${ids}::int[], f.id)`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => eventOf(row, evidence.get(row.id) ?? []));
}

function eventOf(row: Row, evidence: Evidence[]): FundingEventInFull {
  const { currency, min, max } = row;
  // A sum needs no rate in its own currency, also where it has no date to find one for.
  const own = (code: Currency) => (currency === code ? { min, max } : { min: null, max: null });
  const { ratePerUsd, rateCnyPerUsd, ratePeriod, rateBasis } = row;
  return {
    id: row.id,
    slug: row.slug,
    organization: {
      id: row.organizationId,
      slug: row.organization,
      name: { zh: row.organizationZh, en: row.organizationEn },
    },
    type: row.type,
    round: row.round,
    announced: dateOf(row.announced),
    closed: dateOf(row.closed),
    registered: dateOf(row.registered),
    greenshoeIncluded: row.greenshoeIncluded,
    note: row.note,
    amount: { currency, min, max, minBound: row.minBound, maxBound: row.maxBound, kind: row.kind },
    converted: {
      CNY: { min: row.cnyMin ?? own('CNY').min, max: row.cnyMax ?? own('CNY').max },
      USD: { min: row.usdMin ?? own('USD').min, max: row.usdMax ?? own('USD').max },
    },
    conversion:
      ratePerUsd === null || rateCnyPerUsd === null || ratePeriod === null || rateBasis === null
        ? null
        : {
            perUsd: ratePerUsd,
            cnyPerUsd: rateCnyPerUsd,
            period: ratePeriod,
            basis: rateBasis,
            source: row.rateSource,
          },
    partOf: row.partOf,
    parts: row.parts,
    spans: {
      events: row.spans,
      from: dateOf(row.spansFrom),
      to: dateOf(row.spansTo),
      ofSomeInvestors: row.ofSomeInvestors === true,
    },
    spannedBy: row.spannedBy,
    statements: row.statements.map(({ announced, source, ...statement }) => ({
      ...statement,
      announced: dateOf(announced),
      source: { ...source, published: dateOf(source.published) },
    })),
    participations: row.participations,
    evidence,
  };
}
