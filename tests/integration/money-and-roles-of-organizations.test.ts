import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { vendorFacts } from '@/app/[lang]/vendors/[slug]/vendor-facts';
import { vendorFinding } from '@/app/[lang]/vendors/[slug]/vendor-finding';
import { answerChart } from '@/charts/engine/answer';
import { findChart } from '@/charts/registry';
import { subjectKinds } from '@/compare/subject-kinds';
import { exportedValue } from '@/compare/text';
import { peopleMoves } from '@/database/queries/people-moves';
import { type Facts, readFacts } from '@/database/reading';
import { formatTotal } from '@/domain/totals';
import { vendors } from '@/lists/vendors/definition';
import { freshDatabaseWithFacts } from './database';

type Participation = { investor: string; role?: string };
type Event = { slug: string; organization: string; participations?: Participation[] };

let events: Event[] = [];
let organizations: { name: { zh: string } }[] = [];
const ask = <T>(question: (facts: Facts) => Promise<T>) => readFacts(question);
const dataOf = async (file: string) => JSON.parse(await readFile(`prisma/data/${file}`, 'utf8'));
const nothing = /没有融资记录|no funding on record/i;

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabaseWithFacts();
  events = await dataOf('funding-events.json');
  organizations = await dataOf('organizations.json');
});

it('says of nobody that no funding is on record where events are', async () => {
  const funded = new Set(events.map(({ organization }) => organization));
  expect(funded.size).toBeGreaterThan(100);
  for (const slug of funded) {
    const facts = await ask((at) => vendorFacts(at, slug));
    if ('at' in facts) throw new Error(slug);
    expect(facts.funding.length, slug).toBeGreaterThan(0);
    for (const lang of ['zh', 'en'] as const) {
      expect(formatTotal(facts.money.total, 'CNY', lang), slug).not.toMatch(nothing);
      expect(vendorFinding(facts, lang), slug).not.toMatch(nothing);
    }
  }
  const { rows, subjects } = await ask((at) =>
    subjectKinds.vendors.compare(at, [...funded], { currency: 'CNY' }),
  );
  const money = rows.filter(({ dimension }) => dimension.group === 'funding');
  expect(money.length).toBeGreaterThan(0);
  for (const { dimension, cells } of money)
    for (const [at, cell] of cells.entries())
      expect(String(exportedValue(cell, 'en')), `${dimension.key} ${subjects[at]?.slug}`).not.toMatch(
        nothing,
      );
  const list = await ask((at) => vendors.answer(at, new URLSearchParams('role=all'), 'en'));
  for (const vendor of list.matching.filter(({ slug }) => funded.has(slug)))
    expect(JSON.stringify(vendor), vendor.slug).not.toMatch(nothing);
}, 120_000);

it('gives an investor in each round the role of that round: 阿里 led one round of 月之暗面', async () => {
  const own = events.flatMap(({ slug, organization, participations = [] }) =>
    participations
      .filter(({ investor }) => investor === 'alibaba')
      .map(({ role = null }) => ({ slug, organization, role })),
  );
  expect(own.filter(({ organization, role }) => organization === 'moonshot' && role === 'lead')).toHaveLength(
    1,
  );
  const facts = await ask((at) => vendorFacts(at, 'alibaba'));
  if ('at' in facts) throw new Error('no alibaba');
  for (const { slug, role } of own) {
    const event = facts.invested.find((each) => each.slug === slug);
    expect(
      event?.participations.filter(({ investor }) => investor.slug === 'alibaba'),
      slug,
    ).toMatchObject([{ role }]);
  }
  const investors = findChart('investors')?.chart;
  if (!investors) throw new Error('no chart');
  const query = new URLSearchParams('investors=alibaba&top=all');
  const { data, chart, state } = await ask((at) => answerChart(at, investors, query));
  const row = data.rows.find((each) => JSON.stringify(each).includes('moonshot'));
  expect(row).toBeDefined();
  expect(chart.columns(state).map((column) => column.value(row, 'en'))).toContainEqual(
    expect.stringContaining('lead in 1'),
  );
});

it('says of nobody that they founded nothing where the company is on record', async () => {
  const moves = await ask(peopleMoves);
  const founded = moves.filter(({ kind }) => kind === 'founded');
  expect(founded.length).toBeGreaterThan(3);
  const known = organizations.map(({ name }) => name.zh).filter((name) => name.length > 1);
  const missed = founded
    .filter(({ joined }) => joined === null)
    .flatMap(({ slug, did }) =>
      known.filter((name) => did.zh.includes(name)).map((name) => `${slug}: ${name}`),
    );
  expect(missed).toEqual([]);
});
