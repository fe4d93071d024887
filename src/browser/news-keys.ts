import { isComposing } from './composing';

/** Ctrl Enter in a field of the read news publishes the event that the field belongs to. */
export function startNewsKeys(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-news]');
  form?.addEventListener('keydown', (event) => {
    if (isComposing(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    const own = event.target instanceof Element ? event.target.closest('.news-form') : null;
    const button = own?.querySelector<HTMLButtonElement>('button[name=only]');
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
}
