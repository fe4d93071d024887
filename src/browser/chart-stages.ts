import { forEachElement } from './for-each';
import { loadWholeSheets } from './whole-sheets';

/**
 * The button under a chart that puts the interactive chart in the place of its picture: same box, nothing moves.
 * Drawing is loaded when somebody reaches for the button.
 */
export function startChartStages(): void {
  forEachElement<HTMLElement>('.chart-stage', (stage) => {
    const box = stage.querySelector<HTMLElement>('.chart-box');
    const button = stage.querySelector<HTMLButtonElement>('.chart-open button');
    const status = stage.querySelector<HTMLElement>('[role="status"]');
    if (!box || !button || !status) return;
    const { chart = '', close = '', loading = '', failed = '' } = { ...stage.dataset, ...button.dataset };
    const open = button.textContent ?? '';
    let back: (() => void) | null = null;

    const staged = () =>
      JSON.parse(stage.querySelector('script[type="application/json"]')?.textContent ?? '');
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
    // Another state of the page puts another picture here, which is opened again.
    let reopen = false;
    document.addEventListener('statechange', () => {
      reopen = back !== null;
      if (reopen) button.click();
    });
    document.addEventListener('statechanged', () => {
      if (reopen && stage.isConnected) button.click();
    });
    // The button works with scripts only, so it appears with them.
    button.parentElement?.setAttribute('data-ready', '');
  });
}
