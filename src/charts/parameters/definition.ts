import type { Lang } from '@/domain/bilingual';
import { vendorsWithFixedColour } from '@/domain/palette';
import { formatPartialDate, partialDateOf } from '@/domain/partial-date';
import { joinList, joinSentences } from '@/i18n/list';
import { formatParameters } from '@/i18n/numbers';
import { numberOf } from '@/linking/parameters';
import { numberColumn, textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { countLeftOut, leftOutList } from '../engine/left-out';
import { periodOfDay } from '../facts/calendar';
import { datedModelWords } from '../facts/dated-model-words';
import {
  basisOfModel,
  endOfReleases,
  type ModelOverTime,
  type ModelsOverTime,
  matches,
  readModelsOverTime,
} from '../facts/dated-models';
import { groupBy } from '../facts/group-by';
import { optionsFrom } from '../facts/options';
import { checkPeriod, placeInPeriod, spanOf } from '../facts/period';
import { dotColour, parameters, type SizeRow, type State } from './rows';
import { parameterWords } from './words';

export const definition = defineChart({
  slug: 'parameters',
  name: { zh: '参数量', en: 'Parameters' },
  question: () => ({
    zh: '模型的参数量怎样变化？',
    en: 'How has the size of models changed over time?',
  }),
  parameters,
  read: (facts) => readModelsOverTime(facts, 'parameters'),
  options: ({ models }) => ({
    vendors: optionsFrom(models.flatMap((model) => (model.parameters ? [model.vendor] : []))),
  }),
  span: ({ models }) => spanOf(models.map((model) => model.released)),
  check: checkPeriod,
  highlight: { options: 'vendors', of: (row) => row.vendor },
  answer,
  columns,
  finding,
  rowInWords: (row, _state, lang) =>
    parameterWords[lang].row(
      row.name[lang],
      formatPartialDate(row.released, lang),
      formatParameters(lang, row.parameters),
    ),
  legend(rows) {
    const own = rows.filter((row) => vendorsWithFixedColour.includes(row.vendor));
    return [
      ...[...new Map(own.map((row) => [row.vendor, row.vendorName]))].map(([slug, label]) => ({
        label,
        colour: dotColour(slug),
        mark: 'solid' as const,
      })),
      ...(own.length < rows.length
        ? [
            {
              label: { zh: parameterWords.zh.otherVendors, en: parameterWords.en.otherVendors },
              colour: dotColour(''),
              mark: 'solid' as const,
            },
          ]
        : []),
    ];
  },
});

function answer({ models }: ModelsOverTime, state: State): ChartData<SizeRow> {
  const left = leftOutList();
  const shown = models.filter((model) => {
    if (!matches(model, state) || placeInPeriod(model.released, state) === 'outside') return false;
    if (model.parameters !== null && model.released !== null) return true;
    const reason =
      model.parameters === null
        ? model.released === null
          ? datedModelWords.neither
          : parameterWords.unstated
        : datedModelWords.undated;
    left.leave(reason, basisOfModel(model));
    return false;
  });
  const drawn = largestOf(shown, state);
  for (const model of shown) if (!drawn.has(model)) left.leave(parameterWords.smaller, basisOfModel(model));
  const counted = shown.filter((model) => drawn.has(model));
  return {
    ...limitedTo(counted.length, shown.length),
    rows: counted.flatMap((model) =>
      model.parameters === null || model.released === null
        ? []
        : [
            {
              model: model.slug,
              name: model.name,
              vendor: model.vendor.slug,
              vendorName: model.vendor.name,
              released: partialDateOf(model.released),
              from: model.released.from,
              to: model.released.to,
              parameters: model.parameters,
            },
          ],
    ),
    basis: counted.map((model) => [basisOfModel(model)]),
    leftOut: left.list(),
    ends: endOfReleases(models, state),
    notes: [parameterWords.note],
  };
}

/** The largest models of each quarter, as many as the limit allows; of a vendor that a reader picked by name, all. */
function largestOf(models: readonly ModelOverTime[], state: State): ReadonlySet<ModelOverTime> {
  if (state.vendors.length > 0) return new Set(models);
  const quarters = groupBy(models, ({ released }) => released && periodOfDay(released.from, 'quarter'));
  return new Set(
    [...quarters.values()].flatMap((own) =>
      own
        .toSorted((a, b) => (b.parameters ?? 0) - (a.parameters ?? 0) || (a.slug < b.slug ? -1 : 1))
        .slice(0, numberOf(state.top)),
    ),
  );
}

function columns(): Column<SizeRow>[] {
  return [
    textColumn('model', { zh: '模型', en: 'Model' }, (row, lang) => row.name[lang], {
      path: (row) => `/models/${row.model}`,
    }),
    textColumn('vendor', { zh: '厂商', en: 'Vendor' }, (row, lang) => row.vendorName[lang], {
      path: (row) => `/vendors/${row.vendor}`,
    }),
    textColumn('released', { zh: '发布', en: 'Released' }, (row) => row.released, {
      text: (row, lang) => formatPartialDate(row.released, lang),
    }),
    numberColumn('parameters', { zh: '参数量', en: 'Parameters' }, (row) => row.parameters, {
      unit: 'parameters',
      text: (row, lang) => formatParameters(lang, row.parameters),
    }),
  ];
}

function finding({ rows, leftOut }: ChartData<SizeRow>, _state: State, lang: Lang): string {
  const words = parameterWords[lang];
  const out = countLeftOut(leftOut.filter(({ reason }) => reason.en !== parameterWords.smaller.en));
  const [first] = rows;
  if (!first) return joinSentences(lang, [words.none, out > 0 ? words.out(out) : '']);
  const most = Math.max(...rows.map((row) => row.parameters));
  const least = Math.min(...rows.map((row) => row.parameters));
  const largest = rows.filter((row) => row.parameters === most).map((row) => row.name[lang]);
  return joinSentences(lang, [
    words.range(rows.length, formatParameters(lang, least), formatParameters(lang, most)),
    rows.length > 1 ? words.largest(joinList(lang, largest), largest.length) : '',
    out > 0 ? words.out(out) : '',
  ]);
}
