/**
 * The button under a chart that puts the interactive chart in the place of its picture: same box, nothing moves.
 * Drawing is loaded when somebody reaches for the button.
 */
export function startChartStages(): void {
  for (const stage of document.querySelectorAll<HTMLElement>('.chart-stage')) {
    const box = stage.querySelector<HTMLElement>('.chart-box');
    const data = stage.querySelector('script[type="application/json"]');
    const button = stage.querySelector<HTMLButtonElement>('.chart-open button');
    const status = stage.querySelector<HTMLElement>('[role="status"]');
    if (!box || !data || !button || !status) continue;
    const { chart = '', close = '', loading = '', failed = '' } = { ...stage.dataset, ...button.dataset };
    const open = button.textContent ?? '';
    let back: (() => void) | null = null;

    const staged = () => JSON.parse(data.textContent ?? '');
    const preload = () => {
      import('./interactive-chart')
        .then(({ prepareChart }) => prepareChart(chart, staged()))
        .catch(() => undefined);
    };
    button.addEventListener('pointerenter', preload, { once: true });
    button.addEventListener('focus', preload, { once: true });
    button.addEventListener('click', async () => {
      if (back) {
        back();
        back = null;
        button.textContent = open;
        return;
      }
      button.disabled = true;
      button.textContent = loading;
      status.textContent = '';
      try {
        const [{ openChart }] = await Promise.all([import('./interactive-chart'), loadWholeSheets()]);
        back = await openChart(box, chart, staged());
      } catch {
        status.textContent = failed;
      }
      button.disabled = false;
      button.textContent = back ? close : open;
    });
    // The button works with scripts only, so it appears with them.
    button.parentElement?.setAttribute('data-ready', '');
  }
}

/** The page holds only the rules that it needed as it came; what is drawn anew may need others of the same sheets. */
async function loadWholeSheets(): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLStyleElement>('style[data-sheet]')];
  await Promise.all(
    parts.map(
      (part) =>
        new Promise((resolve, reject) => {
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.href = part.dataset.sheet ?? '';
          link.addEventListener('load', () => {
            part.removeAttribute('data-sheet');
            resolve(link);
          });
          link.addEventListener('error', reject);
          part.after(link);
        }),
    ),
  );
}
