'use client';

import { useEffect } from 'react';

/** Ctrl Enter in a field publishes the event that the field belongs to. */
export function NewsKeys({ form }: { form: string }) {
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      const own = event.target instanceof Element ? event.target.closest('.news-form') : null;
      const button = own?.querySelector<HTMLButtonElement>('button[name=only]');
      if (!button) return;
      event.preventDefault();
      element.requestSubmit(button);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [form]);
  return null;
}
