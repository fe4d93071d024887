import type { Lang } from '@/domain/bilingual';
import { type Colour, surface, type Theme } from '@/domain/palette';
import { compareWords, groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { pictureFonts } from '@/pictures/font';
import { escapeXml } from '@/pictures/markup';
import { balanceText, breakAnywhere, fitText, wrapText } from '@/pictures/text-width';
import { type Comparison, comparePath } from './comparison';
import { findingOf, headingOf } from './finding';
import type { Cell } from './subject-kind';
import { missingText, valueText } from './text';
import type { Value } from './value';

const edge = 24;
const labelWidth = 150;
const columnWidth = 190;
const gap = 14;
const size = 12.5;
const lineHeight = 17;
const titleSize = 22;
/** Lines of one cell, and names of one cell, that a picture has room for. */
const mostLines = 7;
const mostNames = 6;
/** Link previews have this size. */
const previewWidth = 1200;
const previewHeight = 630;

interface Options {
  lang: Lang;
  theme: Theme;
  /** The public address of this server. */
  site: string;
  /** A picture of 1200 × 630 with as many rows as fit, instead of all rows. */
  preview: boolean;
}

interface Drawn {
  height: number;
  /** The name of a group; alone at the end it would say nothing. */
  heading?: true;
  draw(y: number): string;
}

/** The comparison as one picture: a standalone SVG with the same rows as the page. */
export function comparisonSvg(comparison: Comparison, { lang, theme, site, preview }: Options): string {
  const { subjects } = comparison;
  const paint = (colour: Colour) => colour[theme];
  const natural = 2 * edge + labelWidth + subjects.length * columnWidth;
  const width = preview ? previewWidth : Math.max(640, natural);
  const column = (width - 2 * edge - labelWidth) / Math.max(1, subjects.length);
  const inner = width - 2 * edge;
  const left = (at: number) => edge + labelWidth + at * column;
  const line = (content: string, x: number, y: number, colour: Colour, bold = false, points = size) =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${points}" fill="${paint(colour)}"${bold ? ' font-weight="600"' : ''}>${escapeXml(content)}</text>`;
  const lines = (texts: readonly string[], x: number, y: number, colour: Colour, bold = false) =>
    texts.map((each, at) => line(each, x, y + at * lineHeight, colour, bold)).join('');
  const rule = (y: number, colour: Colour) =>
    `<path d="M${edge} ${y.toFixed(1)}h${inner}" stroke="${paint(colour)}" fill="none"/>`;

  const title = balanceText(headingOf(comparison, lang), titleSize, inner).slice(0, 2);
  const finding = wrapText(findingOf(comparison, lang), 13, inner).slice(0, 3);
  const link = `${site}${href(lang, comparePath(comparison.state))}`;
  const foot = [
    compareWords[lang].editionLine(comparison.edition),
    ...breakAnywhere(link, 11.5, inner).slice(0, 3),
  ];
  const footHeight = 20 + foot.length * 16;
  const headHeight = edge + title.length * 29 + finding.length * 19 + 12;

  const heads = subjects.map(({ name }) => wrapText(name[lang], 14, column - gap).slice(0, 2));
  const tall = Math.max(1, ...heads.map(({ length }) => length)) * 19 + 8;
  const drawn: Drawn[] = [
    {
      height: tall,
      draw: (y) =>
        heads
          .flatMap((name, at) =>
            name.map((each, row) => line(each, left(at), y + 15 + row * 19, surface.ink, true, 14)),
          )
          .join('') + rule(y + tall - 1, surface.ink),
    },
  ];
  for (const { key, rows } of comparison.groups) {
    if (rows.length === 0) continue;
    drawn.push({
      height: 30,
      heading: true,
      draw: (y) => line(groupNames[key][lang], edge, y + 22, surface.accent, true, 13),
    });
    for (const { dimension, cells } of rows) {
      const label = wrapText(dimension.label[lang], size, labelWidth - gap).slice(0, 3);
      const texts = cells.map((cell) => cellLines(cell, lang, column - gap));
      const height = Math.max(label.length, ...texts.map(({ length }) => length)) * lineHeight + 9;
      drawn.push({
        height,
        draw: (y) =>
          lines(label, edge, y + 15, surface.muted) +
          texts
            .map((each, at) => lines(each, left(at), y + 15, cells[at]?.value ? surface.ink : surface.faint))
            .join('') +
          rule(y + height - 1, surface.rule),
      });
    }
  }
  const room = previewHeight - headHeight - footHeight;
  const kept: Drawn[] = [];
  let used = 0;
  for (const each of drawn) {
    if (preview && used + each.height > room) break;
    kept.push(each);
    used += each.height;
  }
  if (kept.at(-1)?.heading) kept.pop();
  const height = preview ? previewHeight : headHeight + used + footHeight;
  let y = headHeight;
  const body = kept.map((each) => {
    const markup = each.draw(y);
    y += each.height;
    return markup;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(pictureFonts)}" role="img" aria-labelledby="title finding">`,
    `<title id="title">${escapeXml(headingOf(comparison, lang))}</title>`,
    `<desc id="finding">${escapeXml(findingOf(comparison, lang))}</desc>`,
    `<rect width="100%" height="100%" fill="${paint(surface.paper)}"/>`,
    title
      .map((each, at) => line(each, edge, edge + titleSize + at * 29, surface.ink, true, titleSize))
      .join(''),
    finding
      .map((each, at) => line(each, edge, edge + 13 + title.length * 29 + at * 19, surface.muted, false, 13))
      .join(''),
    body.join(''),
    rule(height - footHeight + 6, surface.rule),
    foot
      .map((each, at) => line(each, edge, height - footHeight + 24 + at * 16, surface.muted, false, 11.5))
      .join(''),
    '</svg>',
  ].join('');
}

function cellLines(cell: Cell, lang: Lang, width: number): string[] {
  const found = cell.value === null ? missingText(cell.missing, lang) : shortText(cell.value, lang);
  const wrapped = wrapText(found, size, width);
  if (wrapped.length <= mostLines) return wrapped;
  return [...wrapped.slice(0, mostLines - 1), fitText(`${wrapped[mostLines - 1]}………`, size, width)];
}

function shortText(value: Value, lang: Lang): string {
  if (value.kind !== 'names' || value.of.length <= mostNames + 1) return valueText(value, lang);
  const rest = value.of.length - mostNames;
  return `${valueText({ kind: 'names', of: value.of.slice(0, mostNames) }, lang)} ${compareWords[lang].more(rest)}`;
}
