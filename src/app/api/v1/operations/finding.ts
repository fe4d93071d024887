import { z } from 'zod';
import { searchResults } from '@/app/search-results';
import { changeActions, changesOfRecords } from '@/database/queries/changes-of-records';
import { searchedKinds } from '@/database/queries/search-records';
import { currentEdition, readFacts } from '@/database/reading';
import { searchText } from '@/linking/search-text';
import { recordKinds } from '@/records/record';
import type { Operation } from '../operation';

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** Longest text that is searched for, in characters. */
const longestText = 100;
const mostOfKind = 20;

const search: Operation = {
  id: 'search',
  method: 'get',
  path: '/search',
  tag: 'Finding',
  summary:
    'What a text may mean: names in Chinese and English, aliases, pinyin and initials, with typing errors',
  query: {
    q: { description: 'The text.', schema: { type: 'string' }, required: true },
    limit: {
      description: 'Results of each kind.',
      schema: { type: 'integer', minimum: 1, maximum: mostOfKind, default: 6 },
    },
    kind: { description: 'Only this kind.', schema: { type: 'string', enum: [...searchedKinds] } },
  },
  ofEdition: true,
  answer: z.object({
    edition: z.int(),
    query: z.string().describe('The text as it was searched for.'),
    groups: z.array(
      z.object({
        kind: z.string(),
        results: z.array(
          z.object({
            slug: z.string(),
            path: z.string().describe('Where it stands on this site, without the language.'),
            name: bilingual,
            of: bilingual.nullable(),
            matched: z.string().nullable(),
          }),
        ),
        more: z.int(),
      }),
    ),
  }),
  async run({ search: query, edition }) {
    const text = searchText(query.get('q') ?? '', longestText);
    const limit = Number(query.get('limit') ?? 6);
    const kind = searchedKinds.find((each) => each === query.get('kind')) ?? null;
    return readFacts(async (facts) => {
      const groups = await searchResults(facts, text, { limit, kind });
      return { edition: facts.edition, body: { edition: facts.edition, query: text, groups } };
    }, edition);
  },
};

const presetChanges = 100;
const mostChanges = 500;
const slugs = '^[a-z0-9]+(?:-[a-z0-9]+)*(?:~[a-z0-9]+(?:-[a-z0-9]+)*)*$';

function listed(values: readonly string[]): Record<string, unknown> {
  return { type: 'string', pattern: `^(?:${values.join('|')})(?:~(?:${values.join('|')}))*$` };
}

const changes: Operation = {
  id: 'changes',
  method: 'get',
  path: '/changes',
  tag: 'Finding',
  summary: 'What changed since an edition, the newest edition first',
  description: 'Keep a copy up to date: remember `edition`, and ask with it as `since` the next time.',
  query: {
    since: {
      description: 'Only later editions.',
      schema: { type: 'integer', minimum: 0, maximum: 100_000_000, default: 0 },
    },
    kind: { description: 'Kinds of records, with ~ between them.', schema: listed(recordKinds) },
    action: { description: 'What was done, with ~ between them.', schema: listed(changeActions) },
    vendor: { description: 'Organizations that they are about.', schema: { type: 'string', pattern: slugs } },
    industry: { description: 'Industries that they are about.', schema: { type: 'string', pattern: slugs } },
    after: {
      description: '`next` of the answer before.',
      schema: { type: 'string', pattern: '^\\d{1,8}-\\d{1,9}$' },
    },
    limit: {
      description: 'Changes of one answer.',
      schema: { type: 'integer', minimum: 1, maximum: mostChanges, default: presetChanges },
    },
  },
  ofEdition: true,
  answer: z.object({
    edition: z.int(),
    next: z.string().nullable(),
    items: z.array(
      z.object({
        edition: z.int(),
        published: z.string(),
        origin: z.string(),
        note: bilingual,
        kind: z.enum(recordKinds as [string, ...string[]]),
        slug: z.string(),
        version: z.int(),
        action: z.enum(changeActions),
        name: bilingual.nullable(),
        fields: z
          .array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))
          .describe('Of a correction: the fields that differ.'),
      }),
    ),
  }),
  async run({ search: query, edition }) {
    const list = (name: string) => (query.get(name) ?? '').split('~').filter((each) => each !== '');
    const limit = Number(query.get('limit') ?? presetChanges);
    const [, afterEdition, afterRecord] = /^(\d+)-(\d+)$/.exec(query.get('after') ?? '') ?? [];
    return readFacts(async (facts) => {
      const found = await changesOfRecords(
        facts,
        {
          vendors: list('vendor'),
          industries: list('industry'),
          kinds: list('kind'),
          actions: list('action'),
          edition: null,
          since: Number(query.get('since') ?? 0),
          after:
            afterEdition === undefined
              ? null
              : { edition: Number(afterEdition), record: Number(afterRecord) },
        },
        limit + 1,
      );
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        edition: facts.edition,
        body: {
          edition: facts.edition,
          next: found.length > limit && last ? `${last.edition}-${last.id}` : null,
          items: shown.map(({ id: _, owner: __, published, fields, ...change }) => ({
            ...change,
            published: published.toISOString(),
            fields: fields.map(({ field, before, after }) => ({ field, before, after })),
          })),
        },
      };
    }, edition);
  },
};

const start: Operation = {
  id: 'edition',
  method: 'get',
  path: '/edition',
  tag: 'Finding',
  summary: 'The newest edition',
  ofEdition: false,
  answer: z.object({ edition: z.int() }),
  async run() {
    const edition = await currentEdition();
    return { edition, body: { edition } };
  },
};

/** Search, changes, and which edition is the newest. */
export const findingOperations: readonly Operation[] = [search, changes, start];
