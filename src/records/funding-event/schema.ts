import * as z from 'zod';
import { amount } from '@/domain/amount';
import { bilingual } from '@/domain/bilingual';
import { currency } from '@/domain/currency';
import { fundingTypes } from '@/domain/funding-type';
import { dateSpan } from '@/domain/partial-date';
import { parseRound } from '@/domain/round';
import { citations, evidenceKind } from '../citation';
import { label, optional, optionalDate, slug, slugs } from '../field-schemas';

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
const fundingStatement = z.strictObject({
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

/** Fields that only a sum over several rounds has: what it spans. */
const spanFields = ['spans', 'spansFrom', 'spansTo', 'ofSomeInvestors'] as const;

/** One round of one organization, or a sum over several. */
export const fundingEvent = z
  .strictObject({
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
    /** The event whose money this one is part of: a cornerstone of its IPO. A round in a sum is named by the sum. */
    partOf: optional(slug),
    /** Of a sum: the rounds that are surely in it, besides those that `spansFrom` and `spansTo` hold by their dates. */
    spans: slugs,
    /** Of a sum: its first day. With an end and no beginning it holds all from the founding on. */
    spansFrom: optionalDate,
    /** Of a sum: its last day. With a beginning and no end it reaches to the announcement. */
    spansTo: optionalDate,
    /** Of a sum: does it count the money of some investors only? It is then never added to anything. */
    ofSomeInvestors: optional(z.boolean()),
    statements: z.array(fundingStatement).min(1).max(40),
    participations: z.array(participation).max(200).default([]),
    note: optional(bilingual),
    citations,
  })
  .check((context) => {
    const event = context.value;
    const refuse = (field: string, zh: string, en: string) =>
      context.issues.push({
        code: 'custom',
        input: event,
        path: [field],
        message: en,
        params: { reason: { zh, en } },
      });
    if (event.partOf === event.slug)
      refuse('partOf', '一笔融资不能属于它自己', 'An event cannot be part of itself.');
    if (event.type !== 'cumulative') {
      const told = spanFields.find((field) => (field === 'spans' ? event.spans.length > 0 : event[field]));
      if (told)
        refuse(
          told,
          '只有“多轮合计”才写涵盖哪些轮次；请把性质改为多轮合计，或清空这一栏',
          'Only a sum over several rounds says what it spans. Make its type “cumulative”, or leave this empty.',
        );
      return;
    }
    if (event.spans.includes(event.slug))
      refuse(
        'spans',
        '合计不能涵盖它自己；请去掉这一项',
        'A sum cannot span itself. Take it out of the list.',
      );
    const [from, to] = [event.spansFrom, event.spansTo];
    if (from !== null && to !== null && dateSpan(from).from > dateSpan(to).to)
      refuse(
        'spansTo',
        '涵盖时段的结束早于开始，请检查',
        'The time that it spans ends before it begins. Check both dates.',
      );
  });
export type FundingEvent = z.infer<typeof fundingEvent>;
