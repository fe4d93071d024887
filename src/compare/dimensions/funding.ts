import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ComparedFunding } from '@/database/queries/vendors-to-compare';
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
    zh: '公司实际募得的钱：多轮合计与它所涵盖的各轮取较大者，之外的相加；基石、传闻、并购、老股、债权和只算部分投资方的合计不计。没有披露的不当作零，也就没有上限。',
    en: 'What the company raised: of a sum over several rounds and what it spans the larger, and what lies outside of it; no cornerstone, rumour, acquisition, transfer, debt, or sum of some investors only. Undisclosed is not zero, and leaves no upper bound.',
  },
  unit: ({ currency }) => currency,
  better: 'more',
  find({ funding, money }, { currency }) {
    const { total, standings } = money[currency];
    if (total.counted === 0) return { missing: total.undisclosed > 0 ? 'undisclosed' : 'unknown' };
    const behind = funding.filter(({ id }) => standings.get(id)?.as === 'counted');
    return { value: { currency, ...total }, evidence: amountEvidence(behind) };
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
  // A count of our own records: none is 0.
  find: ({ funding }) => ({ value: funding.length, evidence: amountEvidence(funding) }),
});

export const undisclosedEvents = defineDimension({
  key: 'funding-undisclosed',
  group: 'funding',
  kind: 'count',
  label: { zh: '其中金额未披露', en: 'of these undisclosed' },
  unit: 'events',
  find({ funding }) {
    const found = funding.filter(({ disclosed }) => !disclosed);
    return { value: found.length, evidence: amountEvidence(found) };
  },
});
