import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { vendorFacts } from '@/app/[lang]/vendors/[slug]/vendor-facts';
import { vendorFinding } from '@/app/[lang]/vendors/[slug]/vendor-finding';
import { answerChart } from '@/charts/engine/answer';
import { findChart } from '@/charts/registry';
import { subjectKinds } from '@/compare/subject-kinds';
import { overviewFigures } from '@/database/queries/overview-figures';
import { valueChain } from '@/database/queries/value-chain';
import { type Facts, readFacts } from '@/database/reading';
import { numberOfModels } from '@/domain/model-count';
import { tableOf } from '@/lists/engine/table';
import { models as modelList } from '@/lists/models/definition';
import { vendors } from '@/lists/vendors/definition';
import { freshDatabaseWithFacts } from './database';

interface Record {
  slug: string;
  vendor: string;
  tier?: string;
  family?: boolean;
  memberOf?: string;
}
interface Count {
  families: number;
  versions: number;
}

/** By vendor, as the files say it. */
const expected = new Map<string, Count>();
const everything: Count = { families: 0, versions: 0 };
let models: Record[] = [];

const ask = <T>(question: (facts: Facts) => Promise<T>) => readFacts(question);
async function rowsOf<Row>(slug: string, query: string): Promise<Row[]> {
  const { data, problems } = await ask((facts) => {
    const found = findChart(slug);
    if (!found) throw new Error(slug);
    return answerChart(facts, found.chart, new URLSearchParams(query));
  });
  expect(problems).toEqual([]);
  return data.rows as Row[];
}

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabaseWithFacts();
  models = JSON.parse(await readFile('prisma/data/models.json', 'utf8'));
  const bySlug = new Map(models.map((model) => [model.slug, model]));
  const parents = new Set(models.map(({ memberOf }) => memberOf));
  const headOf = (model: Record): string => {
    const above = model.memberOf === undefined ? undefined : bySlug.get(model.memberOf);
    return above ? headOf(above) : model.slug;
  };
  const count = (some: readonly Record[]): Count => ({
    families: new Set(some.map(headOf)).size,
    versions: some.filter(({ slug, family }) => !(family && parents.has(slug))).length,
  });
  for (const vendor of new Set(models.map((model) => model.vendor)))
    expected.set(vendor, count(models.filter((model) => model.vendor === vendor)));
  Object.assign(everything, count(models));
});

const asRecord = (counts: Iterable<readonly [string, number]>) => Object.fromEntries([...counts].sort());
const wanted = (count: keyof Count) =>
  asRecord([...expected].map(([vendor, each]) => [vendor, each[count]] as const));

