/**
 * Gives this thread a `window`, which Recharts 3 needs to draw anything (recharts issue 5997: nothing is drawn under
 * server rendering). Import it before React and Recharts, and only in a worker thread: it writes globals.
 */
import { Window } from 'happy-dom';

const page = new Window({ width: 1600, height: 1200 });
const names = [
  'document',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'HTMLIFrameElement',
  'MutationObserver',
  'ResizeObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const;
Object.defineProperty(globalThis, 'window', { value: page, configurable: true });
for (const name of names) {
  Object.defineProperty(globalThis, name, {
    value: Reflect.get(page, name),
    configurable: true,
    writable: true,
  });
}
