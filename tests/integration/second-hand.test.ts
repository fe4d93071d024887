import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { slugAt } from '@/database/queries/funding-columns';
import { fundingEventsMatching } from '@/database/queries/funding-events-matching';
import { recordsToConfirm } from '@/database/queries/records-to-confirm';
import { readFacts } from '@/database/reading';
import { secondHandOf } from '@/domain/evidence';
import type { SourceVia } from '@/domain/source-via';
import { publish } from '@/editorial/publication';
import { everyEvent } from '@/lists/funding/total-of-events';
import { freshDatabase } from './database';

let client: PrismaClient;

const source = (slug: string, via: SourceVia | null, more: object = {}) => ({
  kind: 'source',
  slug,
  baseVersion: 0,
  payload: { slug, title: `Source ${slug}`, language: 'en', via, ...more },
});

const amount = (dollars: number) => ({
  text: `$${dollars}`,
  currency: 'USD',
  min: dollars,
  max: dollars,
  minBound: 'hard',
  maxBound: 'hard',
  kind: 'exact',
});

const event = (slug: string, dollars: number | null, ...sources: string[]) => ({
  kind: 'funding-event',
  slug,
  baseVersion: 0,
  payload: {
    slug,
    organization: 'acme',
    type: 'round',
    announced: '2026-01',
    statements: sources.map((each) => ({
      source: each,
      kind: 'claimed',
      announced: '2026-01',
      ...(dollars === null ? {} : { amount: amount(dollars) }),
    })),
  },
});

/** An event of which the last source is only known to say so; nobody has opened it. */
function unopened<Event extends ReturnType<typeof event>>({ payload, ...rest }: Event) {
  const statements = payload.statements.map((each, at, all) => ({ ...each, seen: at < all.length - 1 }));
  return { ...rest, payload: { ...payload, statements } };
}

const note = { zh: '试', en: 'try' };

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  client = connect(url);
  const result = await publish(client, {
    origin: 'form',
    note,
    records: [
      source('paper', 'publisher'),
      source('copy', 'republication', { publisher: 'Paper', url: 'https://copies.example/1' }),
      source('digest', 'digest'),
      source('unsaid', null),
      {
        kind: 'organization',
        slug: 'acme',
        baseVersion: 0,
        payload: {
          slug: 'acme',
          name: { zh: '甲', en: 'Acme' },
          kind: 'startup',
          citations: [{ source: 'digest', kind: 'claimed' }],
        },
      },
      event('small-digest', 1_000_000, 'digest'),
      event('large-copy', 9_000_000, 'copy', 'digest'),
      event('no-amount-digest', null, 'digest'),
      event('also-paper', 50_000_000, 'digest', 'copy', 'paper'),
      event('also-unsaid', 60_000_000, 'digest', 'unsaid'),
      unopened(event('paper-unopened', 2_000_000, 'digest', 'paper')),
    ],
  });
  expect(result).toMatchObject({ outcome: 'published' });
});

const eventsThrough = async (...vias: SourceVia[]) => {
  const { columns, rows } = await readFacts((facts) => fundingEventsMatching(facts, { ...everyEvent, vias }));
  return Array.from(rows, (row) => slugAt(columns, row)).sort();
};

describe('what is known second-hand only', () => {
  it('is found by the list’s filter: one statement read at its publisher, or of unknown reading, is enough', async () => {
    expect(await eventsThrough('digest')).toEqual(['no-amount-digest', 'paper-unopened', 'small-digest']);
    expect(await eventsThrough('republication')).toEqual(['large-copy']);
    expect(await eventsThrough('publisher')).toEqual(['also-paper', 'also-unsaid']);
    expect(await eventsThrough()).toHaveLength(6);
  });

  it('stands in the editors’ list, large amounts first, records of every kind', async () => {
    const { all, records } = await readFacts((facts) => recordsToConfirm(facts, 0, 10));
    expect(all).toBe(5);
    expect(records.slice(0, 3).map(({ slug, via, usd }) => [slug, via, usd])).toEqual([
      ['large-copy', 'republication', 9_000_000],
      ['paper-unopened', 'digest', 2_000_000],
      ['small-digest', 'digest', 1_000_000],
    ]);
    expect(
      records
        .slice(3)
        .map(({ kind, slug }) => `${kind}/${slug}`)
        .sort(),
    ).toEqual(['funding-event/no-amount-digest', 'organization/acme']);
    const rest = await readFacts((facts) => recordsToConfirm(facts, 3, 10));
    expect(rest.records.map(({ slug }) => slug)).toEqual(records.slice(3).map(({ slug }) => slug));
  });

  it('is marked at a figure by the same rule as in the lists', async () => {
    const ids = new Map((await client.record.findMany()).map(({ id, slug }) => [slug, id]));
    const marked = await readFacts(async (facts) => {
      const evidence = await evidenceOfRecords(facts, [...ids.values()]);
      return [...ids].flatMap(([slug, id]) => {
        const hand = secondHandOf(evidence.get(id) ?? []);
        return hand === null ? [] : [`${slug}: ${hand}`];
      });
    });
    expect(marked.sort()).toEqual([
      'acme: digest',
      'large-copy: republication',
      'no-amount-digest: digest',
      'paper-unopened: digest',
      'small-digest: digest',
    ]);
  });

  it('leaves the lists when its source turns out to be the publisher’s page, though no event changed', async () => {
    expect(await eventsThrough('republication')).toEqual(['large-copy']);
    const result = await publish(client, {
      origin: 'form',
      note,
      records: [{ ...source('copy', 'publisher', { publisher: 'Paper' }), baseVersion: 1 }],
    });
    expect(result).toMatchObject({ outcome: 'published' });
    expect(await eventsThrough('republication')).toEqual([]);
    expect((await readFacts((facts) => recordsToConfirm(facts, 0, 10))).all).toBe(4);
  });
});

describe('a source', () => {
  it('has nobody who carries it where its publisher’s own page was read', async () => {
    const result = await publish(client, {
      origin: 'form',
      note,
      records: [source('carried', 'publisher', { carrier: 'Somebody' })],
    });
    expect(result).toMatchObject({ outcome: 'refused', problems: [{ field: 'carrier' }] });
  });
});
