import { expect, it } from 'vitest';
import type { Evidence } from '@/domain/evidence';
import { sharedNotes } from './shared-notes';

const says = (slug: string, more: Partial<Evidence> = {}): Evidence => ({
  field: ['amount'],
  kind: 'claimed',
  source: { slug, title: slug, publisher: null, url: null, via: null, carrier: null, published: null },
  locator: null,
  stated: null,
  doubt: null,
  note: null,
  seen: true,
  ...more,
});

it('lets marks that would say the same open one note, whichever field it is about', () => {
  const notes = sharedNotes([
    { id: 'a', evidence: [says('one')] },
    { id: 'b', evidence: [says('two')] },
    { id: 'c', evidence: [says('one', { field: ['date'] })] },
    { id: 'd', evidence: [] },
    { id: 'e', evidence: [] },
  ]);
  expect([...notes]).toEqual([
    ['a', { shared: true }],
    ['c', { sameAs: 'a' }],
  ]);
});

it('keeps apart what differs in a place, a doubt, or where it is said in full', () => {
  const doubt = { zh: '存疑', en: 'doubted' };
  const page = '/vendors/baidu';
  const none = (...marks: Parameters<typeof sharedNotes>[0]) => expect([...sharedNotes(marks)]).toEqual([]);
  none({ id: 'a', evidence: [says('one')] }, { id: 'b', evidence: [says('one', { locator: 'p. 2' })] });
  none({ id: 'a', evidence: [says('one')] }, { id: 'b', evidence: [says('one')], inFull: page });
  none(
    { id: 'a', evidence: [says('one')], inFull: page },
    { id: 'b', evidence: [says('one', { doubt })], inFull: page },
  );
  // In brief a note names sources only.
  const brief = sharedNotes([
    { id: 'a', evidence: [says('one')], inFull: page },
    { id: 'b', evidence: [says('one', { locator: 'p. 2' })], inFull: page },
  ]);
  expect(brief.get('b')).toEqual({ sameAs: 'a' });
});
