import type { Lang } from '@/domain/bilingual';
import { layerColours, surface, vendorColour } from '@/domain/palette';
import { layerNames } from '@/records/layer/book';
import { type Canvas, family } from '../engine/drawing';
import { groupType, layLandscape, tileSizes } from './layout';
import { type LandscapeRow, monogramOf } from './rows';

/** What the map shows: its rows, laid out in a language. */
type TilesContent = { rows: readonly LandscapeRow[]; lang: Lang };

/** The map: layers as bands, kinds of organizations as groups of tiles, a mark and a name on each. */
export const tiles = family<TilesContent>(
  ({ rows, lang }, width) => layLandscape(rows, width, lang).height,
  Draw,
);

function Draw({ content, width, paint }: Canvas & { content: TilesContent }) {
  const { rows, lang } = content;
  const { bands, groups, tiles: placed } = layLandscape(rows, width, lang);
  return (
    <>
      {bands.map(({ layer, title, y }) => (
        <g key={layer}>
          <rect x={0} y={y} width={width} height={3} fill={paint(layerColours[layer])} />
          <text x={0} y={y + 22} fontSize={15} fontWeight={600} fill={paint(surface.ink)}>
            {title}
          </text>
        </g>
      ))}
      {groups.map(({ label, x, y }) =>
        label.map((line, at) => (
          <text key={`${y} ${line}`} x={x} y={y + at * 15} fontSize={groupType} fill={paint(surface.muted)}>
            {line}
          </text>
        )),
      )}
      {placed.map(({ index, x, y, width: own, height: tall, label }) => {
        const row = rows[index] as LandscapeRow;
        const { mark, type } = tileSizes[row.size];
        return (
          <g
            key={`${row.layer} ${row.organization}`}
            data-row={index}
            data-key="entries"
            data-value={row.entries}
          >
            <title>{`${row.name[lang]} · ${layerNames[row.layer][lang]}`}</title>
            <rect
              x={x + 0.5}
              y={y + 0.5}
              width={own - 1}
              height={tall - 1}
              rx={2}
              fill={paint(surface.panel)}
              stroke={paint(row.placed ? surface.ink : surface.rule)}
            />
            <Mark
              row={row}
              x={x + 7}
              y={y + (tall - mark) / 2}
              size={mark}
              paint={paint}
              name={row.name[lang]}
            />
            <text x={x + mark + 14} y={y + tall / 2} dy="0.35em" fontSize={type} fill={paint(surface.ink)}>
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}

type MarkProps = {
  row: LandscapeRow;
  name: string;
  x: number;
  y: number;
  size: number;
  paint: Canvas['paint'];
};

/** The brand mark, or the first letters in the organization's colour. */
function Mark({ row, name, x, y, size, paint }: MarkProps) {
  if (row.mark.length > 0) {
    return (
      <g transform={`translate(${x} ${y}) scale(${Number((size / 24).toFixed(4))})`}>
        {row.mark.map((path) => (
          <path key={path.slice(0, 40)} d={path} fill={paint(surface.ink)} fillRule="evenodd" />
        ))}
      </g>
    );
  }
  const letters = monogramOf(name);
  return (
    <g>
      <rect
        x={x + 1}
        y={y + 1}
        width={size - 2}
        height={size - 2}
        rx={2}
        fill={paint(surface.paper)}
        stroke={paint(vendorColour(row.organization))}
        strokeWidth={2}
      />
      <text
        x={x + size / 2}
        y={y + size / 2}
        dy="0.35em"
        textAnchor="middle"
        fontSize={size * (letters.length > 1 ? 0.46 : 0.58)}
        fontWeight={600}
        fill={paint(surface.ink)}
      >
        {letters}
      </text>
    </g>
  );
}
