import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ComparedIndustry } from '@/database/queries/industries-to-compare';
import { industriesToCompare } from '@/database/queries/industries-to-compare';
import type { ModelInFull } from '@/database/queries/models-in-full';
import { numberOfModels, unitsOf } from '@/domain/model-count';
import type { Tier } from '@/domain/tier';
import { tierNames } from '@/records/model/book';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';
import { subjectKind } from '../subject-kind';

const names = defineDimension<'names', ComparedIndustry>;
const count = defineDimension<'count', ComparedIndustry>;

/** Who serves it: with a model or product, or because a source says so. */
function servants({ models, products, coverages }: ComparedIndustry) {
  const bySlug = new Map<string, { name: ComparedIndustry['name']; own: ModelInFull[]; said: boolean }>();
  const of = ({ slug, name }: { slug: string; name: ComparedIndustry['name'] }) => {
    const known = bySlug.get(slug) ?? { name, own: [], said: false };
    bySlug.set(slug, known);
    return known;
  };
  for (const model of models) of(model.vendor).own.push(model);
  for (const { vendor } of products) of(vendor);
  for (const { organization } of coverages) of(organization).said = true;
  return [...bySlug.entries()]
    .map(([slug, { name, own, said }]) => ({ slug, name, said, models: numberOfModels(own) }))
    .sort((a, b) => b.models - a.models || (a.slug < b.slug ? -1 : 1));
}

function evidenceOf({ models, products, coverages }: ComparedIndustry) {
  return evidenceTogether([
    ...models.map(({ evidence }) => evidenceForField(evidence, 'industries')),
    ...products.map(({ evidence }) => evidenceForField(evidence, 'industries')),
    ...coverages.map(({ evidence }) => evidence),
  ]);
}

function modelsOfTier(tier: Tier) {
  return count({
    key: `models-${tier}`,
    group: 'models',
    kind: 'count',
    label: { zh: `其中${tierNames[tier].zh}模型`, en: `of these ${tierNames[tier].en.toLowerCase()}` },
    unit: 'families',
    find: (industry) => {
      const units = unitsOf(industry.models, 'families').filter((unit) => unit.tier === tier);
      return {
        value: units.length,
        evidence: evidenceTogether(
          units
            .flatMap(({ models }) => models)
            .map(({ evidence }) => evidenceForField(evidence, 'industries')),
        ),
      };
    },
  });
}

/** Industries side by side: who serves them, with what, since when. */
export const industrySubjects = subjectKind<ComparedIndustry>({
  key: 'industries',
  path: '/compare/industries',
  record: 'industry',
  page: (slug) => `/industries/${slug}`,
  groups: ['identity', 'models', 'platform', 'evidence'],
  dimensions: [
    count({
      key: 'vendors-serving',
      group: 'identity',
      kind: 'count',
      label: { zh: '服务它的厂商数', en: 'Vendors that serve it' },
      unit: 'organizations',
      find: (industry) => ({ value: servants(industry).length, evidence: evidenceOf(industry) }),
    }),
    names({
      key: 'vendors',
      group: 'identity',
      kind: 'names',
      label: { zh: '有谁', en: 'Who' },
      find: (industry) => {
        const found = servants(industry);
        if (found.length === 0) return { missing: 'unknown' };
        return {
          value: found.map(({ slug, name, models }) => ({
            name,
            path: `/vendors/${slug}`,
            detail:
              models === 0
                ? { zh: '仅有说法或应用', en: 'said, or by a product' }
                : { zh: `${models} 个模型系列`, en: models === 1 ? '1 family' : `${models} families` },
          })),
          evidence: evidenceOf(industry),
        };
      },
    }),
    defineDimension<'date', ComparedIndustry>({
      key: 'since',
      group: 'identity',
      kind: 'date',
      label: { zh: '最早的模型', en: 'First model' },
      find: ({ models }) => {
        const dated = models.flatMap((model) => (model.released === null ? [] : [model]));
        const [first] = dated.sort((a, b) => (String(a.released) < String(b.released) ? -1 : 1));
        if (!first?.released) return { missing: 'unknown' };
        return { value: first.released, evidence: evidenceForField(first.evidence, 'released') };
      },
    }),
    count({
      key: 'models-for-it',
      group: 'models',
      kind: 'count',
      label: { zh: '已收录模型系列', en: 'Model families on record' },
      unit: 'families',
      find: ({ models }) => ({
        value: numberOfModels(models),
        evidence: evidenceTogether(models.map(({ evidence }) => evidenceForField(evidence, 'industries'))),
      }),
    }),
    modelsOfTier('industry'),
    modelsOfTier('task'),
    names({
      key: 'models',
      group: 'models',
      kind: 'names',
      label: { zh: '模型', en: 'Models' },
      find: ({ models }) =>
        models.length === 0
          ? { missing: 'unknown' }
          : {
              value: models.map(({ slug, name, vendor }) => ({
                name,
                path: `/models/${slug}`,
                detail: vendor.name,
              })),
              evidence: evidenceTogether(
                models.map(({ evidence }) => evidenceForField(evidence, 'industries')),
              ),
            },
    }),
    names({
      key: 'products',
      group: 'platform',
      kind: 'names',
      label: { zh: '应用', en: 'Products' },
      find: ({ products }) =>
        products.length === 0
          ? { missing: 'unknown' }
          : {
              value: products.map(({ name, vendor }) => ({
                name,
                path: `/vendors/${vendor.slug}`,
                detail: vendor.name,
              })),
              evidence: evidenceTogether(products.map(({ evidence }) => evidence)),
            },
    }),
    count({
      key: 'sources',
      group: 'evidence',
      kind: 'count',
      label: { zh: '不同来源', en: 'Different sources' },
      unit: 'sources',
      find: (industry) => ({
        value: new Set(
          [industry, ...industry.models, ...industry.products, ...industry.coverages].flatMap(
            ({ evidence }) => evidence.map(({ source }) => source.slug),
          ),
        ).size,
        evidence: [],
      }),
    }),
  ],
  preset: ['finance', 'healthcare', 'power', 'mining', 'weather'],
  ready: [
    {
      label: { zh: '文章举的行业', en: 'Industries that the article names' },
      slugs: ['power', 'gas', 'finance', 'aerospace', 'weather', 'mining'],
    },
    {
      label: { zh: '能源与制造', en: 'Energy and manufacturing' },
      slugs: ['power', 'gas', 'mining', 'manufacturing'],
    },
    {
      label: { zh: '面向人的服务', en: 'Services to people' },
      slugs: ['finance', 'healthcare', 'education', 'legal', 'media'],
    },
  ],
  load: industriesToCompare,
});
