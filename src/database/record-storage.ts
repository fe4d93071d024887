import { citation } from '@/records/citation';
import { fundingStatement, participation } from '@/records/funding-event/schema';
import { type RecordKind, recordSchemas } from '@/records/record';

/**
 * How a payload lies in tables. A field that is not named here is a column of its own; the rest says what is not:
 * a nested object is one column a part, a partial date is a span of days with its precision, a slug is a reference.
 */
export interface Shape {
  table: string;
  /** Fields stored as they are. */
  plain: readonly string[];
  /** Nested objects and their parts; null when every part is null. */
  groups: Readonly<Record<string, readonly string[]>>;
  /** Partial dates. */
  spans: readonly string[];
  /** Slugs of other records; `any` is written `kind/slug`. */
  refs: Readonly<Record<string, RecordKind | 'any'>>;
  /** Lists of slugs, as rows of a table that joins. */
  lists: Readonly<Record<string, { table: string; column: string; kind: RecordKind }>>;
  /** Ordered parts of the record, as rows of a table with the record's id and their position. */
  children: Readonly<Record<string, Shape>>;
}

type Exceptions = Partial<Omit<Shape, 'table' | 'plain'>>;

function shape(table: string, fields: readonly string[], exceptions: Exceptions): Shape {
  const { groups = {}, spans = [], refs = {}, lists = {}, children = {} } = exceptions;
  const special = new Set([groups, refs, lists, children].flatMap((part) => Object.keys(part)).concat(spans));
  return {
    table,
    plain: fields.filter((field) => !special.has(field)),
    groups,
    spans,
    refs,
    lists,
    children,
  };
}

const words = ['zh', 'en'] as const;

const citationShape = shape('citation', Object.keys(citation.shape), {
  refs: { source: 'source' },
  groups: { doubt: words, note: words },
});

/** Shape of a record: its own table, and the citations that every record but a source and a rate has. */
function record(kind: RecordKind, exceptions: Exceptions): Shape {
  const fields = Object.keys(recordSchemas[kind].shape);
  const children = fields.includes('citations')
    ? { ...exceptions.children, citations: citationShape }
    : exceptions.children;
  return shape(kind.replaceAll('-', '_'), fields, { ...exceptions, ...(children && { children }) });
}

/** Where the payload of every kind of record is stored. */
export const storage: Readonly<Record<RecordKind, Shape>> = {
  source: record('source', { spans: ['published', 'retrieved'], groups: { note: words } }),
  organization: record('organization', { groups: { name: words, business: words, note: words } }),
  model: record('model', {
    groups: { name: words, note: words },
    spans: ['released'],
    refs: { vendor: 'organization', memberOf: 'model', derivesFrom: 'model', platform: 'platform' },
    lists: {
      partners: { table: 'model_partner', column: 'organization_id', kind: 'organization' },
      industries: { table: 'model_industry', column: 'industry_id', kind: 'industry' },
    },
  }),
  platform: record('platform', {
    groups: { name: words, kind: words, note: words },
    refs: { vendor: 'organization' },
  }),
  product: record('product', {
    groups: { name: words, note: words },
    refs: { vendor: 'organization', model: 'model' },
    lists: { industries: { table: 'product_industry', column: 'industry_id', kind: 'industry' } },
  }),
  industry: record('industry', { groups: { name: words, note: words } }),
  layer: record('layer', { groups: { name: words, who: words, strengths: words, bottlenecks: words } }),
  placement: record('placement', {
    groups: { note: words },
    refs: { organization: 'organization', layer: 'layer' },
  }),
  coverage: record('coverage', {
    groups: { note: words },
    refs: { organization: 'organization', industry: 'industry' },
  }),
  position: record('position', { groups: { text: words }, refs: { organization: 'organization' } }),
  'funding-event': record('funding-event', {
    groups: { note: words },
    spans: ['announced', 'closed', 'registered', 'spansFrom', 'spansTo'],
    refs: { organization: 'organization', partOf: 'funding-event' },
    lists: { spans: { table: 'funding_span', column: 'event_id', kind: 'funding-event' } },
    children: {
      statements: shape('funding_statement', Object.keys(fundingStatement.shape), {
        groups: {
          amount: ['text', 'currency', 'min', 'max', 'minBound', 'maxBound', 'kind', 'rule'],
          valuation: ['text', 'currency', 'min', 'max', 'when'],
          doubt: words,
          note: words,
        },
        spans: ['announced'],
        refs: { source: 'source' },
      }),
      participations: shape('participation', Object.keys(participation.shape), {
        groups: { note: words },
        refs: { investor: 'organization' },
      }),
    },
  }),
  'exchange-rate': record('exchange-rate', { refs: { source: 'source' } }),
  indicator: record('indicator', { groups: { name: words, unitName: words, note: words } }),
  observation: record('observation', {
    groups: { subject: words, byText: words, note: words },
    spans: ['date'],
    refs: { indicator: 'indicator', about: 'any', byOrganization: 'organization' },
  }),
  'people-move': record('people-move', {
    groups: { person: words, was: words, did: words, note: words },
    spans: ['date'],
    refs: { organization: 'organization', joined: 'organization' },
  }),
  thesis: record('thesis', { groups: { title: words, text: words } }),
};

/** Every table that a record of this shape has rows in, its own first. */
export function tablesOf(of: Shape): string[] {
  return [
    of.table,
    ...Object.values(of.lists).map((list) => list.table),
    ...Object.values(of.children).map((child) => child.table),
  ];
}
