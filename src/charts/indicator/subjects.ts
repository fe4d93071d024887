import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import { dateSpan } from '@/domain/partial-date';

/** What an indicator was observed of, with its values in order of time. */
export type Subject = { key: string; observations: ObservationOnRecord[] };

function keyFrom(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // The last word may be cut by the limit; the dash before one that is cut off whole is not kept.
  const key = words.join('-').slice(0, 60);
  return (key.endsWith('-') ? key.slice(0, -1) : key) || 'subject';
}

/**
 * The subjects of an indicator: those with a series first, then those that were observed last. What is called alike is
 * one subject; its key is its English name, so that an address goes on naming it when values are added.
 */
export function subjectsOf({ observations }: Pick<IndicatorWithObservations, 'observations'>): Subject[] {
  const byName = new Map<string, ObservationOnRecord[]>();
  for (const seen of observations) {
    const name = `${seen.subject.en}\n${seen.subject.zh}`;
    byName.set(name, [...(byName.get(name) ?? []), seen]);
  }
  const taken = new Set<string>();
  const named = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  const subjects = named.map(([name, own]): Subject => {
    const plain = keyFrom(name.split('\n')[0] ?? '');
    let key = plain;
    for (let number = 2; taken.has(key); number++) key = `${plain}-${number}`;
    taken.add(key);
    return { key, observations: own };
  });
  const last = ({ observations: own }: Subject) =>
    own.reduce((latest, { date }) => (dateSpan(date).to > latest ? dateSpan(date).to : latest), '');
  const dates = ({ observations: own }: Subject) => new Set(own.map(({ date }) => date)).size;
  return subjects.sort(
    (a, b) =>
      Number(dates(b) > 1) - Number(dates(a) > 1) ||
      (last(a) > last(b) ? -1 : last(a) < last(b) ? 1 : 0) ||
      dates(b) - dates(a) ||
      (a.key < b.key ? -1 : 1),
  );
}