describe('the number of models, of all vendors on record', () => {
  it('tells families from sizes and versions', () => {
    const { families, versions } = expected.get('alibaba') as Count;
    expect(versions).toBeGreaterThan(80);
    expect(families).toBeLessThan(20);
    const tongyi = ['tongyi', 'qwen', 'qwen-1-8b', 'qwen-7b', 'qwen-14b', 'qwen-72b'];
    const heads = models.filter(({ slug }) => tongyi.includes(slug) && slug !== 'tongyi');
    expect(heads.every(({ memberOf }) => memberOf !== undefined)).toBe(true);
    expect(everything.families).toBeLessThan(everything.versions);
  });

  it.each(['families', 'versions'] as const)(
    'is the same in the chart, the list and its files: %s',
    async (count) => {
      const rows = await rowsOf<{
        vendor: string;
        total: number;
        general: number;
        task: number;
        industry: number;
        unclassified: number;
      }>('models-by-vendor', `top=all&count=${count}`);
      expect(asRecord(rows.map(({ vendor, total }) => [vendor, total] as const))).toEqual(wanted(count));
      for (const { vendor, total, general, task, industry, unclassified } of rows)
        expect(general + task + industry + unclassified, vendor).toBe(total);
      const list = await ask((facts) => vendors.answer(facts, new URLSearchParams('role=all'), 'en'));
      const own = list.matching.filter(({ modelCount }) => modelCount > 0);
      expect(
        asRecord(
          own.map(
            ({ slug, modelCount, versionCount }) =>
              [slug, count === 'families' ? modelCount : versionCount] as const,
          ),
        ),
      ).toEqual(wanted(count));
      const table = tableOf(vendors.columns, vendors.parameters, own, list.state, 'en');
      const at = table.columns.findIndex(
        ({ key }) => key === (count === 'families' ? 'models' : 'models-versions'),
      );
      expect(
        asRecord(table.rows.map((cells) => [String(cells[0]?.value), Number(cells[at]?.value)] as const)),
      ).toEqual(wanted(count));
    },
  );

  it('is the same in comparisons, 0 for a vendor without any', async () => {
    const vendors = [...expected.keys()].sort();
    const { rows, subjects } = await ask((facts) =>
      subjectKinds.vendors.compare(facts, [...vendors, 'aisphere', 'nvidia'], { currency: 'CNY' }),
    );
    const counts = (key: string) => {
      const cells = rows.find(({ dimension }) => dimension.key === key)?.cells ?? [];
      return new Map(
        subjects.map(({ slug }, at) => {
          const value = cells[at]?.value;
          return [slug, value?.kind === 'count' ? value.of : null] as const;
        }),
      );
    };
    for (const [key, count] of [
      ['models-on-record', 'families'],
      ['versions-on-record', 'versions'],
    ] as const)
      for (const vendor of vendors)
        expect(counts(key).get(vendor), `${vendor} ${key}`).toBe(expected.get(vendor)?.[count]);
  });

  it('is the same on the map, the value chain, the front page, the list of models and by place', async () => {
    const map = await rowsOf<{ organization: string; models: number; layer: string; entries: number }>(
      'landscape',
      'top=all',
    );
    const onModelLayer = map.filter(({ layer, entries }) => layer === 'model' && entries > 0);
    expect(
      asRecord(onModelLayer.map(({ organization, models: own }) => [organization, own] as const)),
    ).toEqual(wanted('families'));
    expect(
      asRecord(onModelLayer.map(({ organization, entries }) => [organization, entries] as const)),
    ).toEqual(wanted('families'));
    const chain = await rowsOf<{ organization: string; kind: string; entries: number }>(
      'value-chain',
      'top=all',
    );
    expect(
      asRecord(
        chain.flatMap((row) => (row.kind === 'model' ? [[row.organization, row.entries] as const] : [])),
      ),
    ).toEqual(wanted('families'));
    const layers = await ask(valueChain);
    for (const { organizations } of layers)
      for (const { slug, models: own } of organizations)
        expect(own, slug).toBe(expected.get(slug)?.families ?? 0);
    const front = await ask(overviewFigures);
    const { general, task, industry, unclassified } = front.models;
    expect(general + task + industry + unclassified).toBe(everything.families);
    expect(front.versions).toBe(everything.versions);
    const list = await ask((facts) => modelList.answer(facts, new URLSearchParams(), 'zh'));
    expect(numberOfModels(list.matching)).toBe(everything.families);
    expect(numberOfModels(list.matching, 'versions')).toBe(everything.versions);
    const file = tableOf(modelList.columns, modelList.parameters, list.matching, list.state, 'zh');
    const at = file.columns.findIndex(({ key }) => key === 'member-of');
    expect(file.rows.filter((cells) => cells[at]?.value !== null)).toHaveLength(
      models.filter(({ memberOf }) => memberOf !== undefined).length,
    );
    const places = await rowsOf<{ models: number; organizations: number }>(
      'where',
      'top=all&by=country&role=all',
    );
    expect(places.reduce((sum, row) => sum + row.models, 0)).toBeLessThanOrEqual(
      [...expected.values()].reduce((sum, each) => sum + each.families, 0),
    );
  });

  it('is the same over time: each family once, each version once, where there is a date', async () => {
    for (const count of ['families', 'versions'] as const) {
      const total = async (chart: string, query: string) =>
        (await rowsOf<{ models: number }>(chart, `by=year&count=${count}${query}`)).reduce(
          (sum, row) => sum + row.models,
          0,
        );
      const released = await total('releases', '&group=none');
      expect(await total('openness', '')).toBe(released);
      expect(released).toBeLessThanOrEqual(
        [...expected.values()].reduce((sum, each) => sum + each[count], 0),
      );
      expect(released).toBeGreaterThan(200);
    }
  });

  it('is the same on the page of a vendor', async () => {
    for (const slug of ['alibaba', 'baidu', 'zhipu', 'tsinghua']) {
      const found = await ask((facts) => vendorFacts(facts, slug));
      if ('at' in found) throw new Error(slug);
      const { families, versions } = expected.get(slug) as Count;
      const said = vendorFinding(found, 'zh');
      expect(said).toContain(`共 ${versions} 个型号`);
      const byTier = [...said.matchAll(/模型 (\d+) 个系列/g)].map((match) => Number(match[1]));
      expect(
        byTier.reduce((sum, each) => sum + each, 0),
        said,
      ).toBe(families);
    }
  });
});
