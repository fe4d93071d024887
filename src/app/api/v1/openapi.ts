import { z } from 'zod';
import { recordSchemas } from '@/records/record';
import type { Operation, QueryParameter } from './operation';
import { operations } from './operations';

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  problems: z.array(z.record(z.string(), z.unknown())).optional(),
});

/** The name of a schema in the document. */
const answerName = ({ id }: Operation) => `${id}-answer`;
const bodyName = ({ id }: Operation) => `${id}-body`;

/** Schemas of everything that comes in or goes out, from the zod schemas that check it. */
function componentSchemas(): Record<string, object> {
  const named = (io: 'input' | 'output', schemas: readonly (readonly [string, z.ZodType])[]) => {
    const registry = z.registry<{ id: string }>();
    for (const [id, schema] of schemas) registry.add(schema, { id });
    const made = z.toJSONSchema(registry, {
      target: 'draft-2020-12',
      unrepresentable: 'any',
      io,
      uri: (id) => `#/components/schemas/${id}`,
    });
    return Object.fromEntries(
      Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
    );
  };
  return {
    ...named('output', [
      ...Object.entries(recordSchemas),
      ...operations.map((operation) => [answerName(operation), operation.answer] as const),
      ['problem', problem],
    ]),
    ...named(
      'input',
      operations.flatMap((operation) =>
        operation.body ? [[bodyName(operation), operation.body.schema] as const] : [],
      ),
    ),
  };
}

const everywhere: Readonly<Record<string, QueryParameter>> = {
  lang: { description: 'Language of texts.', schema: { type: 'string', enum: ['zh', 'en'], default: 'zh' } },
};

const ofEdition: Readonly<Record<string, QueryParameter>> = {
  edition: {
    description: 'The facts as of this edition.',
    schema: { type: 'integer', minimum: 1, maximum: 999_999_999 },
  },
  known: {
    description: 'The facts as they were known on this day.',
    schema: { type: 'string', format: 'date' },
  },
};

/** Every parameter that the query of an operation may hold. */
export function queryParametersOf(operation: Operation): Record<string, QueryParameter> {
  return { ...operation.query, ...everywhere, ...(operation.ofEdition ? ofEdition : {}) };
}

function parametersOf(operation: Operation) {
  const described = (place: 'path' | 'query', parameters: Readonly<Record<string, QueryParameter>>) =>
    Object.entries(parameters).map(([name, { description, schema, required = place === 'path' }]) => ({
      name,
      in: place,
      required,
      description,
      schema,
    }));
  return [...described('path', operation.parts ?? {}), ...described('query', queryParametersOf(operation))];
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const answerHeaders = Object.fromEntries(
  ['ETag', 'X-Edition', 'RateLimit', 'RateLimit-Policy'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
);

function answersOf(operation: Operation) {
  const good = {
    description: 'The answer.',
    headers: answerHeaders,
    content: {
      'application/json': { schema: reference(answerName(operation)) },
      ...(operation.body?.plainText ? { 'application/x-ndjson': { schema: { type: 'string' } } } : {}),
    },
  };
  const failed = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: reference('problem') } },
  });
  return {
    200: good,
    ...(operation.created
      ? { [operation.created.status]: { ...good, description: operation.created.description } }
      : {}),
    ...(operation.method === 'get'
      ? { 304: { description: 'The copy with this ETag is still right.' } }
      : {}),
    400: failed('A parameter or the body is not as described; `problems` say what may stand there.'),
    ...(operation.scope
      ? { 401: failed('There is no good token.'), 403: failed('The token does not allow it.') }
      : {}),
    ...(operation.parts ? { 404: failed('There is no such thing.') } : {}),
    ...(operation.path.endsWith('/{slug}') ? { 410: failed('The record was retracted.') } : {}),
    ...(operation.body
      ? {
          409: failed('Somebody has changed the records meanwhile.'),
          413: failed('The body is too large.'),
          415: failed('The body has another type.'),
          422: failed('The records cannot be taken; `problems` name the fields.'),
        }
      : {}),
    429: failed('Too many requests; `Retry-After` says when to come again.'),
    503: failed('The database is away for a moment.'),
  };
}

const tags: Readonly<Record<Operation['tag'], string>> = {
  Records: 'Every kind of record: lists with filters, and one by one with the documents that it rests on.',
  'Charts and comparisons': 'What the pages show, as data, in every state that they can have.',
  Finding: 'Search, what changed, and which edition is the newest.',
  News: 'The newswire: funding news read into events.',
  Writing: 'Proposals, with a token.',
};

/** The OpenAPI 3.1 document of the API. */
export function openApiDocument() {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: {
        operationId: operation.id,
        tags: [operation.tag],
        summary: operation.summary,
        ...(operation.description ? { description: operation.description } : {}),
        parameters: parametersOf(operation),
        ...(operation.body
          ? {
              requestBody: {
                required: true,
                description: operation.body.description,
                content: {
                  'application/json': { schema: reference(bodyName(operation)) },
                  ...(operation.body.plainText ? { 'text/plain': { schema: { type: 'string' } } } : {}),
                },
              },
            }
          : {}),
        security: operation.scope ? [{ token: [] }] : [],
        responses: answersOf(operation),
      },
    };
  }
  const header = (description: string) => ({ description, schema: { type: 'string' } });
  return {
    openapi: '3.1.0',
    info: {
      title: '大模型产业图谱 · AI Landscape',
      version: '1',
      summary: 'The large-model industry, with a source for each figure',
      description:
        'Reading needs no token. Every answer names its edition; the same edition gives the same answer. The facts are CC BY 4.0.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: '/api/v1' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: componentSchemas(),
      headers: {
        ETag: header('For If-None-Match.'),
        'X-Edition': header('The edition of the facts.'),
        RateLimit: header('What is left of the allowance, and when it is full again.'),
        'RateLimit-Policy': header('The allowance.'),
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An admin makes tokens at /editor/programs.',
        },
      },
    },
  };
}
