import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ComparedFunding } from '@/database/queries/vendors-to-compare';
import { totalOf } from '@/domain/totals';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

function amountEvidence(events: readonly ComparedFunding[]) {
  return evidenceTogether(events.map(({ evidence }) => evidenceForField(evidence, 'amount')));
}

export const moneyRaised = defineDimension({
  key: 'money-raised',
  group: 'funding',
  kind: 'money',
  label: { zh: '已收录的融资额', en: 'Money raised, on record' },
  note: {
    zh: '只加公司实际募得的钱；基石、累计、传闻、并购、老股和债权不计。没有披露的不当作零。',
    en: 'Adds what the company raised: no cornerstone, cumulative, reported, acquisition, transfer or debt. Undisclosed is not zero.',
  },
  unit: ({ currency }) => currency,
  better: 'more',
  find({ funding }, { currency }) {
    const events = funding.filter(({ raised }) => raised);
    if (events.length === 0) return { missing: 'unknown' };
    // A known amount without a rate is left out of the sum; taking it for undisclosed would say something false.
    const known = events.filter(
      ({ disclosed, amount }) => !disclosed || amount[currency].min !== null || amount[currency].max !== null,
    );
    const { leftOut: _, ...total } = totalOf(
      known.map(({ amount }) => ({ range: amount[currency], counts: true })),
    );
    if (total.counted === 0) return { missing: total.undisclosed > 0 ? 'undisclosed' : 'unknown' };
    return { value: { currency, ...total }, evidence: amountEvidence(known) };
  },
});

export const fundingEvents = defineDimension({
  key: 'funding-events',
  group: 'funding',
  kind: 'count',
  label: { zh: '融资事件', en: 'Funding events' },
  note: {
    zh: '收录的全部事件，包括不计入融资额的。',
    en: 'All events on record, also those that are not money raised.',
  },
  unit: 'events',
  find: ({ funding }) =>
    funding.length === 0
      ? { missing: 'unknown' }
      : { value: funding.length, evidence: amountEvidence(funding) },
});

export const undisclosedEvents = defineDimension({
  key: 'funding-undisclosed',
  group: 'funding',
  kind: 'count',
  label: { zh: '其中金额未披露', en: 'of these undisclosed' },
  unit: 'events',
  better: 'less',
  find({ funding }) {
    if (funding.length === 0) return { missing: 'unknown' };
    const found = funding.filter(({ disclosed }) => !disclosed);
    return { value: found.length, evidence: amountEvidence(found) };
  },
});
