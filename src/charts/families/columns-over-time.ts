import { lazyFamily } from '../engine/drawing';
import { type ColumnsContent, columnsFoot, columnsHead } from './columns-over-time-layout';

/** Stacked columns over time: solid for what is sure, hatched for what is possible, rings for what is undisclosed. */
export const columnsOverTime = lazyFamily<ColumnsContent>({
  height: (content, width) =>
    columnsHead(content) + columnsFoot + Math.round(Math.min(300, Math.max(220, width * 0.42))),
  load: () => import('./columns-over-time-drawing'),
  length: 'height',
});
