import type { Lang } from '@/domain/bilingual';
import { fitText, textWidth } from '@/pictures/text-width';
import { layerNames } from '@/records/layer/book';
import type { LayerSlug } from '@/records/layer/schema';
import { organizationKindNames } from '@/records/organization/book';
import { layersFromTop } from '../value-chain/rows';
import { categories, type LandscapeRow, type TileSize } from './rows';
import { landscapeWords } from './words';

/** Height, size of the mark and of the type of a tile, in pixels. */
export const tileSizes: Readonly<Record<TileSize, { height: number; mark: number; type: number }>> = {
  1: { height: 26, mark: 14, type: 11.5 },
  2: { height: 32, mark: 18, type: 13 },
  3: { height: 42, mark: 25, type: 16 },
};

export interface Tile {
  /** The row of the table. */
  index: number;
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
}

export interface Landscape {
  bands: { layer: LayerSlug; title: string; y: number; height: number }[];
  groups: { label: string[]; x: number; y: number }[];
  tiles: Tile[];
  height: number;
}

const titleHeight = 30;
const bandGap = 20;
const groupGap = 8;
const tileGap = 6;
const padding = 7;
/** Between two kinds beside each other. */
const kindGap = 26;
const labelHeight = 19;
export const groupType = 12;

/** Lays the organizations out at a width: layers from the top, kinds in lines inside them, each with its tiles below its name. */
export function layLandscape(rows: readonly LandscapeRow[], width: number, lang: Lang): Landscape {
  const landscape: Landscape = { bands: [], groups: [], tiles: [], height: 0 };
  let y = 0;
  for (const layer of layersFromTop) {
    const onLayer = rows.flatMap((row, index) => (row.layer === layer ? [{ row, index }] : []));
    if (onLayer.length === 0) continue;
    const top = y;
    y += titleHeight;
    let x = 0;
    let line = 0;
    for (const kind of categories) {
      const group = onLayer.filter(({ row }) => row.kind === kind);
      if (group.length === 0) continue;
      const label = organizationKindNames[kind][lang];
      const own = Math.max(widthOfTiles(group, width, lang), textWidth(label, groupType));
      if (x > 0 && x + own > width) {
        y += line + groupGap;
        x = 0;
        line = 0;
      }
      landscape.groups.push({ label: [fitText(label, groupType, width)], x, y: y + groupType });
      const bottom = layTiles(group, { left: x, width, y: y + labelHeight }, lang, landscape.tiles);
      line = Math.max(line, bottom - y);
      x += own + kindGap;
    }
    y += line + groupGap;
    const title = landscapeWords[lang].onLayer(layerNames[layer][lang], onLayer.length);
    landscape.bands.push({
      layer,
      title: lang === 'zh' ? title : layerNames[layer].en,
      y: top,
      height: y - top,
    });
    y += bandGap;
  }
  landscape.height = Math.max(40, y - bandGap);
  return landscape;
}

/** How wide the tiles are in one line; no more than there is. */
function widthOfTiles(group: readonly { row: LandscapeRow }[], width: number, lang: Lang): number {
  const all = group.reduce((sum, { row }) => {
    const { mark, type } = tileSizes[row.size];
    return sum + mark + 3 * padding + textWidth(row.name[lang], type) + tileGap;
  }, -tileGap);
  return Math.min(all, width);
}

/** Tiles in lines, each as wide as its name; returns where the last line ends. */
function layTiles(
  group: readonly { row: LandscapeRow; index: number }[],
  { left, width, y }: { left: number; width: number; y: number },
  lang: Lang,
  tiles: Tile[],
): number {
  let x = left;
  let top = y;
  let line = 0;
  for (const { row, index } of group) {
    const { height, mark, type } = tileSizes[row.size];
    const fixed = mark + 3 * padding;
    const label = fitText(row.name[lang], type, width - left - fixed - 2);
    const own = fixed + textWidth(label, type);
    if (x > left && x + own > width) {
      top += line + tileGap;
      x = left;
      line = 0;
    }
    tiles.push({ index, x, y: top, width: own, height, label });
    x += own + tileGap;
    line = Math.max(line, height);
  }
  return top + line;
}
