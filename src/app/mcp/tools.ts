import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { chartFile } from '@/charts/file';
import { charts, findChart } from '@/charts/registry';
import { subjectKeys } from '@/compare/subject-kind';
import { readFacts } from '@/database/reading';
import { recordKinds } from '@/domain/records/record';
import { publicUrl } from '@/linking/public-url';
import { callOperation } from '../api/v1/call-operation';
import { ApiProblem } from '../api/v1/operation';
import { citedIn, documentsOf } from '../api/v1/operations/records';

const lang = z.enum(['zh', 'en']).default('en').describe('Language of texts.');
const edition = z
  .int()
  .min(1)
  .max(999_999_999)
  .optional()
  .describe('The facts as of this edition; today’s where it is missing.');
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

type Query = Readonly<Record<string, string | number | undefined>>;

function searchOf(query: Query): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
}

/** What a tool says: the data as text, and as data for clients that take it. */
function told(data: object): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(data) }],
    structuredContent: data as Record<string, unknown>,
  };
}

/** A request that cannot be answered is said in words that the model can act on. */
async function orRefused(work: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const text = JSON.stringify({ refused: error.title, problems: error.problems });
    return { isError: true, content: [{ type: 'text', text }] };
  }
}

const ask = (path: string, query: Query) =>
  orRefused(async () => told((await callOperation('get', path, searchOf(query))).body as object));

function addSearch(server: McpServer): void {
  server.registerTool(
    'search',
    {
      title: 'Search',
      description:
        'Finds vendors, models, investors, industries, charts, sources and funding events by any spelling of their names: Chinese, English, pinyin, initials. Gives the slugs that the other tools take.',
      inputSchema: { text: z.string().min(1).max(100), limit: z.int().min(1).max(20).default(6), lang },
      annotations: readOnly,
    },
    ({ text, limit, lang: language }) => ask('/search', { q: text, limit, lang: language }),
  );
}

function addCompare(server: McpServer): void {
  server.registerTool(
    'compare',
    {
      title: 'Compare',
      description:
        'Compares 2 to 12 vendors, models or industries, cell by cell: value, unit, whether it was measured, claimed or estimated, its sources, and what is unknown.',
      inputSchema: {
        kind: z.enum(subjectKeys),
        slugs: z.array(slug).min(2).max(12),
        only: z.enum(['all', 'differences']).default('all'),
        edition,
        lang,
      },
      annotations: readOnly,
    },
    ({ kind, slugs, only, edition: at, lang: language }) =>
      ask(`/compare/${kind}`, { [kind]: slugs.join('~'), only, edition: at, lang: language }),
  );
}

function addChart(server: McpServer): void {
  const names = charts.map(({ slug: name, name: { en }, parameters }) => {
    const takes = Object.keys(parameters).join(', ');
    return `${name} (${en}${takes === '' ? '' : `; ${takes}`})`;
  });
  server.registerTool(
    'chart',
    {
      title: 'Chart',
      description: `A chart as data with its finding, sources and permanent link, and as a picture. Charts, with their parameters: ${names.join('; ')}. GET /api/v1/openapi.json says which values they take.`,
      inputSchema: {
        chart: slug,
        parameters: z.record(z.string().max(60), z.string().max(500)).default({}),
        picture: z.boolean().default(true),
        edition,
        lang,
      },
      annotations: readOnly,
    },
    ({ chart: name, parameters, picture, edition: at, lang: language }) =>
      orRefused(async () => {
        const { body } = await callOperation(
          'get',
          `/charts/${name}`,
          searchOf({ ...parameters, edition: at, lang: language }),
        );
        const data = body as { link: string; edition: number };
        const chart = findChart(name)?.chart;
        // The link names its edition, so that it goes on showing these figures.
        const permanent = `${data.link}${data.link.includes('?') ? '&' : '?'}edition=${data.edition}`;
        const result = told({ ...data, permanent });
        if (!picture || !chart) return result;
        const drawn = await chartFile(
          chart,
          'png',
          searchOf({ ...parameters, lang: language }),
          (question) => readFacts(question, at),
          publicUrl(),
        );
        if ('problems' in drawn) return result;
        const bytes = Buffer.from(drawn.file.body).toString('base64');
        return {
          ...result,
          content: [...result.content, { type: 'image', data: bytes, mimeType: 'image/png' }],
        };
      }),
  );
}

function addRecord(server: McpServer): void {
  server.registerTool(
    'record',
    {
      title: 'Record with evidence',
      description: 'Everything that is on record about one thing, with the documents that it rests on.',
      inputSchema: { kind: z.enum(recordKinds as [string, ...string[]]), slug, edition, lang },
      annotations: readOnly,
    },
    ({ kind, slug: name, edition: at, lang: language }) =>
      ask(`/records/${kind}/${name}`, { edition: at, lang: language }),
  );
}

function addFunding(server: McpServer): void {
  const period = z
    .string()
    .regex(/^(?:19|20)\d\d(?:-?[Qq][1-4])?$/)
    .optional();
  server.registerTool(
    'funding',
    {
      title: 'Funding events',
      description:
        'Funding events with every statement about them and its source. Amounts are as uncertain as they were stated: min and max in units of their currency, null where nothing was stated.',
      inputSchema: {
        organization: slug.optional().describe('Slug of the company.'),
        from: period.describe('First year or quarter, 2023 or 2023-Q1.'),
        to: period.describe('Last year or quarter.'),
        min: z.int().min(0).max(1_000_000_000_000).optional().describe('Least floor in units of `currency`.'),
        currency: z.enum(['cny', 'usd']).default('cny'),
        sort: z.enum(['newest', 'oldest', 'amount', 'organization']).default('newest'),
        limit: z.int().min(1).max(100).default(20),
        after: slug.optional().describe('`next` of the answer before.'),
        edition,
        lang,
      },
      annotations: readOnly,
    },
    ({ lang: language, edition: at, ...query }) =>
      orRefused(async () => {
        const { body } = await callOperation(
          'get',
          '/records/funding-event',
          searchOf({ ...query, lang: language, edition: at }),
        );
        const data = body as { edition: number; items: unknown[] };
        const sources = await readFacts(
          (facts) => documentsOf(facts, [...citedIn(data.items)]),
          data.edition,
        );
        return told({ ...data, sources });
      }),
  );
}

function addChanges(server: McpServer): void {
  server.registerTool(
    'changes',
    {
      title: 'Changes',
      description: 'What was added, corrected, retracted or restored since an edition, field by field.',
      inputSchema: {
        since: z.int().min(0).max(100_000_000).default(0),
        vendor: slug.optional(),
        limit: z.int().min(1).max(200).default(50),
        after: z
          .string()
          .regex(/^\d{1,8}-\d{1,9}$/)
          .optional(),
        lang,
      },
      annotations: readOnly,
    },
    ({ lang: language, ...query }) => ask('/changes', { ...query, lang: language }),
  );
}

/** The tools that agents may use. All of them only read. */
export function agentServer(): McpServer {
  const server = new McpServer(
    { name: 'ai-landscape', title: '大模型产业图谱 · AI Landscape', version: '1.0.0' },
    {
      instructions:
        'The large-model industry, China’s first of all, with a source for each figure. Search first for slugs. Cite the sources that come with an answer, and its edition. What is null is unknown, not zero.',
    },
  );
  for (const add of [addSearch, addCompare, addChart, addRecord, addFunding, addChanges]) add(server);
  return server;
}
