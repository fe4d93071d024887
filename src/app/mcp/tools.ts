import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { charts, chartsNear, findChart } from '@/charts/registry';
import { subjectKeys } from '@/compare/subject-kind';
import { closeMatches } from '@/database/queries/close-matches';
import { searchedKinds } from '@/database/queries/search-records';
import { readFacts } from '@/database/reading';
import { closest } from '@/linking/closest';
import { recordKinds } from '@/records/record';
import { callOperation } from '../api/v1/call-operation';
import { ApiProblem } from '../api/v1/operation';
import { citedIn, documentsOf } from '../api/v1/operations/records';
import { bytesOf, largestAnswer, shortened, told, untilItFits } from './bounded-answer';
import { comparisonPart, type WholeComparison } from './comparison-part';

const lang = z.enum(['zh', 'en']).default('en').describe('Language of texts: zh or en.');
const edition = z
  .int()
  .min(1)
  .max(999_999_999)
  .optional()
  .describe('The facts as of this edition; today’s where it is missing.');
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120);

const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

type Query = Readonly<Record<string, string | number | undefined>>;

function searchOf(query: Query): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
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

/** The data of an operation of the API. */
async function dataOf(path: string, query: Query): Promise<object> {
  return (await callOperation('get', path, searchOf(query))).body as object;
}

// What every answer may say of itself when it was too large to be told whole.
const cut = z.string().optional().describe('Says what was left out, where the answer was too large.');

function addSearch(server: McpServer): void {
  server.registerTool(
    'search',
    {
      title: 'Search',
      description:
        'Finds vendors, models, investors, industries, charts, sources and funding events by any spelling of their names: Chinese, English, pinyin, initials. Gives the slugs that the other tools take.',
      inputSchema: {
        text: z.string().min(1).max(100).describe('A name, or a part of one.'),
        limit: z.int().min(1).max(20).default(6).describe('Results of each kind.'),
        lang,
      },
      outputSchema: z.looseObject({
        edition: z.int(),
        query: z.string(),
        groups: z.array(
          z.looseObject({ kind: z.string(), results: z.array(z.looseObject({ slug: z.string() })) }),
        ),
        cut,
      }),
      annotations: readOnly,
    },
    ({ text, limit, lang: language }) =>
      orRefused(async () =>
        told(await untilItFits(limit, (most) => dataOf('/search', { q: text, limit: most, lang: language }))),
      ),
  );
}

function addCompare(server: McpServer): void {
  server.registerTool(
    'compare',
    {
      title: 'Compare',
      description:
        'Compares 2 to 12 vendors, models or industries, cell by cell: value, unit, whether it was measured, claimed or estimated, its sources, and what is unknown. Dimensions come in parts: `next` says where to go on; `dimensions` asks for some only.',
      inputSchema: {
        kind: z.enum(subjectKeys).describe('What is compared.'),
        slugs: z.array(slug).min(2).max(12).describe('Slugs of what is compared; `search` finds them.'),
        only: z
          .enum(['all', 'differences'])
          .default('all')
          .describe('All dimensions, or only those in which they differ.'),
        dimensions: z
          .array(z.string().max(60))
          .max(60)
          .optional()
          .describe('Keys of the dimensions that are wanted; all where it is missing.'),
        after: z.string().max(60).optional().describe('`next` of the answer before.'),
        edition,
        lang,
      },
      outputSchema: z.looseObject({
        edition: z.int(),
        link: z.string(),
        subjects: z.array(z.looseObject({ slug: z.string(), name: z.string() })),
        dimensions: z.array(
          z.looseObject({ key: z.string(), label: z.string(), cells: z.array(z.unknown()) }),
        ),
        sources: z.array(z.looseObject({ slug: z.string() })).describe('What the cells name by slug.'),
        next: z.string().nullable().describe('`after` of the next answer; null at the end.'),
        cut,
      }),
      annotations: readOnly,
    },
    ({ kind, slugs, only, dimensions, after, edition: at, lang: language }) =>
      orRefused(async () => {
        const query = { [kind]: slugs.join('~'), only, edition: at, lang: language };
        const whole = (await dataOf(`/compare/${kind}`, query)) as WholeComparison;
        const keys = whole.dimensions.map(({ key }) => key);
        const unknown = [...(dimensions ?? []), ...(after === undefined ? [] : [after])].filter(
          (key) => !keys.includes(key),
        );
        if (unknown.length > 0) {
          const near = unknown.flatMap((key) => closest(key, keys, 3));
          throw new ApiProblem(400, `There is no dimension ${unknown.join(', ')}.`, [
            { parameter: 'dimensions', value: unknown.join(', '), allowed: near.length > 0 ? near : keys },
          ]);
        }
        return told(comparisonPart(whole, { dimensions, after }, largestAnswer));
      }),
  );
}

interface ChartData {
  link: string;
  edition: number;
  title: string;
  rows: object[];
  basis: unknown[][];
  records: unknown[];
  sources: unknown[];
}

