import { type Colour, surface } from '@/domain/palette';
import { type Canvas, family } from '../engine/drawing';
import { Hatch } from './hatch';
import { RowLabel } from './row-label';
import { laySections, type SectionContent, sectionBar, sectionLabelLines } from './sections-layout';
import { lineHeight, type } from './type';

type Props = Canvas & { content: SectionContent<Colour> };

/** Sections of bars, each on a scale of its own: solid for what is sure, hatched up to what is possible. */
export const sections = family<SectionContent<Colour>>(
  (content, width) => laySections(content.sections, width).height,
  Draw,
  { length: 'width' },
);

function Draw({ content, width, height, paint, id }: Props) {
  const { sections } = content;
  const layout = laySections(sections, width);
  // A picture of a given height may leave more room than the rows need.
  const stretch = Math.max(1, height / Math.max(1, layout.height));
  const all = sections.flatMap(({ rows }) => rows);
  const colours = [...new Map(all.map(({ colour }) => [colour.variable, colour])).values()];
  const hatch = (colour: Colour) =>
    `url(#${id}-hatch-${colours.findIndex((each) => each.variable === colour.variable)})`;
  const place = (at: number) => {
    const row = layout.rows[at];
    return { y: (row?.y ?? 0) * stretch, height: (row?.height ?? 0) * stretch };
  };
  return (
    <>
      <defs>
        {colours.map((colour, at) => (
          <Hatch key={colour.variable} id={`${id}-hatch-${at}`} colour={paint(colour)} />
        ))}
      </defs>
      {layout.titles.flatMap((title, at) =>
        title.lines.map((line, number) => (
          <text
            key={`${sections[at]?.key} ${number}`}
            x={0}
            y={title.y * stretch + 14 + number * type.label * lineHeight}
            fontSize={type.label}
            fontWeight={600}
            fill={paint(surface.ink)}
          >
            {line}
          </text>
        )),
      )}
      {all.map((row, at) => {
        const laid = layout.rows[at];
        if (!laid) return null;
        const { y, height: own } = place(at);
        const most = sections[laid.section]?.most ?? 1;
        const pixels = (value: number) => (value / most) * (layout.scale[laid.section] ?? 0);
        const floor = row.floor ?? 0;
        const end = row.ceiling ?? floor;
        const after = layout.label + pixels(end) + (row.ceiling === null ? 18 : 0) + 7;
        const marks = { 'data-row': row.index, 'data-scale': laid.section };
        const middle = y + sectionBar / 2;
        return (
          <g key={row.key}>
            <RowLabel
              text={row.label}
              x={layout.label - 10}
              y={y + laid.labelMiddle}
              width={layout.label - 10}
              most={sectionLabelLines}
              fill={paint(surface.ink)}
            />
            <path
              d={`M${layout.label} ${y - 3}v${own - 3}`}
              stroke={paint(surface.edge)}
              strokeWidth={1}
              fill="none"
            />
            {row.floor !== null && row.floor > 0 && (
              <g data-key="floor" data-value={row.floor} {...marks}>
                <title>{`${row.label} · ${row.text}`}</title>
                <rect
                  x={layout.label}
                  y={y}
                  width={pixels(row.floor)}
                  height={sectionBar}
                  fill={paint(row.colour)}
                />
              </g>
            )}
            {row.ceiling !== null && row.ceiling > floor && (
              <g data-key="ceiling" data-value={row.ceiling} {...marks}>
                <title>{`${row.label} · ${row.text}`}</title>
                <rect
                  x={layout.label + pixels(floor)}
                  y={y + 0.5}
                  width={pixels(row.ceiling - floor)}
                  height={sectionBar - 1}
                  fill={hatch(row.colour)}
                  stroke={paint(row.colour)}
                />
              </g>
            )}
            {row.ceiling === null && (
              <path
                d={`M${layout.label + pixels(floor) + 3} ${middle}h12m-4 -4l4 4l-4 4`}
                stroke={paint(row.colour)}
                strokeWidth={1.5}
                fill="none"
              />
            )}
            {laid.lines.map((line, number) => (
              <text
                key={`${number} ${line}`}
                x={laid.beside ? after : layout.label + 4}
                y={laid.beside ? middle : y + sectionBar + 13 + number * 15}
                dy={laid.beside ? '0.35em' : undefined}
                fontSize={type.number}
                fill={paint(laid.beside ? surface.ink : surface.muted)}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}
