import type { Lang } from '@/domain/bilingual';
import type { Colour } from '@/domain/palette';
import { formatPartialDate } from '@/domain/partial-date';
import { formatParameters } from '@/i18n/numbers';
import type { ChartView, ViewProps } from '../engine/definition';
import { type TimePointContent, timePointsHeight } from '../families/time-points';
import { TimePoints } from '../families/time-points-drawing';
import { dotColour, type SizeRow, type State } from './rows';
import { parameterWords } from './words';

export const view: ChartView<State, SizeRow> = {
  height: (_rows, _state, width) => timePointsHeight(width),
  Draw,
};

function Draw({ rows, state, lang, width, height, paint, interactive }: ViewProps<State, SizeRow>) {
  return (
    <TimePoints
      content={contentOf(rows, state, lang)}
      width={width}
      height={height}
      paint={paint}
      interactive={interactive}
      keys={parameterWords[lang].keys}
    />
  );
}

function contentOf(rows: readonly SizeRow[], state: State, lang: Lang): TimePointContent<Colour> {
  const words = parameterWords[lang];
  return {
    scale: state.axis,
    lines: [],
    tick: (value) => (value === 0 ? '0' : formatParameters(lang, value)),
    points: rows.map((row) => ({
      key: row.model,
      label: row.name[lang],
      from: row.from,
      to: row.to,
      floor: row.parameters,
      ceiling: row.parameters,
      columns: { floor: 'parameters', ceiling: 'parameters' },
      colour: dotColour(row.vendor),
      projected: false,
      title: `${row.name[lang]} · ${row.vendorName[lang]}`,
      tip: [
        { label: words.parameters, text: formatParameters(lang, row.parameters) },
        { label: words.released, text: formatPartialDate(row.released, lang) },
      ],
    })),
  };
}