/** Documents of a chart and records of a row that an answer names; how many there are stands beside them. */
const mostSources = 12;
const mostRecords = 5;

function addChart(server: McpServer): void {
  const names = charts.map(({ slug: name, name: { en }, parameters }) => {
    const takes = Object.keys(parameters).join(', ');
    return `${name} (${en}${takes === '' ? '' : `; ${takes}`})`;
  });
  server.registerTool(
    'chart',
    {
      title: 'Chart',
      description: `A chart as data with its finding, sources, permanent link and the address of its picture. Charts, with their parameters: ${names.join('; ')}. GET /api/v1/openapi.json says which values they take.`,
      inputSchema: {
        chart: slug.describe('Slug of the chart.'),
        parameters: z
          .record(z.string().max(60), z.string().max(500))
          .default({})
          .describe('Parameters of the chart by name; several values of one with ~ between them.'),
        limit: z.int().min(1).max(200).default(60).describe('Rows of one answer.'),
        after: z.int().min(0).max(100_000).default(0).describe('Rows that are left out at the beginning.'),
        edition,
        lang,
      },
      outputSchema: z.looseObject({
        chart: z.string(),
        title: z.string(),
        finding: z.string(),
        edition: z.int(),
        link: z.string(),
        permanent: z.string().describe('Goes on showing these figures.'),
        picture: z.string().describe('The chart as PNG.'),
        rows: z.array(z.record(z.string(), z.unknown())),
        rowCount: z.int().describe('Of the whole chart.'),
        next: z.int().nullable().describe('`after` of the next answer; null at the end.'),
        cut,
      }),
      annotations: readOnly,
    },
    ({ chart: name, parameters, limit, after, edition: at, lang: language }) =>
      orRefused(async () => {
        const found = findChart(name);
        if (!found)
          throw new ApiProblem(404, `There is no chart ${name}.`, [
            { parameter: 'chart', value: name, allowed: chartsNear(name).map((chart) => chart.slug) },
          ]);
        const path = `/charts/${found.chart.slug}`;
        const data = (await dataOf(path, { ...parameters, edition: at, lang: language })) as ChartData;
        const { rows, basis, records, sources, ...rest } = data;
        // The link names its edition, so that it goes on showing these figures.
        const permanent = `${data.link}${data.link.includes('?') ? '&' : '?'}edition=${data.edition}`;
        const picture = permanent.replace(/(\/charts\/[^?]+)/, '$1.png');
        const { description: _, ...known } = rest as typeof rest & { description?: string };
        const part = (count: number) => ({
          ...known,
          sources: sources.slice(0, mostSources),
          permanent,
          picture,
          rows: rows.slice(after, after + count),
          basis: basis.slice(after, after + count).map((paths) => paths.slice(0, mostRecords)),
          records: records.slice(after, after + count),
          rowCount: rows.length,
          next: after + count < rows.length ? after + count : null,
        });
        const link = {
          type: 'resource_link' as const,
          uri: picture,
          name: data.title,
          mimeType: 'image/png',
        };
        return told(await untilItFits(limit, async (most) => part(most)), [link]);
      }),
  );
}

/** A record that is not there, with those that may have been meant. */
async function unknownRecord(kind: string, name: string): Promise<ApiProblem> {
  const searched = searchedKinds.find((each) => each === kind) ?? null;
  const near = await readFacts((facts) => closeMatches(facts, name, searched));
  return new ApiProblem(404, `There is no ${kind} ${name}.`, [
    { parameter: 'slug', value: name, allowed: near.map((hit) => hit.slug) },
  ]);
}

function addRecord(server: McpServer): void {
  server.registerTool(
    'record',
    {
      title: 'Record with evidence',
      description:
        'Everything that is on record about one thing, with the documents that it rests on. `fields` asks for some fields only.',
      inputSchema: {
        kind: z.enum(recordKinds as [string, ...string[]]).describe('Kind of the record.'),
        slug: slug.describe('Slug of the record; `search` finds it.'),
        fields: z
          .array(z.string().max(60))
          .max(60)
          .optional()
          .describe('Names of the fields that are wanted; all where it is missing.'),
        edition,
        lang,
      },
      outputSchema: z.looseObject({
        edition: z.int(),
        kind: z.string(),
        slug: z.string(),
        link: z.string().nullable(),
        record: z.record(z.string(), z.unknown()),
        evidence: z.array(z.looseObject({ slug: z.string() })),
        leftOut: z
          .array(z.string())
          .optional()
          .describe('Fields that had no room; ask for them by `fields`.'),
        cut,
      }),
      annotations: readOnly,
    },
    ({ kind, slug: name, fields, edition: at, lang: language }) =>
      orRefused(async () => {
        const data = (await dataOf(`/records/${kind}/${name}`, { edition: at, lang: language }).catch(
          async (error) => {
            if (error instanceof ApiProblem && error.status === 404) throw await unknownRecord(kind, name);
            throw error;
          },
        )) as { record: Record<string, unknown>; evidence: { slug: string }[] };
        return told(recordPart(data, fields));
      }),
  );
}

