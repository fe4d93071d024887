import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordWithEvidence } from '@/app/api/v1/operations/records';
import { answerChart } from '@/charts/engine/answer';
import { findChart } from '@/charts/registry';
import { subjectKinds } from '@/compare/subject-kinds';
import { organizationInFull } from '@/database/queries/organization-in-full';
import { valueChain } from '@/database/queries/value-chain';
import { waysOfLooking } from '@/database/queries/ways-of-looking';
import { type Facts, readFacts } from '@/database/reading';
import { standText } from '@/i18n/layers';
import { tableOf } from '@/lists/engine/table';
import { models } from '@/lists/models/definition';
import { pageOfRecords } from '@/lists/record-page';
import { vendors } from '@/lists/vendors/definition';
import { layerNames } from '@/records/layer/book';
import { type LayerSlug, layerSlugs } from '@/records/layer/schema';
import { freshDatabaseWithFacts } from './database';

type Stand = `${string} ${LayerSlug}`;
/** Organization and layer → is it stated by a source? As the files say it, by the rule in words. */
const expected = new Map<Stand, boolean>();
let organizations: { slug: string; roles: string[] }[] = [];

const dataOf = async (file: string) => JSON.parse(await readFile(`prisma/data/${file}`, 'utf8'));
const ask = <T>(question: (facts: Facts) => Promise<T>) => readFacts(question);
const chart = (slug: string, query: string) =>
  ask((facts) => {
    const found = findChart(slug);
    if (!found) throw new Error(slug);
    return answerChart(facts, found.chart, new URLSearchParams(query));
  });

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabaseWithFacts();
  organizations = await dataOf('organizations.json');
  const stand = (organization: string, layer: LayerSlug, stated: boolean) =>
    expected.set(`${organization} ${layer}`, stated || (expected.get(`${organization} ${layer}`) ?? false));
  for (const { vendor } of await dataOf('models.json')) stand(vendor, 'model', false);
  for (const { vendor } of await dataOf('platforms.json')) stand(vendor, 'infrastructure', false);
  for (const { vendor, category } of await dataOf('products.json'))
    stand(vendor, category === 'accelerator' ? 'infrastructure' : 'application', false);
  for (const { organization, layer } of await dataOf('placements.json')) stand(organization, layer, true);
});

const sorted = <T>(entries: Iterable<T>) => [...entries].sort();
const stands = () => sorted([...expected].map(([stand, stated]) => `${stand} ${stated}`));

describe('who stands on which layer, of all organizations on record', () => {
  it('holds everybody whom a source or a record puts there, and nobody for a funding event alone', async () => {
    expect(expected.get('moonshot model')).toBeDefined();
    expect(expected.size).toBeGreaterThanOrEqual(369);
    const funded: { organization: string }[] = await dataOf('funding-events.json');
    const only = funded.filter(({ organization }) =>
      layerSlugs.every((l) => !expected.has(`${organization} ${l}`)),
    );
    expect(only.length).toBeGreaterThan(0);
  });

  it('is the same on /value-chain, its chart, and the map', async () => {
    const page = await ask(valueChain);
    expect(
      sorted(
        page.flatMap((layer) =>
          layer.organizations.map((each) => `${each.slug} ${layer.slug} ${each.placement !== null}`),
        ),
      ),
    ).toEqual(stands());
    const rowsOf = async (slug: string, query: string) => {
      const { data, problems } = await chart(slug, query);
      expect(problems).toEqual([]);
      const rows = data.rows as { organization: string; layer: string; placed: boolean }[];
      return rows.map((row) => `${row.organization} ${row.layer} ${row.placed}`);
    };
    for (const slug of ['value-chain', 'landscape'])
      expect(sorted(new Set(await rowsOf(slug, 'top=all'))), slug).toEqual(stands());
  });

  it('is the same in the list of vendors, its facet and files, and the API', async () => {
    const list = await ask((facts) => vendors.answer(facts, new URLSearchParams('role=all'), 'zh'));
    expect(
      sorted(
        list.matching.flatMap(({ slug, layers }) =>
          layers.map(({ layer, stated }) => `${slug} ${layer} ${stated}`),
        ),
      ),
    ).toEqual(stands());
    const table = tableOf(vendors.columns, vendors.parameters, list.matching, list.state, 'en');
    const at = table.columns.findIndex(({ key }) => key === 'layers');
    for (const [row, { layers }] of list.matching.entries())
      for (const stand of layers) expect(table.rows[row]?.[at]?.value).toContain(standText(stand, 'en'));
    for (const layer of layerSlugs) {
      const own = sorted(
        [...expected.keys()].flatMap((stand) => (stand.endsWith(` ${layer}`) ? [stand.split(' ')[0]] : [])),
      );
      expect(list.counts.layer?.get(layer), layer).toBe(own.length);
      const cursor = { after: null, page: null };
      const api = await ask((facts) =>
        pageOfRecords(facts, 'organization', new URLSearchParams(`layer=${layer}`), 'en', cursor, 1000),
      );
      expect(sorted(api.slugs), layer).toEqual(own);
    }
  });

  it('is in the records of the API: stated or derived', async () => {
    const told = await ask(async (facts) => {
      const found: string[] = [];
      for (const { slug } of organizations) {
        const answer = await recordWithEvidence(facts, 'organization', slug);
        const layers = (answer as { layers?: { layer: string; stands: string }[] } | null)?.layers ?? [];
        for (const { layer, stands: how } of layers) found.push(`${slug} ${layer} ${how === 'stated'}`);
      }
      return found;
    });
    expect(sorted(told)).toEqual(stands());
    const [placement] = await dataOf('placements.json');
    expect(await ask((facts) => recordWithEvidence(facts, 'placement', placement.slug))).toMatchObject({
      stands: 'stated',
    });
  }, 120_000);

  it('is the same in comparisons, on profiles, on the front page and in the list of models', async () => {
    const all = organizations.map(({ slug }) => slug);
    const { rows, subjects } = await ask((facts) =>
      subjectKinds.vendors.compare(facts, all, { currency: 'CNY' }),
    );
    const cells = rows.find(({ dimension }) => dimension.key === 'layers')?.cells ?? [];
    const compared = subjects.flatMap(({ slug }, at) => {
      const value = cells[at]?.value;
      return value?.kind === 'names'
        ? value.of.map(({ path, detail }) => `${slug} ${path?.split('#')[1]} ${detail === undefined}`)
        : [];
    });
    expect(sorted(compared)).toEqual(stands());
    const front = await ask(waysOfLooking);
    for (const { slug, organizations: count } of front.layers)
      expect(count, slug).toBe([...expected.keys()].filter((stand) => stand.endsWith(` ${slug}`)).length);
    const { matching } = await ask((facts) => models.answer(facts, new URLSearchParams(), 'zh'));
    for (const { vendor } of matching)
      expect(sorted(vendor.layers), vendor.slug).toEqual(
        layerSlugs.filter((layer) => expected.has(`${vendor.slug} ${layer}`)).toSorted(),
      );
    const profiles = await ask(async (facts) => {
      const ids = await facts.db.organization.findMany({ select: { id: true, slug: true } });
      const found: string[] = [];
      for (const { id, slug } of ids)
        for (const { layer, stated } of (await organizationInFull(facts, id))?.layers ?? [])
          found.push(`${slug} ${layer} ${stated}`);
      return found;
    });
    expect(sorted(profiles)).toEqual(stands());
  }, 180_000);

  it('has one pair of names for each layer', async () => {
    for (const { slug, name } of await dataOf('layers.json'))
      expect(name, slug).toEqual(layerNames[slug as LayerSlug]);
  });
});
