import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { TooltipCard } from './tooltip-card';

/** What a reader is told of one mark. */
export type Tip = {
  title: string;
  lines: readonly { label: string; text: string; colour?: string }[];
  /** Where the card stands: the mark's lower left corner. */
  x: number;
  y: number;
};

type Props = {
  width: number;
  height: number;
  /** Answer to pointer and keyboard? Only in the browser. */
  interactive: boolean;
  /** How to use it, for screen readers. */
  label: string;
  /** One a mark, in the order in which arrow keys go. */
  tips: readonly Tip[];
  /** Draws the marks; `point` gives the handlers of the mark with that number. */
  children: (active: number | null, point: (index: number) => { onPointerEnter?: () => void }) => ReactNode;
};

const cardWidth = 220;

/** A drawing in plain SVG whose marks can be pointed at or stepped through with the arrow keys. */
export function Explorable({ width, height, interactive, label, tips, children }: Props) {
  const [active, setActive] = useState<number | null>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = active === null ? (by > 0 ? 0 : tips.length - 1) : active + by;
    setActive(Math.min(tips.length - 1, Math.max(0, next)));
  };
  const tip = active === null ? undefined : tips[active];
  const spoken = tip
    ? [tip.title, ...tip.lines.map((line) => `${line.label} ${line.text}`.trim())].join(' · ')
    : '';
  return (
    <div style={{ position: 'relative', width, height }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerLeave={() => setActive(null)}
        onKeyDown={interactive ? step : undefined}
        onBlur={() => setActive(null)}
        tabIndex={interactive ? 0 : undefined}
        role={interactive ? 'application' : undefined}
        aria-label={interactive ? label : undefined}
      >
        {children(active, (index) => (interactive ? { onPointerEnter: () => setActive(index) } : {}))}
      </svg>
      {interactive && (
        <p className="visually-hidden" aria-live="polite">
          {spoken}
        </p>
      )}
      {interactive && tip && (
        <div
          style={{
            position: 'absolute',
            left: Math.max(0, Math.min(tip.x, width - cardWidth)),
            top: tip.y + 4,
            zIndex: 2,
            pointerEvents: 'none',
          }}
        >
          <TooltipCard title={tip.title} lines={tip.lines} />
        </div>
      )}
    </div>
  );
}
