import { z } from 'zod';
import { answerChart } from '@/charts/engine/answer';
import type { Chart } from '@/charts/engine/definition';
import { fileParameters } from '@/charts/engine/file-format';
import { jsonOf } from '@/charts/engine/json';
import { charts } from '@/charts/registry';
import { compareFile } from '@/compare/file';
import { compareParameters, fewestSubjects, mostSubjects } from '@/compare/state';
import { type SubjectKey, subjectKeys } from '@/compare/subject-kind';
import { readFacts } from '@/database/reading';
import { sourceVias } from '@/domain/source-via';
import { publicUrl } from '@/linking/public-url';
import { type Operation, refusedQuery } from '../operation';
import { queryOf } from '../parameter-schema';

const licence = z.object({ name: z.string(), url: z.string(), attribution: z.string() });
const language = z.enum(['zh', 'en']);
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

const chartAnswer = z.object({
  chart: z.string(),
  title: z.string(),
  finding: z.string(),
  description: z.string(),
  language,
  edition: z.int(),
  published: z.string().nullable(),
  link: z.string().describe('The page of the chart in this state; it stays.'),
  state: z.record(z.string(), value),
  columns: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(['text', 'number']),
      unit: z.string().nullable(),
    }),
  ),
  rows: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
    .describe('Money in units of its currency.'),
  basis: z
    .array(z.array(z.string()))
    .describe('The records behind each row; the first of them where there are many.'),
  records: z.array(z.int()).describe('How many records are behind each row.'),
  leftOut: z.array(z.object({ reason: z.string(), records: z.int() })),
  notes: z.array(z.string()),
  sources: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      publisher: z.string().nullable(),
      url: z.string().nullable(),
      via: z
        .enum(sourceVias)
        .nullable()
        .describe('What was read: the publisher’s page, a copy, or a digest.'),
      carrier: z.string().nullable().describe('Who republished or summarised it.'),
      published: z.string().nullable(),
      kind: z.enum(['measured', 'claimed', 'estimated']),
      seen: z.boolean().describe('Have we opened it ourselves?'),
      records: z.int(),
    }),
  ),
  sourceCount: z.int().describe('All sources; the first hundred are listed.'),
  licence,
});

const listOfCharts: Operation = {
  id: 'list-charts',
  method: 'get',
  path: '/charts',
  tag: 'Charts and comparisons',
  summary: 'The charts that there are',
  ofEdition: false,
  answer: z.object({
    items: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        parameters: z.array(z.string()),
        link: z.string(),
        picture: z.string(),
      }),
    ),
  }),
  async run({ lang }) {
    const prefix = `${publicUrl()}${lang === 'en' ? '/en' : ''}/charts/`;
    const items = charts.map(({ slug, name, parameters }) => ({
      slug,
      name: name[lang],
      parameters: Object.keys(parameters),
      link: `${prefix}${slug}`,
      picture: `${prefix}${slug}.png`,
    }));
    return { edition: null, body: { items } };
  },
};

function chartOperation(chart: Chart): Operation {
  return {
    id: `chart-${chart.slug}`,
    method: 'get',
    path: `/charts/${chart.slug}`,
    tag: 'Charts and comparisons',
    summary: `The chart “${chart.name.en}” as data`,
    description: `The same state as a picture: \`/en/charts/${chart.slug}.svg\` or \`.png\` with the same query.`,
    query: queryOf(chart.parameters),
    ofEdition: true,
    answer: chartAnswer,
    async run({ search, lang, edition }) {
      return readFacts(async (facts) => {
        const answer = await answerChart(facts, chart, search, Object.keys(fileParameters));
        if (answer.problems.length > 0) throw refusedQuery(answer.problems, lang);
        return { edition: answer.edition, body: jsonOf(answer, lang, publicUrl()) };
      }, edition);
    },
  };
}

const comparisonAnswer = z.object({
  language,
  edition: z.int(),
  published: z.string().nullable(),
  link: z.string(),
  state: z.record(z.string(), value),
  finding: z.string().nullable(),
  subjects: z.array(z.object({ slug: z.string(), name: z.string(), link: z.string() })),
  dimensions: z.array(
    z.object({
      key: z.string(),
      group: z.object({ key: z.string(), label: z.string() }),
      label: z.string(),
      note: z.string().nullable(),
      type: z.string(),
      unit: z.string().nullable(),
      better: z.string().nullable(),
      differs: z.boolean(),
      cells: z.array(
        z.object({
          subject: z.string(),
          value: z.unknown().describe('Numbers in units, texts, or lists of names.'),
          missing: z.string().nullable(),
          text: z.string(),
          kind: z.string().nullable(),
          secondHand: z
            .string()
            .nullable()
            .describe('Known from copies or digests alone, and which; null where a source itself was read.'),
          sources: z.array(z.record(z.string(), z.unknown())),
        }),
      ),
    }),
  ),
  licence,
});

function comparison(key: SubjectKey): Operation {
  const slugs = '[a-z0-9]+(?:-[a-z0-9]+)*';
  return {
    id: `compare-${key}`,
    method: 'get',
    path: `/compare/${key}`,
    tag: 'Charts and comparisons',
    summary: `Compares ${key}, cell by cell, with the sources of each`,
    query: {
      [key]: {
        description: `${fewestSubjects} to ${mostSubjects} slugs with ~ between them.`,
        schema: {
          type: 'string',
          pattern: `^${slugs}(?:~${slugs}){${fewestSubjects - 1},${mostSubjects - 1}}$`,
        },
        required: true,
      },
      ...queryOf(compareParameters),
    },
    ofEdition: true,
    answer: comparisonAnswer,
    async run({ search, lang, edition }) {
      search.set('lang', lang);
      const result = await compareFile(
        key,
        'json',
        search,
        (question) => readFacts(question, edition),
        publicUrl(),
      );
      if ('problems' in result) throw refusedQuery(result.problems, lang);
      return { edition: result.file.edition, body: JSON.parse(String(result.file.body)) };
    },
  };
}

/** Charts and comparisons as data. */
export const chartOperations: readonly Operation[] = [
  listOfCharts,
  ...charts.map(chartOperation),
  ...subjectKeys.map(comparison),
];
