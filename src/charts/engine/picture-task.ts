import type { Lang } from '@/domain/bilingual';
import type { Colour, Theme } from '@/domain/palette';
import type { ChartState } from '@/linking/parameters';
import type { LegendMark } from './definition';

/** What stands around the plot in a picture that goes on its own. */
export type Frame = {
  title: string;
  finding: string;
  legend: { label: string; colour: Colour; mark: LegendMark }[];
  source: string;
  /** The site and its edition. */
  edition: string;
  /** The whole address; broken over lines where it is long, never cut. */
  link: string;
  noRows: string;
};

/** What the picture worker is asked. Plain data: it is copied to another thread. */
export type PictureTask = {
  chart: string;
  rows: readonly unknown[];
  state: ChartState;
  /** The numbers of the rows whose marks step back because others are highlighted. */
  faded: readonly number[];
  lang: Lang;
  /** `page` draws with CSS variables, for a picture inside the HTML. */
  theme: Theme | 'page';
  width: number;
  /** null: as high as the rows need. */
  height: number | null;
  /** Prefix of the ids inside. */
  id: string;
  /** null: the bare plot. */
  frame: Frame | null;
  /** null: SVG only; else the PNG's scale. */
  scale: number | null;
  /** Only how large it will be: the picture comes back empty. */
  measure?: boolean;
};

export type Picture = { svg: string; width: number; height: number; png: Uint8Array<ArrayBuffer> | null };
