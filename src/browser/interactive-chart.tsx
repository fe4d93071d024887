import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { loadDrawing } from '@/charts/drawings';
import { type AnyDrawing, heightOf } from '@/charts/engine/drawing';
import { fadedOpacity } from '@/charts/engine/faded';
import { type PackedRows, unpackRows } from '@/charts/engine/packed-rows';
import { paintFor } from '@/charts/engine/paint';
import type { ChartState } from '@/linking/parameters';
import { lang } from './page-language';

/** What the page holds of its chart for drawing it again. */
export interface StagedChart {
  packed: PackedRows;
  state: ChartState;
  /** The numbers of the rows whose marks step back because others are highlighted. */
  faded: readonly number[];
}

interface Size {
  width: number;
  height: number;
}

const paint = paintFor('page');

/** Loads all that the chart is drawn with, and its rows as they are packed. */
export async function prepareChart(
  chart: string,
  { packed, state }: StagedChart,
): Promise<{ drawing: AnyDrawing; rows: readonly unknown[] }> {
  const drawing = await loadDrawing(chart);
  const rows = unpackRows(packed);
  await drawing({ rows, state, lang, width: 1 }).load();
  return { drawing, rows };
}

/** Draws the chart in the place of what stands in the box; what it returns puts that back. */
export async function openChart(box: HTMLElement, chart: string, staged: StagedChart): Promise<() => void> {
  const { drawing, rows } = await prepareChart(chart, staged);
  const { width, height } = box.getBoundingClientRect();
  // The picture may have been scaled down to this width; marks with labels need their own height.
  const size = { width, height: Math.max(height, heightOf(drawing, { rows, state: staged.state, width })) };
  const picture = [...box.childNodes];
  const place = document.createElement('div');
  const root = createRoot(place);
  box.replaceChildren(place);
  box.dataset.interactive = '';
  flushSync(() =>
    root.render(<Drawing box={box} drawing={drawing} rows={rows} staged={staged} first={size} />),
  );
  return () => {
    root.unmount();
    box.replaceChildren(...picture);
    delete box.dataset.interactive;
  };
}

type Props = {
  box: HTMLElement;
  drawing: AnyDrawing;
  rows: readonly unknown[];
  staged: StagedChart;
  first: Size;
};

function Drawing({ box, drawing, rows, staged, first }: Props) {
  const { state, faded } = staged;
  const [size, setSize] = useState(first);
  useEffect(() => {
    // Only the width can change from outside; rows then decide the height.
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0)
        setSize((now) =>
          Math.abs(width - now.width) > 1
            ? { width, height: heightOf(drawing, { rows, state, width }) }
            : now,
        );
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [box, drawing, rows, state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are made anew with each size
  useEffect(() => {
    for (const mark of box.querySelectorAll<SVGElement>('[data-row]'))
      mark.style.opacity = faded.includes(Number(mark.dataset.row)) ? String(fadedOpacity) : '';
  }, [box, faded, size]);
  const canvas = { ...size, paint, id: 'interactive', interactive: true };
  return drawing({ rows, state, lang, width: size.width }).draw(canvas);
}
