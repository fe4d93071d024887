import type { Lang } from '@/domain/bilingual';
import { tiers } from '@/domain/tier';
import { joinList, joinSentences } from '@/i18n/list';
import { modelCountNames, modelsInWords } from '@/i18n/model-count';
import { numberOf } from '@/linking/parameters';
import { tierNames } from '@/records/model/book';
import { numberColumn, textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart, type LegendItem, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { periodInWords } from '../facts/calendar';
import { datedModelWords } from '../facts/dated-model-words';
import {
  basisOfModel,
  endOfReleases,
  type ModelOverTime,
  type ModelsOverTime,
  placeModels,
  readModelsOverTime,
} from '../facts/dated-models';
import { groupBy } from '../facts/group-by';
import { optionsFrom } from '../facts/options';
import { checkPeriod, spanOf } from '../facts/period';
import { heatLegend } from '../families/heat-scale';
import { axesOf, colourOf, parameters, type ReleaseRow, type State } from './rows';
import { releaseWords } from './words';

export const definition = defineChart({
  slug: 'releases',
  name: { zh: '模型发布', en: 'Model releases' },
  question: (state: State) =>
    state.group === 'vendor'
      ? { zh: '各家厂商什么时候发布了模型？', en: 'When did each vendor release its models?' }
      : { zh: '什么时候发布了多少模型？', en: 'How many models were released, and when?' },
  parameters,
  read: (facts) => readModelsOverTime(facts, 'released'),
  options: ({ models }) => ({
    vendors: optionsFrom(models.flatMap((model) => (model.released ? [model.vendor] : []))),
  }),
  span: ({ models }) => spanOf(models.map((model) => model.released)),
  check: checkPeriod,
  highlight: { options: 'vendors', of: (row, state) => (state.group === 'vendor' ? row.group : null) },
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    releaseWords[lang].cell(
      state.group === 'none' ? '' : row.groupName[lang],
      periodInWords(row.period, lang),
      row.models,
    ),
  legend,
});

function legend(rows: readonly ReleaseRow[], state: State): LegendItem[] {
  if (state.group === 'none' || rows.length === 0) return [];
  if (state.group === 'vendor') return heatLegend();
  return axesOf(rows).groups.map(({ slug, name }) => ({
    label: name,
    colour: colourOf(slug),
    mark: 'solid',
  }));
}

function groupOf(model: ModelOverTime, state: State) {
  if (state.group === 'vendor') return model.vendor;
  if (state.group === 'none') return { slug: 'all', name: { zh: '全部', en: 'All' } };
  const tier = model.tier ?? 'unclassified';
  return { slug: tier, name: tierNames[tier] };
}

const tierOrder: readonly string[] = [...tiers, 'unclassified'];

function answer({ models }: ModelsOverTime, state: State): ChartData<ReleaseRow> {
  const left = leftOutList();
  const dated = placeModels(models, state, left);
  const ranked = [...groupBy(dated, ({ model }) => groupOf(model, state).slug)].sort(
    ([a, own], [b, other]) =>
      state.group === 'tier'
        ? tierOrder.indexOf(a) - tierOrder.indexOf(b)
        : other.length - own.length || (a < b ? -1 : 1),
  );
  // Vendors that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.vendors.length > 0 ? ranked : ranked.slice(0, numberOf(state.top));
  const beyond = ranked.slice(shown.length);
  const reason = {
    zh: releaseWords.zh.beyond(numberOf(state.top), beyond.length),
    en: releaseWords.en.beyond(numberOf(state.top), beyond.length),
  };
  for (const { model } of beyond.flatMap(([, own]) => own)) left.leave(reason, basisOfModel(model));
  const cells = shown.flatMap(([group, own]) =>
    [...groupBy(own, ({ period }) => period)].sort().map(([period, inPeriod]) => ({
      row: {
        group,
        groupName: inPeriod[0] ? groupOf(inPeriod[0].model, state).name : { zh: group, en: group },
        period,
        models: inPeriod.length,
      },
      basis: inPeriod.map(({ model }) => basisOfModel(model)),
    })),
  );
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(shown.length, ranked.length),
    ends: endOfReleases(models, state),
    notes: [datedModelWords.dateNote, datedModelWords.familyNote],
  };
}

function columns(state: State): Column<ReleaseRow>[] {
  const group: Column<ReleaseRow> = textColumn(
    'group',
    state.group === 'vendor' ? { zh: '厂商', en: 'Vendor' } : { zh: '层级', en: 'Tier' },
    (row, lang) => row.groupName[lang],
    { path: (row) => (state.group === 'vendor' ? `/vendors/${row.group}` : null) },
  );
  return [
    ...(state.group === 'none' ? [] : [group]),
    textColumn(
      'period',
      state.by === 'year' ? { zh: '年', en: 'Year' } : { zh: '季度', en: 'Quarter' },
      (row) => row.period,
    ),
    numberColumn('models', modelCountNames[state.count], (row) => row.models, { unit: state.count }),
  ];
}

function finding({ rows, leftOut }: ChartData<ReleaseRow>, state: State, lang: Lang): string {
  const words = releaseWords[lang];
  const { groups, periods } = axesOf(rows);
  const undated = leftOut.find(({ reason }) => reason.en === datedModelWords.undated.en)?.records.length ?? 0;
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined)
    return joinSentences(lang, [
      words.none,
      undated > 0 ? words.undatedOnly(modelsInWords(undated, state.count, lang)) : '',
    ]);
  const total = rows.reduce((sum, row) => sum + row.models, 0);
  const inPeriod = (period: string) =>
    rows.reduce((sum, row) => sum + (row.period === period ? row.models : 0), 0);
  const most = Math.max(...periods.map(inPeriod));
  const top = periods.filter((period) => inPeriod(period) === most).map((each) => periodInWords(each, lang));
  const lead = groups.filter(({ models }) => models === groups[0]?.models).map(({ name }) => name[lang]);
  return joinSentences(lang, [
    words.total(
      periodInWords(first, lang),
      periodInWords(last, lang),
      modelsInWords(total, state.count, lang),
      first === last,
    ),
    periods.length > 1 ? words.busiest(joinList(lang, top), most, top.length) : '',
    state.group === 'vendor' && groups.length > 1
      ? words.leads(
          lead.length > 3 ? words.several(lead.length) : joinList(lang, lead),
          groups[0]?.models ?? 0,
          lead.length,
        )
      : '',
    undated > 0 ? words.undated(modelsInWords(undated, state.count, lang)) : '',
  ]);
}
