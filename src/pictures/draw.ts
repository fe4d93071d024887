import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { svgContent } from './markup';

/**
 * Draws an element whose first `svg` is the picture, and returns that svg's content. Needs `browser-window.ts`. `prefix`
 * makes the ids unique on a page. An error inside the element is thrown, never drawn around.
 */
export async function drawContent(element: ReactNode, prefix: string): Promise<string> {
  const host = document.createElement('div');
  document.body.append(host);
  let failure: unknown;
  const root = createRoot(host, {
    onUncaughtError: (error) => {
      failure = error;
    },
  });
  try {
    flushSync(() => root.render(element));
    // Recharts measures after its first pass and moves marks into layers in further ones (recharts 3, zIndex).
    for (let pass = 0; pass < 2; pass++) {
      await new Promise((resolve) => setImmediate(resolve));
      flushSync(() => {});
    }
    if (failure !== undefined) throw failure;
    const svg = host.querySelector('svg');
    if (!svg) throw new Error('The drawing has no svg element.');
    return svgContent(svg, prefix);
  } finally {
    root.unmount();
    host.remove();
  }
}
