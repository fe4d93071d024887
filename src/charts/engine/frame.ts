import { type Colour, surface } from '@/domain/palette';
import { pictureFonts } from '@/pictures/font';
import { escapeXml } from '@/pictures/markup';
import { balanceText, breakAnywhere, fitText, textWidth, wrapText } from '@/pictures/text-width';
import type { Frame, PictureTask } from './picture-task';

type Paint = (colour: Colour) => string;
/** Where the plot stands: it is drawn at `width` × `height` and scaled to fit. */
export type Plot = { x: number; y: number; width: number; height: number; scale: number };

const titleSize = 22;
const textSize = 13;
const smallSize = 11.5;
const edge = 24;

/** Places the plot: as large as the picture leaves room for, drawn larger and scaled down where rows need more. */
export function fitPlot(task: PictureTask, heightAt: (width: number) => number): Plot {
  const x = task.frame ? edge : 0;
  const width = task.width - 2 * x;
  const y = task.frame ? headHeight(task.frame, width) : 0;
  const natural = heightAt(width);
  if (task.height === null) return { x, y, width, height: natural, scale: 1 };
  const room = Math.max(40, task.height - y - (task.frame ? footHeight(task.frame, width) : 0));
  if (natural <= room) return { x, y, width, height: Math.min(room, natural * 1.6), scale: 1 };
  let scale = room / natural;
  // A wider plot may need less height (labels that no longer break), so a second look.
  scale = room / heightAt(width / scale);
  return { x, y, width: width / scale, height: room / scale, scale };
}

/** The whole svg: the bare plot for a page, or title, finding, legend, plot, source and link for a file. */
export function frameAround(task: PictureTask, plot: Plot, content: string, paint: Paint) {
  const frame = task.frame;
  if (!frame) {
    const width = task.width;
    const height = task.height ?? plot.height;
    // In a page the letters are the page's; a picture that is a file of its own has to name them.
    const letters = task.theme === 'page' ? '' : ` font-family="${escapeXml(pictureFonts)}"`;
    const scaled =
      plot.scale === 1 ? content : `<g transform="scale(${plot.scale.toFixed(4)})">${content}</g>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}"${letters} aria-hidden="true" focusable="false">${scaled}</svg>`;
    return { svg, width, height };
  }
  const inner = task.width - 2 * edge;
  const height = task.height ?? plot.y + plot.height + footHeight(frame, inner);
  const moved = `translate(${plot.x} ${round(plot.y)})${plot.scale === 1 ? '' : ` scale(${plot.scale.toFixed(4)})`}`;
  const body =
    content === ''
      ? text(frame.noRows, edge, plot.y + 40, textSize, paint(surface.muted))
      : `<g transform="${moved}">${content}</g>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${task.width} ${round(height)}" width="${task.width}" height="${round(height)}" font-family="${escapeXml(pictureFonts)}" role="img" aria-labelledby="${task.id}-title ${task.id}-finding">`,
    `<title id="${task.id}-title">${escapeXml(frame.title)}</title>`,
    `<desc id="${task.id}-finding">${escapeXml(frame.finding)}</desc>`,
    `<rect width="100%" height="100%" fill="${paint(surface.paper)}"/>`,
    head(frame, inner, paint, task.id),
    body,
    foot(frame, inner, height, paint),
    '</svg>',
  ].join('');
  return { svg, width: task.width, height };
}

function headHeight(frame: Frame, width: number): number {
  const { titles, findings, legend } = headLines(frame, width);
  return (
    edge + titles.length * 29 + findings.length * 19 + (legend.length > 0 ? 10 + legend.length * 20 : 0) + 14
  );
}

function headLines(frame: Frame, width: number) {
  return {
    titles: shortened(balanceText(frame.title, titleSize, width), width < 500 ? 6 : 3, width, titleSize),
    findings: shortened(wrapText(frame.finding, textSize, width), width < 500 ? 8 : 4, width),
    legend: legendLines(frame.legend, width),
  };
}

