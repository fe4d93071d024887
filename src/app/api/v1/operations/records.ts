import { z } from 'zod';
import { layersOf } from '@/database/queries/stands-on-layers';
import { type Facts, readFacts } from '@/database/reading';
import { sourceVias } from '@/domain/source-via';
import { payloadsOf } from '@/editorial/record-payloads';
import { standingByName } from '@/editorial/standing';
import { publicUrl } from '@/linking/public-url';
import { recordPath } from '@/linking/record-path';
import { cursorNames, readCursor } from '@/lists/engine/cursor';
import { pageOfRecords } from '@/lists/record-page';
import { listOfKind } from '@/lists/registry';
import { layerSlugs } from '@/records/layer/schema';
import { type RecordKind, recordKinds, recordSchemas } from '@/records/record';
import { ApiProblem, type Operation, type QueryParameter, refusedQuery } from '../operation';
import { queryOf } from '../parameter-schema';

/** Records of one answer. */
const preset = 50;
const most = 200;

/** Columns are the page's own; of funding's currency stands below what it is for. */
const ofThePage = ['columns', 'currency'];

const ownFilters: Partial<Record<RecordKind, Record<string, QueryParameter>>> = {
  'funding-event': {
    q: {
      description: 'Words in the names of the organization or the investors.',
      schema: { type: 'string', maxLength: 100 },
    },
    from: {
      description: 'First year or quarter.',
      schema: { type: 'string', pattern: '^(?:19|20)\\d\\d(?:-?[Qq][1-4])?$' },
    },
    to: {
      description: 'Last year or quarter.',
      schema: { type: 'string', pattern: '^(?:19|20)\\d\\d(?:-?[Qq][1-4])?$' },
    },
    min: {
      description: 'Least floor, in units of `currency`.',
      schema: { type: 'string', pattern: '^\\d{1,12}$' },
    },
    currency: {
      description: 'Currency of `min` and of sorting by amount.',
      schema: { type: 'string', enum: ['cny', 'usd'], default: 'cny' },
    },
  },
};

const slug: QueryParameter = {
  description: 'Slug of the record.',
  schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 120 },
};

function entryOf(kind: RecordKind) {
  return z.object({
    slug: z.string(),
    version: z
      .int()
      .describe('Of the record as it stands today; a proposal names the version that it changes.'),
    link: z.string().nullable().describe('The page where it stands.'),
    record: recordSchemas[kind],
    ...(kind === 'placement'
      ? {
          stands: z
            .literal('stated')
            .describe('A source places it there; what follows from records is no record.'),
        }
      : {}),
    ...(kind === 'organization'
      ? {
          layers: z
            .array(z.object({ layer: z.enum(layerSlugs), stands: z.enum(['stated', 'derived']) }))
            .describe(
              'Layers that it stands on: stated by a source, or derived from its models, platforms and products.',
            ),
        }
      : {}),
  });
}

/** What an answer tells of records beside what they hold: how it comes that somebody stands on a layer. */
async function besides(facts: Facts, kind: RecordKind, ids: readonly number[]) {
  if (kind === 'placement') return new Map(ids.map((id) => [id, { stands: 'stated' as const }]));
  if (kind !== 'organization') return new Map<number, object>();
  const layers = await layersOf(facts, ids);
  return new Map(
    ids.map((id) => [
      id,
      {
        layers: (layers.get(id) ?? []).map(({ layer, stated }) => ({
          layer,
          stands: stated ? ('stated' as const) : ('derived' as const),
        })),
      },
    ]),
  );
}

function linkTo(kind: RecordKind, name: string): string | null {
  const path = recordPath(kind, name);
  return path === null ? null : `${publicUrl()}${path}`;
}

/** Every source that a record names, wherever it stands in it. */
export function citedIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) citedIn(each, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value))
      if (key === 'source' && typeof each === 'string') found.add(each);
      else citedIn(each, found);
  return found;
}

/** Documents by their slugs, as they are cited. */
export async function documentsOf(facts: Facts, slugs: readonly string[]) {
  const kind = 'source';
  const standing = await standingByName(
    facts.db,
    slugs.map((each) => ({ kind, slug: each })),
  );
  const payloads = await payloadsOf(
    facts.db,
    [...standing.values()].map(({ id }) => ({ id, kind })),
  );
  return slugs.flatMap((each) => {
    const payload = payloads.get(standing.get(`${kind}/${each}`)?.id ?? 0);
    if (!payload) return [];
    const { title, publisher, url, via, carrier, published } = payload;
    return [
      {
        slug: each,
        title,
        publisher: publisher ?? null,
        url: url ?? null,
        via: via ?? null,
        carrier: carrier ?? null,
        published: published ?? null,
      },
    ];
  });
}

