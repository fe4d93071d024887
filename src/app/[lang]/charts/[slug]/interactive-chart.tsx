'use client';

import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { fadedOpacity } from '@/charts/drawing/faded';
import { paintFor } from '@/charts/drawing/paint';
import { type AnyView, views } from '@/charts/views';
import type { Lang } from '@/domain/bilingual';
import type { ChartState } from '@/linking/parameters';

type Props = {
  chart: string;
  rows: readonly unknown[];
  state: ChartState;
  /** The numbers of the rows whose marks step back because others are highlighted. */
  faded: readonly number[];
  lang: Lang;
  words: { open: string; close: string; hint: string; loading: string; failed: string };
  /** The picture drawn on the server: what everybody sees until they ask for more. */
  children: ReactNode;
};

type Progress = 'picture' | 'loading' | 'failed' | { view: AnyView; width: number; height: number };

const paint = paintFor('page');

/** Puts the interactive chart in the place of its picture when a reader asks for it: same box, nothing moves. */
export function InteractiveChart({ chart, rows, state, faded, lang, words, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [progress, setProgress] = useState<Progress>('picture');
  const [ready, setReady] = useState(false);
  const id = useId().replace(/[^a-z0-9]/gi, '');
  // The button works with scripts only, so it appears with them.
  useEffect(() => setReady(true), []);
  const preload = useCallback(() => {
    void views[chart]?.().catch(() => undefined);
  }, [chart]);
  const open = useCallback(async () => {
    const load = views[chart];
    const size = box.current?.getBoundingClientRect();
    if (!load || !size) return;
    setProgress('loading');
    try {
      const view = await load();
      // The picture may have been scaled down to this width; marks with labels need their own height.
      const height = Math.max(size.height, view.height(rows, state, size.width));
      setProgress({ view, width: size.width, height });
    } catch {
      setProgress('failed');
    }
  }, [chart, rows, state]);
  const shown = typeof progress === 'object' ? progress : null;
  useEffect(() => {
    const element = box.current;
    if (!shown || !element) return;
    // Only the width can change from outside; rows then decide the height.
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0 && Math.abs(width - shown.width) > 1) {
        setProgress({ ...shown, width, height: shown.view.height(rows, state, width) });
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [shown, rows, state]);
  useEffect(() => {
    if (!shown || !box.current) return;
    for (const mark of box.current.querySelectorAll<SVGElement>('[data-row]')) {
      mark.style.opacity = faded.includes(Number(mark.dataset.row)) ? String(fadedOpacity) : '';
    }
  }, [shown, faded]);
  return (
    <div className="chart-stage">
      <div ref={box} className="chart-box" data-interactive={shown ? '' : undefined}>
        {shown ? (
          <shown.view.Draw
            rows={rows}
            state={state}
            lang={lang}
            width={shown.width}
            height={shown.height}
            paint={paint}
            id={id}
            interactive
          />
        ) : (
          children
        )}
      </div>
      <p className="chart-open" data-ready={ready ? '' : undefined}>
        <button
          type="button"
          className="button"
          title={words.hint}
          disabled={progress === 'loading'}
          onPointerEnter={preload}
          onFocus={preload}
          onClick={shown ? () => setProgress('picture') : open}
        >
          {progress === 'loading' ? words.loading : shown ? words.close : words.open}
        </button>
        <span role="status">{progress === 'failed' ? words.failed : ''}</span>
      </p>
    </div>
  );
}
