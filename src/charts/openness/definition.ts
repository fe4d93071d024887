import type { Lang } from '@/domain/bilingual';
import { joinSentences } from '@/i18n/list';
import { modelCountNames, modelsInWords } from '@/i18n/model-count';
import { formatShare } from '@/i18n/numbers';
import { numberColumn, textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { periodInWords } from '../facts/calendar';
import { datedModelWords } from '../facts/dated-model-words';
import {
  basisOfModel,
  endOfReleases,
  type ModelsOverTime,
  placeModels,
  readModelsOverTime,
} from '../facts/dated-models';
import { groupBy } from '../facts/group-by';
import { optionsFrom } from '../facts/options';
import { checkPeriod, spanOf } from '../facts/period';
import {
  nameOfWay,
  type OpennessRow,
  parameters,
  type State,
  type Way,
  wayColours,
  wayOf,
  ways,
} from './rows';
import { opennessWords } from './words';

export const definition = defineChart({
  slug: 'openness',
  name: { zh: '开放程度', en: 'Openness' },
  question: () => ({
    zh: '模型越来越开放了吗？',
    en: 'Are models becoming more open?',
  }),
  parameters,
  read: (facts) => readModelsOverTime(facts, 'access'),
  options: ({ models }) => ({
    vendors: optionsFrom(models.flatMap((model) => (model.released ? [model.vendor] : []))),
  }),
  span: ({ models }) => spanOf(models.map((model) => model.released)),
  check: checkPeriod,
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    opennessWords[lang].row(periodInWords(row.period, lang), nameOfWay(row.way)[lang], row.models),
  legend: (rows) =>
    ways
      .filter((way) => rows.some((row) => row.way === way))
      .map((way) => ({ label: nameOfWay(way), colour: wayColours[way], mark: 'solid' as const })),
});

function answer({ models }: ModelsOverTime, state: State): ChartData<OpennessRow> {
  const left = leftOutList();
  const dated = placeModels(models, state, left);
  const cells = [...groupBy(dated, ({ period }) => period)].sort().flatMap(([period, own]) =>
    ways.flatMap((way) => {
      const inCell = own.filter(({ model }) => wayOf(model.access) === way);
      if (inCell.length === 0) return [];
      return [
        {
          row: { period, way, models: inCell.length, share: inCell.length / own.length },
          basis: inCell.map(({ model }) => basisOfModel(model)),
        },
      ];
    }),
  );
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    ends: endOfReleases(models, state),
    notes: [opennessWords.note, datedModelWords.dateNote, datedModelWords.familyNote],
  };
}

function columns(state: State): Column<OpennessRow>[] {
  return [
    textColumn(
      'period',
      state.by === 'year' ? { zh: '年', en: 'Year' } : { zh: '季度', en: 'Quarter' },
      (row) => row.period,
    ),
    textColumn('access', { zh: '怎样使用', en: 'Access' }, (row, lang) => nameOfWay(row.way)[lang]),
    numberColumn('models', modelCountNames[state.count], (row) => row.models, { unit: state.count }),
    numberColumn(
      'share',
      { zh: '占该时段', en: 'Share of the period' },
      (row) => Number(row.share.toFixed(6)),
      { text: (row, lang) => formatShare(lang, row.share) },
    ),
  ];
}

function finding({ rows, leftOut }: ChartData<OpennessRow>, state: State, lang: Lang): string {
  const words = opennessWords[lang];
  const undated = leftOut.find(({ reason }) => reason.en === datedModelWords.undated.en)?.records.length ?? 0;
  const count = (chosen: readonly Way[]) =>
    rows.reduce((sum, row) => sum + (chosen.includes(row.way) ? row.models : 0), 0);
  const total = count(ways);
  const open = count(['open-source', 'open-weights']);
  const unknown = count(['unknown']);
  return joinSentences(lang, [
    total === 0
      ? words.none
      : words.total(modelsInWords(total, state.count, lang), open, formatShare(lang, open / total)),
    unknown > 0 ? words.unknown(unknown) : '',
    undated > 0 ? words.undated(undated) : '',
  ]);
}
