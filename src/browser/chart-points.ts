import type { ChartPoint } from '@/app/[lang]/charts/[slug]/chart-points';
import { forEachElement } from './for-each';

/** Pixels between the pointer and what is told, and between that and the edge of the window. */
const gap = 12;

/**
 * Marks of a chart tell what they are: to a pointer, to a finger, to arrow keys. The drawing is the one that the server
 * made; what its marks tell stands beside it (`chart-stage.tsx`), by the numbers of the rows (`data-row`).
 */
export function startChartPoints(): void {
  forEachElement<HTMLElement>('.chart-stage', (stage) => {
    const box = stage.querySelector<HTMLElement>('.chart-box');
    const tip = stage.querySelector<HTMLElement>('.chart-tip');
    const [words, basis] = tip?.children ?? [];
    if (!box || !tip || !words || !(basis instanceof HTMLAnchorElement)) return;
    let read = '';
    let points: readonly ChartPoint[] = [];
    /** What each row tells; read anew where another state of the page was put in place. */
    const pointOf = (row: number): ChartPoint | undefined => {
      const text = stage.querySelector('script[type="application/json"]')?.textContent ?? '[]';
      if (text !== read) points = JSON.parse(text);
      read = text;
      return points[row];
    };
    let at: number | null = null;
    const hide = () => {
      at = null;
      tip.hidden = true;
      for (const mark of box.querySelectorAll('[data-at]')) mark.removeAttribute('data-at');
    };
    const show = (row: number, x: number, y: number) => {
      const point = pointOf(row);
      if (!point) return hide();
      if (row !== at) {
        hide();
        for (const mark of box.querySelectorAll(`[data-row="${row}"]`)) mark.setAttribute('data-at', '');
        [words.textContent, basis.textContent, basis.href] = point;
        tip.hidden = false;
        at = row;
      }
      const { offsetWidth: width, offsetHeight: height } = tip;
      const below = y + gap + height < innerHeight;
      tip.style.left = `${Math.max(gap, Math.min(x + gap, document.documentElement.clientWidth - width - gap))}px`;
      tip.style.top = `${Math.max(gap, below ? y + gap : y - gap - height)}px`;
    };
    const rowOf = (target: EventTarget | null): number | null => {
      const mark = target instanceof Element ? target.closest<SVGElement>('[data-row]') : null;
      return mark ? Number(mark.dataset.row) : null;
    };

    box.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'mouse') return;
      const row = rowOf(event.target);
      if (row === null) hide();
      else show(row, event.clientX, event.clientY);
    });
    stage.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') hide();
    });
    // A finger is told first; what it is told leads on. A mouse was told already.
    box.addEventListener('click', (event) => {
      const row = rowOf(event.target);
      if (row === null) return hide();
      if ('pointerType' in event && event.pointerType === 'mouse' && at === row) basis.click();
      else show(row, event.clientX, event.clientY);
    });
    // A heavy picture stands here as a file, which has no marks to go through.
    const offerKeys = () => {
      if (box.querySelector('[data-row]') === null) box.removeAttribute('tabindex');
      else Object.assign(box, { tabIndex: 0, role: 'group', ariaLabel: box.dataset.keys });
      // What the browser would show of its own accord, above what is told.
      for (const title of box.querySelectorAll('[data-row] > title')) title.remove();
    };
    offerKeys();
    document.addEventListener('statechanged', offerKeys);
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hide();
      if (event.key === 'Enter' && at !== null) basis.click();
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const marks = new Map<number, SVGElement>();
      for (const mark of box.querySelectorAll<SVGElement>('[data-row]'))
        if (mark.getClientRects().length > 0 && !marks.has(Number(mark.dataset.row)))
          marks.set(Number(mark.dataset.row), mark);
      const rows = [...marks.keys()].sort((a, b) => a - b);
      const now = at === null ? -1 : rows.indexOf(at);
      const next =
        rows[Math.min(rows.length - 1, Math.max(0, now === -1 && by < 0 ? rows.length - 1 : now + by))];
      const mark = next === undefined ? undefined : marks.get(next);
      if (next === undefined || !mark) return;
      event.preventDefault();
      mark.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, right, bottom } = mark.getBoundingClientRect();
      show(next, (left + right) / 2, bottom);
    });
    box.addEventListener('blur', hide);
    // Pressing what is told must not take the focus from the chart, which would hide it.
    tip.addEventListener('mousedown', (event) => event.preventDefault());
    addEventListener('scroll', () => at !== null && document.activeElement !== box && hide(), {
      passive: true,
    });
    document.addEventListener('statechange', hide);
  });
}
