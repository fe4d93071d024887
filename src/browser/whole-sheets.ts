/** The page holds only the rules that it needed as it came; what is drawn anew may need others of the same sheets. */
export function loadWholeSheets(): Promise<void> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

let loading: Promise<void> | undefined;

async function load(): Promise<void> {
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