/** A record with the documents that it rests on, or null. */
export async function recordWithEvidence(facts: Facts, kind: RecordKind, name: string) {
  const standing = (await standingByName(facts.db, [{ kind, slug: name }])).get(`${kind}/${name}`);
  if (!standing) return null;
  const { id, version, retracted } = standing;
  const record = retracted === null ? ((await payloadsOf(facts.db, [{ id, kind }])).get(id) ?? null) : null;
  return {
    edition: facts.edition,
    kind,
    slug: name,
    version,
    retracted,
    link: linkTo(kind, name),
    record,
    ...(record === null ? {} : (await besides(facts, kind, [id])).get(id)),
    evidence: record === null ? [] : await documentsOf(facts, [...citedIn(record)]),
  };
}

const evidence = z.array(
  z.object({
    slug: z.string(),
    title: z.string(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    via: z.enum(sourceVias).nullable().describe('What was read: the publisher’s page, a copy, or a digest.'),
    carrier: z.string().nullable().describe('Who republished or summarised it.'),
    published: z.string().nullable(),
  }),
);

function listOf(kind: RecordKind): Operation {
  const named = listOfKind(kind)?.parameters ?? {};
  const filtered = Object.keys(named).length > 0;
  return {
    id: `list-${kind}`,
    method: 'get',
    path: `/records/${kind}`,
    tag: 'Records',
    summary: `Lists records of kind ${kind}`,
    ...(filtered
      ? {
          description:
            'Filters, order and cursors are those of the page; facets say how many records each value would leave.',
        }
      : {}),
    query: {
      ...queryOf(named, ofThePage),
      ...ownFilters[kind],
      limit: {
        description: 'Records of one answer.',
        schema: { type: 'integer', minimum: 1, maximum: most, default: preset },
      },
      after: {
        description: 'Slug that the answer comes after: `next` of the answer before.',
        schema: slug.schema,
      },
    },
    ofEdition: true,
    answer: z.object({
      edition: z.int(),
      total: z.int(),
      next: z.string().nullable().describe('`after` of the next answer; null at the end.'),
      facets: z.record(z.string(), z.record(z.string(), z.int())).nullable(),
      items: z.array(entryOf(kind)),
    }),
    async run({ search, lang, edition }) {
      const limit = Number(search.get('limit') ?? preset);
      const cursor = readCursor(search);
      const filtered = new URLSearchParams(
        [...search].filter(([name]) => name !== 'limit' && !cursorNames.some((each) => each === name)),
      );
      return readFacts(async (facts) => {
        const page = await pageOfRecords(facts, kind, filtered, lang, cursor, limit);
        if (page.problems.length > 0) throw refusedQuery(page.problems, lang);
        const standing = await standingByName(
          facts.db,
          page.slugs.map((each) => ({ kind, slug: each })),
        );
        const payloads = await payloadsOf(
          facts.db,
          [...standing.values()].map(({ id }) => ({ id, kind })),
        );
        const more = await besides(
          facts,
          kind,
          [...standing.values()].map(({ id }) => id),
        );
        const items = page.slugs.flatMap((each) => {
          const there = standing.get(`${kind}/${each}`);
          const record = there && payloads.get(there.id);
          return there && record
            ? [
                {
                  slug: each,
                  version: there.version,
                  link: linkTo(kind, each),
                  record,
                  ...more.get(there.id),
                },
              ]
            : [];
        });
        const body = {
          edition: facts.edition,
          total: page.all,
          next: page.next,
          facets: page.facets,
          items,
        };
        return { edition: facts.edition, body };
      }, edition);
    },
  };
}

function oneOf(kind: RecordKind): Operation {
  return {
    id: `get-${kind}`,
    method: 'get',
    path: `/records/${kind}/{slug}`,
    tag: 'Records',
    summary: `One record of kind ${kind}, with the documents that it rests on`,
    parts: { slug },
    ofEdition: true,
    answer: z.object({
      edition: z.int(),
      kind: z.literal(kind),
      ...entryOf(kind).shape,
      retracted: z.null(),
      evidence,
    }),
    async run({ path, edition }) {
      return readFacts(async (facts) => {
        const found = await recordWithEvidence(facts, kind, path.slug ?? '');
        if (!found) throw new ApiProblem(404, `There is no ${kind} ${path.slug}.`);
        if (found.record === null)
          throw new ApiProblem(410, `The ${kind} ${path.slug} was retracted in edition ${found.retracted}.`);
        return { edition: facts.edition, body: found };
      }, edition);
    },
  };
}

/** Every kind of record, as lists and one by one. */
export const recordOperations: readonly Operation[] = recordKinds.flatMap((kind) => [
  listOf(kind),
  oneOf(kind),
]);
