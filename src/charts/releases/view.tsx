import { type Lang, languages } from '@/domain/bilingual';
import { surface } from '@/domain/palette';
import type { ChartView, ViewProps } from '../engine/definition';
import { fundingWords } from '../facts/funding-words';
import { Grid, type GridContent, gridHeight } from '../families/grid';
import { heatStepOf } from '../families/heat-scale';
import { axesOf, type ReleaseRow, type State } from './rows';
import { releaseWords } from './words';

export const view: ChartView<State, ReleaseRow> = {
  height: (rows, _state, width) =>
    Math.max(...languages.map((lang) => gridHeight(contentOf(rows, lang), width))),
  Draw,
};

function Draw({ rows, lang, width, height, paint, interactive }: ViewProps<State, ReleaseRow>) {
  return (
    <Grid
      content={contentOf(rows, lang)}
      width={width}
      height={height}
      paint={paint}
      interactive={interactive}
      keys={releaseWords[lang].keys}
    />
  );
}

function contentOf(rows: readonly ReleaseRow[], lang: Lang): GridContent {
  const { groups, periods } = axesOf(rows);
  return {
    total: releaseWords[lang].total2,
    rows: groups.map(({ slug, name, models }) => ({ key: slug, label: name[lang], total: String(models) })),
    columns: periods.map((period) => ({ key: period, label: period.replace('Q', ' Q') })),
    cells: rows.map((row, index) => {
      const step = heatStepOf(row.models);
      return {
        index,
        row: groups.findIndex(({ slug }) => slug === row.group),
        column: periods.indexOf(row.period),
        data: { column: 'models', value: row.models },
        fill: step?.fill ?? null,
        outline: null,
        ink: step?.text ?? surface.ink,
        text: String(row.models),
        title: `${row.groupName[lang]} · ${fundingWords[lang].period(row.period)}`,
        tip: [{ label: releaseWords[lang].models, text: String(row.models) }],
      };
    }),
  };
}
