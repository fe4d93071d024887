import * as z from 'zod';
import { amount } from '@/domain/amount';
import { bilingual } from '@/domain/bilingual';
import { currency } from '@/domain/currency';
import { parseRound } from '@/domain/round';
import { citations, evidenceKind } from './citation';
import { label, optional, optionalDate, slug } from './field';

/** What an event is; only some of them are money that the company raised (`countsAsRaised` in `totals.ts`). */
export const fundingTypes = [
  'round',
  'in-kind',
  'cornerstone',
  'ipo',
  'reported',
  'cumulative',
  'merger',
  'transfer',
  'debt',
] as const;
export type FundingType = (typeof fundingTypes)[number];

export const participationRoles = ['lead', 'co-lead', 'follow', 'adviser', 'acquirer'] as const;
export type ParticipationRole = (typeof participationRoles)[number];

/** A round as its source labels it. Junk that real columns hold (a stock code, an investor) is refused with the reason. */
const roundLabel = label.check((context) => {
  const read = parseRound(context.value);
  if (!read.ok) {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: read.reason.en,
      params: { reason: read.reason },
    });
  }
});

const money = z.number().nonnegative();

/** What a company was said to be worth. A missing bound is open. */
export const valuation = z
  .strictObject({
    text: label,
    currency,
    min: optional(money),
    max: optional(money),
    when: z.enum(['pre', 'post', 'not-stated']),
  })
  .refine((value) => value.min === null || value.max === null || value.min <= value.max, {
    path: ['max'],
    message: 'max is below min',
  });

/** What one source says of the event, in its own words. Sources that disagree stand side by side. */
export const fundingStatement = z.strictObject({
  source: slug,
  locator: optional(label),
  kind: evidenceKind,
  seen: z.boolean().default(true),
  /** A prospectus supersedes the press: the superseded statement stays visible, and out of the range. */
  standing: z.enum(['stands', 'superseded']).default('stands'),
  round: optional(label),
  announced: optionalDate,
  amount: optional(amount),
  valuation: optional(valuation),
  doubt: optional(bilingual),
  note: optional(bilingual),
});
export type FundingStatement = z.infer<typeof fundingStatement>;

/** An investor in the event; a role of null was not stated. */
export const participation = z.strictObject({
  investor: slug,
  role: optional(z.enum(participationRoles)),
  note: optional(bilingual),
});

/** One round of one organization. */
export const fundingEvent = z.strictObject({
  slug,
  organization: slug,
  type: z.enum(fundingTypes),
  /** The round as stated; null where no source names it. */
  round: optional(roundLabel),
  announced: optionalDate,
  closed: optionalDate,
  /** The day of the entry in the company register (工商变更). */
  registered: optionalDate,
  /** For an IPO: does the amount include the greenshoe? */
  greenshoeIncluded: optional(z.boolean()),
  /** The event whose money this one is part of: a cornerstone of its IPO. */
  partOf: optional(slug),
  statements: z.array(fundingStatement).min(1).max(40),
  participations: z.array(participation).max(200).default([]),
  note: optional(bilingual),
  citations,
});
export type FundingEvent = z.infer<typeof fundingEvent>;
