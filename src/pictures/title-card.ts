import { surface } from '@/domain/palette';
import { pictureFonts } from './font';
import { escapeXml } from './markup';
import { balanceText, fitText, wrapText } from './text-width';

/** Link previews have this size, in pixels. */
export const previewSize = { width: 1200, height: 630 } as const;

const edge = 84;
const inner = previewSize.width - 2 * edge;

/** A picture of words, for pages that have no chart: the title, a sentence, and whose it is. Standalone SVG. */
export function titleCard({ title, text, foot }: { title: string; text: string; foot: string }): string {
  const { width, height } = previewSize;
  const size = balanceText(title, 64, inner).length <= 2 ? 64 : 48;
  const heads = kept(balanceText(title, size, inner), 3, size);
  const lines = kept(wrapText(text, 32, inner), 4, 32);
  const top = 176;
  const ink = surface.ink.light;
  const muted = surface.muted.light;
  const draw = (content: string, y: number, points: number, colour: string, bold = false) =>
    `<text x="${edge}" y="${y}" font-size="${points}" fill="${colour}"${bold ? ' font-weight="600"' : ''}>${escapeXml(content)}</text>`;
  const below = top + (heads.length - 1) * size * 1.25 + 74;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${pictureFonts}">`,
    `<rect width="${width}" height="${height}" fill="${surface.paper.light}"/>`,
    // The mark: three layers.
    `<path fill="${ink}" d="M84 84h48v8H84zM84 72h34v8H84zM84 60h6v8h-6zM94 60h6v8h-6zM104 60h6v8h-6zM114 60h6v8h-6zM124 60h6v8h-6z"/>`,
    ...heads.map((line, at) => draw(line, top + at * size * 1.25, size, ink, true)),
    ...lines.map((line, at) => draw(line, below + at * 46, 32, muted)),
    `<path stroke="${surface.rule.light}" d="M${edge} ${height - 104}h${inner}"/>`,
    draw(fitText(foot, 26, inner), height - 56, 26, muted),
    '</svg>',
  ].join('');
}

/** A finished picture within the size of previews, whole, on its own ground. */
export function asPreview(svg: string): string {
  const { width, height } = previewSize;
  const side = (name: string) => Number(new RegExp(`^<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1]);
  const [own, tall] = [side('width'), side('height')];
  if (!(own > 0 && tall > 0)) return svg;
  const scale = Math.min(width / own, height / tall);
  const [x, y] = [(width - own * scale) / 2, (height - tall * scale) / 2];
  const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? surface.paper.light;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${ground}"/><g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(4)})">${svg}</g></svg>`;
}

/** At most so many lines; the last one says that there were more. */
function kept(lines: readonly string[], most: number, size: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), fitText(`${lines.slice(most - 1).join(' ')}…`, size, inner)];
}
