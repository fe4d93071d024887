import { lazyFamily } from '../engine/drawing';
import { rowHeight, type StackedContent, stackedFoot, stackedHead } from './stacked-bars-layout';

/** Bars that are the sum of parts, one below the other, with the sum at their end. */
export const stackedBars = lazyFamily<StackedContent>({
  height: (content, width) => stackedHead + stackedFoot + content.rows.length * rowHeight(content, width),
  load: () => import('./stacked-bars-drawing'),
  length: 'width',
});