/** As many fields of a record as there is room for, the small ones first, with the documents that they name. */
function recordPart(
  data: { record: Record<string, unknown>; evidence: { slug: string }[] },
  fields: readonly string[] | undefined,
): object {
  const names = Object.keys(data.record);
  const unknown = (fields ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new ApiProblem(400, `The record has no field ${unknown.join(', ')}.`, [
      { parameter: 'fields', value: unknown.join(', '), allowed: names },
    ]);
  const wanted = (fields ?? names).toSorted((a, b) => bytesOf(data.record[a]) - bytesOf(data.record[b]));
  const withFields = (kept: readonly string[]) => {
    const record = Object.fromEntries(
      names.filter((name) => kept.includes(name)).map((name) => [name, data.record[name]]),
    );
    const cited = citedIn(record);
    const leftOut = wanted.filter((name) => !kept.includes(name));
    return {
      ...data,
      record,
      evidence: data.evidence.filter((document) => cited.has(document.slug)),
      ...(leftOut.length > 0 ? { leftOut } : {}),
    };
  };
  for (let count = wanted.length; count > 0; count--) {
    const part = withFields(wanted.slice(0, count));
    if (bytesOf(part) <= largestAnswer) return part;
  }
  return shortened(withFields(wanted.slice(0, 1)));
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
        'Funding events with every statement about them and its source. Amounts are as uncertain as they were stated: min and max in units of their currency, null where nothing was stated. `next` says where to go on.',
      inputSchema: {
        organization: slug.optional().describe('Slug of the company.'),
        from: period.describe('First year or quarter, 2023 or 2023-Q1.'),
        to: period.describe('Last year or quarter.'),
        min: z.int().min(0).max(1_000_000_000_000).optional().describe('Least floor in units of `currency`.'),
        currency: z
          .enum(['cny', 'usd'])
          .default('cny')
          .describe('Currency of `min` and of sorting by amount.'),
        sort: z
          .enum(['newest', 'oldest', 'amount', 'organization'])
          .default('newest')
          .describe('Which events come first.'),
        limit: z.int().min(1).max(100).default(20).describe('Events of one answer.'),
        after: slug.optional().describe('`next` of the answer before.'),
        edition,
        lang,
      },
      outputSchema: z.looseObject({
        edition: z.int(),
        total: z.int(),
        next: z.string().nullable(),
        items: z.array(z.looseObject({ slug: z.string() })),
        sources: z.array(z.looseObject({ slug: z.string() })),
        cut,
      }),
      annotations: readOnly,
    },
    ({ lang: language, edition: at, limit, ...query }) =>
      orRefused(async () => {
        const part = async (most: number) => {
          const asked = { ...query, limit: most, lang: language, edition: at };
          const data = (await dataOf('/records/funding-event', asked)) as {
            edition: number;
            items: unknown[];
          };
          const cited = [...citedIn(data.items)];
          const sources = await readFacts((facts) => documentsOf(facts, cited), data.edition);
          return { ...data, sources };
        };
        return told(await untilItFits(limit, part));
      }),
  );
}

function addChanges(server: McpServer): void {
  server.registerTool(
    'changes',
    {
      title: 'Changes',
      description:
        'What was added, corrected, retracted or restored since an edition, field by field. `next` says where to go on.',
      inputSchema: {
        since: z.int().min(0).max(100_000_000).default(0).describe('Only later editions.'),
        vendor: slug.optional().describe('Slug of the organization that they are about.'),
        limit: z.int().min(1).max(200).default(50).describe('Changes of one answer.'),
        after: z
          .string()
          .regex(/^\d{1,8}-\d{1,9}$/)
          .optional()
          .describe('`next` of the answer before.'),
        lang,
      },
      outputSchema: z.looseObject({
        edition: z.int(),
        next: z.string().nullable(),
        items: z.array(z.looseObject({ kind: z.string(), slug: z.string(), action: z.string() })),
        cut,
      }),
      annotations: readOnly,
    },
    ({ lang: language, limit, ...query }) =>
      orRefused(async () =>
        told(
          await untilItFits(limit, (most) => dataOf('/changes', { ...query, limit: most, lang: language })),
        ),
      ),
  );
}

/** The tools that agents may use, by name. All of them only read. */
const tools = {
  search: addSearch,
  compare: addCompare,
  chart: addChart,
  record: addRecord,
  funding: addFunding,
  changes: addChanges,
} as const;

export const toolNames: readonly string[] = Object.keys(tools);

/** A server with all tools, for one message. */
export function agentServer(): McpServer {
  const server = new McpServer(
    { name: 'ai-landscape', title: '大模型产业图谱 · AI Landscape', version: '1.0.0' },
    {
      instructions:
        'The large-model industry, China’s first of all, with a source for each figure. Search first for slugs. Cite the sources that come with an answer, and its edition. What is null is unknown, not zero. Answers are at most 60 kB: what is longer comes in parts.',
    },
  );
  for (const add of Object.values(tools)) add(server);
  return server;
}
