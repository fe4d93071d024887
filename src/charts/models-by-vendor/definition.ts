import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { type ModelOfVendor, modelsByVendorAndTier } from '@/database/queries/models-by-vendor-and-tier';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { type CountedUnit, tierCounted, unitsOf } from '@/domain/model-count';
import { tierColours } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { modelCountNames, modelCountNote, modelsInWords } from '@/i18n/model-count';
import { numberOf } from '@/linking/parameters';
import { tierNames } from '@/records/model/book';
import { numberColumn, textColumn } from '../engine/columns';
import { type BasisRecord, type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { groupBy } from '../facts/group-by';
import { chosen, optionsFrom } from '../facts/options';
import { parameters, type StackedTier, type State, stackedTiers, type VendorRow } from './rows';
import { modelsFinding } from './words';

export type Read = { models: (ModelOfVendor & { evidence: Evidence[] })[] };
type Model = Read['models'][number];

export const definition = defineChart({
  slug: 'models-by-vendor',
  name: { zh: '厂商的模型', en: 'Models by vendor' },
  question: (state: State) =>
    state.tier === 'all'
      ? {
          zh: '哪些厂商的模型最多，各属哪一层级？',
          en: 'Which vendors have the most models, and of which tier?',
        }
      : {
          zh: `哪些厂商的${tierNames[state.tier].zh}模型最多？`,
          en: `Which vendors have the most ${tierNames[state.tier].en.toLowerCase()} models?`,
        },
  parameters,
  async read(facts): Promise<Read> {
    const models = await modelsByVendorAndTier(facts);
    const evidence = await evidenceOfRecords(
      facts,
      models.map((model) => model.id),
    );
    return { models: models.map((model) => ({ ...model, evidence: evidence.get(model.id) ?? [] })) };
  },
  options: ({ models }) => ({
    vendors: optionsFrom(models.map((model) => model.vendor)),
    industries: optionsFrom(models.flatMap((model) => model.industries)),
  }),
  highlight: { options: 'vendors', of: (row) => row.vendor },
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    modelsFinding[lang].row(
      row.name[lang],
      modelsInWords(row.total, state.count, lang),
      tiersInWords(row, lang),
    ),
  legend: (rows) =>
    stackedTiers
      .filter((tier) => rows.some((row) => row[tier] > 0))
      .map((tier) => ({ label: tierNames[tier], colour: tierColours[tier], mark: 'solid' as const })),
});

function answer({ models }: Read, state: State): ChartData<VendorRow> {
  const matching = models.filter(
    (model) =>
      chosen(state.vendors, model.vendor.slug) &&
      (state.tier === 'all' || (tierCounted(model, state.count) ?? 'unclassified') === state.tier) &&
      (state.industries.length === 0 || model.industries.some(({ slug }) => state.industries.includes(slug))),
  );
  const ranked = [...groupBy(matching, (model) => model.vendor.slug)]
    .map(([vendor, own]) => ({ vendor, units: unitsOf(own, state.count) }))
    .filter(({ units }) => units.length > 0)
    .sort((a, b) => b.units.length - a.units.length || (a.vendor < b.vendor ? -1 : 1));
  const recordsOf = (units: readonly CountedUnit<Model>[]) =>
    units.flatMap(({ models: own }) => own.map(basisOf));
  // Vendors that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.vendors.length > 0 ? ranked : ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(shown.length);
  return {
    rows: shown.map(({ vendor, units }) => rowOf(vendor, units)),
    basis: shown.map(({ units }) => recordsOf(units)),
    ...limitedTo(shown.length, ranked.length),
    leftOut:
      beyond.length === 0
        ? []
        : [
            {
              reason: {
                zh: `模型较少、不在前 ${numberOf(state.top)} 位的 ${beyond.length} 家厂商`,
                en: `of the ${beyond.length} vendors after the first ${numberOf(state.top)}`,
              },
              records: beyond.flatMap(({ units }) => recordsOf(units)),
            },
          ],
    notes: [modelCountNote],
  };
}

function rowOf(vendor: string, units: readonly CountedUnit<Model>[]): VendorRow {
  const count = (wanted: StackedTier) =>
    units.filter(({ tier }) => (tier ?? 'unclassified') === wanted).length;
  return {
    vendor,
    name: units[0]?.models[0]?.vendor.name ?? { zh: vendor, en: vendor },
    general: count('general'),
    task: count('task'),
    industry: count('industry'),
    unclassified: count('unclassified'),
    total: units.length,
  };
}

function basisOf(model: Model): BasisRecord {
  return { name: model.name, path: `/models/${model.slug}`, evidence: model.evidence };
}

function columns(state: State): Column<VendorRow>[] {
  return [
    textColumn('vendor', { zh: '厂商', en: 'Vendor' }, (row, lang) => row.name[lang], {
      path: (row) => `/vendors/${row.vendor}`,
    }),
    ...stackedTiers.map(
      (tier): Column<VendorRow> =>
        numberColumn(tier, tierNames[tier], (row) => row[tier], { unit: state.count }),
    ),
    numberColumn('total', modelCountNames[state.count], (row) => row.total, { unit: state.count }),
  ];
}

function tiersInWords(row: VendorRow, lang: Lang): string[] {
  return stackedTiers
    .filter((tier) => row[tier] > 0)
    .map((tier) => modelsFinding[lang].tier(tierNames[tier][lang], row[tier]));
}

function finding(data: ChartData<VendorRow>, state: State, lang: Lang): string {
  const { rows } = data;
  const [first] = rows;
  const words = modelsFinding[lang];
  if (!first) return words.none;
  const shown = rows.reduce((sum, row) => sum + row.total, 0);
  const leaders = rows.filter((row) => row.total === first.total).map((row) => row.name[lang]);
  const tiers = stackedTiers
    .map((tier) => ({ tier, count: rows.reduce((sum, row) => sum + row[tier], 0) }))
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => words.tier(tierNames[tier][lang], count));
  const others = data.leftOut.reduce((sum, each) => sum + each.records.length, 0);
  return joinSentences(lang, [
    words.leaders(
      leaders.length > 3 ? words.several(leaders.length) : joinList(lang, leaders),
      leaders.length,
      modelsInWords(first.total, state.count, lang),
    ),
    words.sum(rows.length, modelsInWords(shown, state.count, lang), joinList(lang, tiers)),
    others > 0 ? words.others(others) : '',
  ]);
}
