import { type Colour, surface } from '@/domain/palette';
import { formatShare } from '@/i18n/numbers';
import type { ChartView, ViewProps } from '../engine/definition';
import { periodsBetween } from '../facts/calendar';
import { fundingWords } from '../facts/funding-words';
import { Explorable } from '../families/explorable';
import { PeriodTick } from '../families/period-tick';
import { niceTicks } from '../families/ticks';
import { type } from '../families/type';
import { nameOfWay, type OpennessRow, type State, wayColours } from './rows';
import { opennessWords } from './words';

const top = 16;
const foot = 34;
const left = 40;
const widestColumn = 64;

export const view: ChartView<State, OpennessRow> = {
  height: (_rows, _state, width) => top + foot + Math.round(Math.min(300, Math.max(220, width * 0.4))),
  Draw,
};

function Draw({ rows, state, lang, width, height, paint, interactive }: ViewProps<State, OpennessRow>) {
  const key = state.measure === 'share' ? 'share' : 'models';
  const periods = periodsBetween(rows.map((row) => row.period));
  const sum = (period: string) => rows.reduce((all, row) => all + (row.period === period ? row[key] : 0), 0);
  const ticks =
    key === 'share' ? [0, 0.25, 0.5, 0.75, 1] : niceTicks(Math.max(0, ...periods.map(sum)), 5, true);
  const most = ticks.at(-1) ?? 1;
  const bottom = height - foot;
  const step = (width - left - 8) / Math.max(1, periods.length);
  const column = Math.min(widestColumn, step * 0.68);
  const x = (period: string) => left + step * (periods.indexOf(period) + 0.5);
  const length = (value: number) => (value / most) * (bottom - top);
  const reached = new Map<string, number>();
  const parts = rows.map((row) => {
    const from = reached.get(row.period) ?? 0;
    reached.set(row.period, from + row[key]);
    return { row, y: bottom - length(from + row[key]), height: length(row[key]) };
  });
  const figure = (row: OpennessRow) => `${row.models} · ${formatShare(lang, row.share)}`;
  const tips = parts.map(({ row, y }) => ({
    title: fundingWords[lang].period(row.period),
    lines: [{ label: nameOfWay(row.way)[lang], text: figure(row), colour: paint(wayColours[row.way]) }],
    x: x(row.period) + column / 2,
    y,
  }));
  return (
    <Explorable
      width={width}
      height={height}
      interactive={interactive}
      label={opennessWords[lang].keys}
      tips={tips}
    >
      {(active, point) => (
        <>
          {ticks.map((tick) => (
            <g key={tick}>
              <path
                d={`M${left} ${bottom - length(tick)}H${width - 8}`}
                stroke={paint(tick === 0 ? surface.edge : surface.rule)}
                fill="none"
              />
              <text
                x={left - 8}
                y={bottom - length(tick)}
                dy="0.35em"
                textAnchor="end"
                fontSize={type.axis}
                fill={paint(surface.muted)}
              >
                {key === 'share' ? formatShare(lang, tick) : tick}
              </text>
            </g>
          ))}
          {periods.map((period, at) => (
            <PeriodTick
              key={period}
              x={x(period)}
              y={bottom + 8}
              period={period}
              first={at === 0}
              roomy={step >= 30}
              fill={paint(surface.muted)}
              strong={paint(surface.ink)}
            />
          ))}
          {parts.map(({ row, y, height: own }, at) => (
            <g
              key={`${row.period} ${row.way}`}
              data-row={at}
              data-key={key}
              data-value={key === 'share' ? Number(row.share.toFixed(6)) : row.models}
              {...point(at)}
            >
              <title>{`${row.period} · ${nameOfWay(row.way)[lang]} · ${figure(row)}`}</title>
              <rect
                x={x(row.period) - column / 2}
                y={y}
                width={column}
                height={own}
                fill={paint(wayColours[row.way])}
                stroke={paint(active === at ? surface.ink : surface.paper)}
                strokeWidth={active === at ? 2 : 0.8}
              />
              {own >= 15 && (
                <text
                  x={x(row.period)}
                  y={y + own / 2}
                  dy="0.35em"
                  textAnchor="middle"
                  fontSize={type.number}
                  fill={paint(textOn(wayColours[row.way]))}
                >
                  {key === 'share' ? formatShare(lang, row.share) : row.models}
                </text>
              )}
            </g>
          ))}
        </>
      )}
    </Explorable>
  );
}

/** Ink on the pale colour, paper on the strong ones. */
function textOn(colour: Colour): Colour {
  return colour.variable === surface.rule.variable ? surface.ink : surface.paper;
}
