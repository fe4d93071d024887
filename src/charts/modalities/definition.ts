import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { type ModelWithModalities, modalitiesOfModels } from '@/database/queries/modalities-of-models';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { tierCounted, unitsOf } from '@/domain/model-count';
import { joinList, joinSentences } from '@/i18n/list';
import { modelCountNames, modelCountNote, modelsInWords } from '@/i18n/model-count';
import { numberOf } from '@/linking/parameters';
import { modalityNames } from '@/records/model/book';
import { modalities } from '@/records/model/schema';
import { numberColumn, textColumn } from '../engine/columns';
import { type BasisRecord, type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { groupBy } from '../facts/group-by';
import { chosen, optionsFrom } from '../facts/options';
import { heatLegend } from '../families/heat-scale';
import { axesOf, type ModalityRow, parameters, type State } from './rows';
import { modalityWords } from './words';

export type Read = { models: (ModelWithModalities & { evidence: Evidence[] })[] };
type Model = Read['models'][number];

export const definition = defineChart({
  slug: 'modalities',
  name: { zh: '厂商与模态', en: 'Modalities by vendor' },
  question: () => ({
    zh: '各家厂商的模型覆盖哪些模态？',
    en: 'Which modalities do the models of each vendor cover?',
  }),
  parameters,
  async read(facts): Promise<Read> {
    const models = await modalitiesOfModels(facts);
    const evidence = await evidenceOfRecords(
      facts,
      models.map((model) => model.id),
    );
    return {
      models: models.map((model) => ({
        ...model,
        evidence: evidenceForField(evidence.get(model.id), 'modalities'),
      })),
    };
  },
  options: ({ models }) => ({
    vendors: optionsFrom(models.flatMap((model) => (model.modalities.length > 0 ? [model.vendor] : []))),
  }),
  highlight: { options: 'vendors', of: (row) => row.vendor },
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    modalityWords[lang].cell(row.vendorName[lang], modalityNames[row.modality][lang], row.models),
  legend: (rows) => (rows.length > 0 ? heatLegend() : []),
});

const basisOf = (model: Model): BasisRecord => ({
  name: model.name,
  path: `/models/${model.slug}`,
  evidence: model.evidence,
});

function answer({ models }: Read, state: State): ChartData<ModalityRow> {
  const left = leftOutList();
  const matching = models.filter(
    (model) =>
      chosen(state.vendors, model.vendor.slug) &&
      (state.tier === 'all' || (tierCounted(model, state.count) ?? 'unclassified') === state.tier),
  );
  for (const model of matching) {
    if (model.modalities.length === 0) {
      left.leave({ zh: modalityWords.zh.notStated, en: modalityWords.en.notStated }, basisOf(model));
    }
  }
  const covered = (own: readonly Model[]) =>
    modalities
      .filter((modality) => chosen(state.modalities, modality))
      .map((modality) => ({
        modality,
        units: unitsOf(
          own.filter((model) => model.modalities.includes(modality)),
          state.count,
        ),
      }))
      .filter((cell) => cell.units.length > 0);
  const ranked = [...groupBy(matching, (model) => model.vendor.slug)]
    .map(([vendor, own]) => ({ vendor, own, cells: covered(own) }))
    .filter(({ cells }) => cells.length > 0)
    .sort(
      (a, b) =>
        b.cells.length - a.cells.length ||
        b.cells.reduce((sum, cell) => sum + cell.units.length, 0) -
          a.cells.reduce((sum, cell) => sum + cell.units.length, 0) ||
        (a.vendor < b.vendor ? -1 : 1),
    );
  // Vendors that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.vendors.length > 0 ? ranked : ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(shown.length);
  for (const { cells } of beyond) {
    const reason = {
      zh: modalityWords.zh.beyond(numberOf(state.top), beyond.length),
      en: modalityWords.en.beyond(numberOf(state.top), beyond.length),
    };
    for (const model of cells.flatMap((cell) => cell.units.flatMap((unit) => unit.models)))
      left.leave(reason, basisOf(model));
  }
  const cells = shown.flatMap(({ vendor, own, cells: mine }) =>
    mine.map((cell) => ({
      row: {
        vendor,
        vendorName: own[0]?.vendor.name ?? { zh: vendor, en: vendor },
        modality: cell.modality,
        models: cell.units.length,
        allModels: unitsOf(own, state.count).length,
      },
      basis: cell.units.flatMap((unit) => unit.models.map(basisOf)),
    })),
  );
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(shown.length, ranked.length),
    notes: [{ zh: modalityWords.zh.note, en: modalityWords.en.note }, modelCountNote],
  };
}

function columns(state: State): Column<ModalityRow>[] {
  return [
    textColumn('vendor', { zh: '厂商', en: 'Vendor' }, (row, lang) => row.vendorName[lang], {
      path: (row) => `/vendors/${row.vendor}`,
    }),
    textColumn('modality', { zh: '模态', en: 'Modality' }, (row, lang) => modalityNames[row.modality][lang]),
    numberColumn('models', modelCountNames[state.count], (row) => row.models, { unit: state.count }),
    numberColumn(
      'allModels',
      { zh: '该厂商的全部模型', en: 'All models of the vendor' },
      (row) => row.allModels,
      { unit: state.count },
    ),
  ];
}

function finding(data: ChartData<ModalityRow>, state: State, lang: Lang): string {
  const words = modalityWords[lang];
  const { rows } = data;
  const { vendors, modalities: present } = axesOf(rows);
  const silent =
    data.leftOut.find(({ reason }) => reason.en === modalityWords.en.notStated)?.records.length ?? 0;
  const [first] = vendors;
  if (!first) return joinSentences(lang, [words.none, silent > 0 ? words.silentOnly(silent) : '']);
  const width = (slug: string) => rows.filter((row) => row.vendor === slug).length;
  const widest = vendors
    .filter(({ slug }) => width(slug) === width(first.slug))
    .map(({ name }) => name[lang]);
  const count = (modality: string) =>
    rows.reduce((sum, row) => sum + (row.modality === modality ? row.models : 0), 0);
  const most = Math.max(...present.map(count));
  const commonest = present
    .filter((modality) => count(modality) === most)
    .map((each) => modalityNames[each][lang]);
  const stated = new Set(data.basis.flat().map((record) => record.path)).size;
  return joinSentences(lang, [
    words.widest(
      widest.length > 3 ? words.several(widest.length) : joinList(lang, widest),
      widest.length,
      width(first.slug),
    ),
    present.length > 1
      ? words.commonest(joinList(lang, commonest), modelsInWords(most, state.count, lang))
      : '',
    words.silent(stated, silent),
  ]);
}