function shortened(lines: string[], most: number, width: number, size = textSize): string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fitText(`${lines[most - 1]}…`, size, width)];
}

type Entry = Frame['legend'][number] & { x: number };

function legendLines(legend: Frame['legend'], width: number): Entry[][] {
  const lines: Entry[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const given of legend) {
    const entry = { ...given, label: fitText(given.label, smallSize, width - 18) };
    const needed = 18 + textWidth(entry.label, smallSize) + 18;
    if (x + needed - 18 > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)?.push({ ...entry, x });
    x += needed;
  }
  return lines;
}

function head(frame: Frame, width: number, paint: Paint, id: string): string {
  const { titles, findings, legend } = headLines(frame, width);
  const parts: string[] = [];
  let y = edge + titleSize;
  for (const line of titles) {
    parts.push(text(line, edge, y, titleSize, paint(surface.ink), 600));
    y += 29;
  }
  y += textSize - titleSize + 3;
  for (const line of findings) {
    parts.push(text(line, edge, y, textSize, paint(surface.muted)));
    y += 19;
  }
  y += 10;
  legend.forEach((line, row) => {
    for (const entry of line) parts.push(legendEntry(entry, edge + entry.x, y + row * 20, paint, id));
  });
  return parts.join('');
}

function legendEntry(entry: Entry, x: number, y: number, paint: Paint, id: string): string {
  const colour = paint(entry.colour);
  const label = text(entry.label, x + 18, y, smallSize, paint(surface.ink));
  if (entry.mark === 'ring') {
    return `<circle cx="${round(x + 6)}" cy="${round(y - 4)}" r="4" fill="none" stroke="${colour}" stroke-width="1.5"/>${label}`;
  }
  const box = `x="${round(x)}" y="${round(y - 10)}" width="12" height="12"`;
  if (entry.mark === 'outline') {
    return `<rect x="${round(x + 0.75)}" y="${round(y - 9.25)}" width="10.5" height="10.5" fill="none" stroke="${colour}" stroke-width="1.5"/>${label}`;
  }
  if (entry.mark === 'solid') return `<rect ${box} fill="${colour}"/>${label}`;
  if (entry.mark === 'cell') return `<rect ${box} fill="${colour}" stroke="${paint(surface.rule)}"/>${label}`;
  const hatch = `${id}-legend-hatch`;
  const pattern = `<pattern id="${hatch}" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1.6" height="4" fill="${colour}"/></pattern>`;
  return `<defs>${pattern}</defs><rect ${box} fill="url(#${hatch})" stroke="${colour}" stroke-width="1"/>${label}`;
}

function footHeight(frame: Frame, width: number): number {
  return 16 + footLines(frame, width).length * 17 + 14;
}

function footLines(frame: Frame, width: number): string[] {
  const one = [frame.source, frame.edition].filter((part) => part !== '').join(' · ');
  const together = wrapText(one, smallSize, width);
  // Where not all sources have room, what is left of the line is whole: the site and the edition are never cut.
  const told =
    together.length <= 3
      ? together
      : [
          ...shortened(wrapText(frame.source, smallSize, width), 3, width, smallSize),
          ...wrapText(frame.edition, smallSize, width),
        ];
  return [...told, ...breakAnywhere(frame.link, smallSize, width)];
}

function foot(frame: Frame, width: number, height: number, paint: Paint): string {
  const lines = footLines(frame, width);
  const top = height - 14 - lines.length * 17;
  const rule = `<path d="M${edge} ${round(top - 4)}h${width}" stroke="${paint(surface.rule)}" fill="none"/>`;
  const each = lines.map((line, at) => text(line, edge, top + 12 + at * 17, smallSize, paint(surface.muted)));
  return rule + each.join('');
}

function text(content: string, x: number, y: number, size: number, fill: string, weight = 400): string {
  const bold = weight === 400 ? '' : ` font-weight="${weight}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${bold}>${escapeXml(content)}</text>`;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
