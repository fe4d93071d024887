import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { type ModelWithOrigin, originsOfModels } from '@/database/queries/origins-of-models';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { tierColours } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { numberOf } from '@/linking/parameters';
import { tierNames } from '@/records/model/book';
import { numberColumn, textColumn } from '../engine/columns';
import { type BasisRecord, type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { groupBy } from '../facts/group-by';
import { chosen, optionsFrom } from '../facts/options';
import { originName } from './origin-name';
import { type DerivationRow, type DerivedTier, parameters, type State } from './rows';
import { derivationWords } from './words';

export type Read = { models: (ModelWithOrigin & { evidence: Evidence[] })[] };
type Model = Read['models'][number];

const tierOrder: readonly DerivedTier[] = ['industry', 'task', 'general', 'unclassified'];

export const definition = defineChart({
  slug: 'derivation',
  name: { zh: '模型的出处', en: 'Where models come from' },
  question: () => ({
    zh: '行业模型和任务模型出自哪个通用模型？',
    en: 'Which general models do industry and task models come from?',
  }),
  parameters,
  async read(facts): Promise<Read> {
    const models = await originsOfModels(facts);
    const evidence = await evidenceOfRecords(
      facts,
      models.map((model) => model.id),
    );
    return {
      models: models.map((model) => ({
        ...model,
        evidence: model.origin
          ? evidenceForField(evidence.get(model.id), 'derivesFrom')
          : (evidence.get(model.id) ?? []),
      })),
    };
  },
  options: ({ models }) => ({
    vendors: optionsFrom(models.flatMap((model) => (matchesTier(model, 'all') ? [model.vendor] : []))),
  }),
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) => {
    const words = derivationWords[lang];
    return row.origin && row.model
      ? words.known(row.model.name[lang], row.vendorName[lang], originName(row.origin, lang))
      : words.unknownRow(row.vendorName[lang], tierNames[row.tier][lang], row.models);
  },
  legend: (rows) =>
    tierOrder
      .filter((tier) => rows.some((row) => row.tier === tier))
      .map((tier) => ({ label: tierNames[tier], colour: tierColours[tier], mark: 'solid' as const })),
});

const tierOf = (model: Model): DerivedTier => model.tier ?? 'unclassified';

/** A general model need not come from another one, so it counts only where a source says that it does. */
function matchesTier(model: Model, tier: State['tier']): boolean {
  if (tier === 'industry' || tier === 'task') return model.tier === tier;
  return model.tier === 'industry' || model.tier === 'task' || (tier === 'all' && model.origin !== null);
}

function answer({ models }: Read, state: State): ChartData<DerivationRow> {
  const left = leftOutList();
  const matching = models.filter(
    (model) =>
      (model.origin !== null || !model.member) &&
      chosen(state.vendors, model.vendor.slug) &&
      matchesTier(model, state.tier),
  );
  const drawn = matching.filter((model) => {
    if (model.origin || state.unknown) return true;
    left.leave({ zh: derivationWords.zh.unknown, en: derivationWords.en.unknown }, basisOf(model));
    return false;
  });
  const known = (own: readonly Model[]) => own.filter(({ origin }) => origin !== null).length;
  const ranked = [...groupBy(drawn, (model) => model.vendor.slug)].sort(
    ([a, own], [b, other]) => known(other) - known(own) || other.length - own.length || (a < b ? -1 : 1),
  );
  // Vendors that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.vendors.length > 0 ? ranked : ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(shown.length);
  for (const model of beyond.flatMap(([, own]) => own)) {
    const key = model.origin ? 'beyond' : 'beyondUnknown';
    const reason = {
      zh: derivationWords.zh[key](numberOf(state.top), beyond.length),
      en: derivationWords.en[key](numberOf(state.top), beyond.length),
    };
    left.leave(reason, basisOf(model));
  }
  const cells = shown.flatMap(([vendor, own]) => {
    const vendorName = own[0]?.vendor.name ?? { zh: vendor, en: vendor };
    const byTier = (a: DerivedTier, b: DerivedTier) => tierOrder.indexOf(a) - tierOrder.indexOf(b);
    const single = own
      .flatMap((model) =>
        model.origin
          ? [
              {
                row: {
                  vendor,
                  vendorName,
                  tier: tierOf(model),
                  origin: {
                    slug: model.origin.slug,
                    name: model.origin.name,
                    vendorName: model.origin.vendor.name,
                  },
                  model: { slug: model.slug, name: model.name },
                  models: 1,
                },
                basis: [basisOf(model)],
              },
            ]
          : [],
      )
      .sort((a, b) => byTier(a.row.tier, b.row.tier));
    const silent = [
      ...groupBy(
        own.filter(({ origin }) => origin === null),
        tierOf,
      ),
    ]
      .sort(([a], [b]) => byTier(a, b))
      .map(([tier, some]) => ({
        row: { vendor, vendorName, tier, origin: null, model: null, models: some.length },
        basis: some.map(basisOf),
      }));
    return [...single, ...silent];
  });
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(shown.length, ranked.length),
    notes: [{ zh: derivationWords.zh.note, en: derivationWords.en.note }],
  };
}

function basisOf({ slug, name, evidence }: Model): BasisRecord {
  return { name, path: `/models/${slug}`, evidence };
}

function columns(): Column<DerivationRow>[] {
  return [
    textColumn(
      'origin',
      { zh: '出自', en: 'Comes from' },
      (row, lang) => (row.origin ? originName(row.origin, lang) : null),
      {
        text: (row, lang) => (row.origin ? originName(row.origin, lang) : derivationWords[lang].unknown),
        path: (row) => (row.origin ? `/models/${row.origin.slug}` : null),
      },
    ),
    textColumn('vendor', { zh: '厂商', en: 'Vendor' }, (row, lang) => row.vendorName[lang], {
      path: (row) => `/vendors/${row.vendor}`,
    }),
    textColumn('tier', { zh: '层级', en: 'Tier' }, (row, lang) => tierNames[row.tier][lang]),
    textColumn(
      'model',
      { zh: '衍生模型', en: 'Derived model' },
      (row, lang) => row.model?.name[lang] ?? null,
      { path: (row) => (row.model ? `/models/${row.model.slug}` : null) },
    ),
    numberColumn('models', { zh: '模型数', en: 'Models' }, (row) => row.models, { unit: 'models' }),
  ];
}

function finding({ rows, leftOut }: ChartData<DerivationRow>, _state: State, lang: Lang): string {
  const words = derivationWords[lang];
  const left = leftOut.reduce((sum, { records }) => sum + records.length, 0);
  const shown = rows.reduce((sum, row) => sum + row.models, 0);
  if (shown + left === 0) return words.none;
  const known = rows.filter((row) => row.origin !== null);
  // Vendors with a stated origin come first, so the ones after the limit rarely have any.
  const knownBeyond = leftOut
    .filter(({ reason }) => reason.en.startsWith(derivationWords.en.beyondStart))
    .reduce((sum, { records }) => sum + records.length, 0);
  const origins = [...groupBy(known, (row) => row.origin?.slug).values()];
  const most = Math.max(0, ...origins.map((own) => own.length));
  const leaders = origins.flatMap((own) => {
    const origin = own[0]?.origin;
    return origin && own.length === most ? [originName(origin, lang)] : [];
  });
  const stated = known.length + knownBeyond;
  return joinSentences(lang, [
    words.sum(shown + left, stated),
    known.length > 0 && leaders.length <= 3
      ? words.origins(joinList(lang, leaders), leaders.length, most)
      : '',
    stated > 0 ? words.unknownCount(shown + left - stated) : '',
  ]);
}
