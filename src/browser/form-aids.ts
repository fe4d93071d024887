import type { LikelyDuplicate } from '@/app/[lang]/editor/records/likely-duplicates';
import { href } from '@/i18n/href';
import { isComposing } from './composing';
import { foundNames } from './found-names';
import { lang } from './page-language';

/** Waits for the next key, in milliseconds. */
const pause = { names: 120, draft: 1200, duplicates: 700 } as const;

/**
 * What makes a record's form easier: names while typing, a draft that keeps itself, what may be on record already, a
 * warning before leaving, and Ctrl Enter to send. The places for what is said stand in the page (`form-aids.tsx`).
 */
export function startFormAids(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-aids]');
  const names = document.getElementById('names');
  const status = form?.querySelector<HTMLElement>('[data-saving]');
  const duplicates = form?.querySelector<HTMLElement>('[data-duplicates]');
  if (!form || !names || !status || !duplicates) return;
  let changed = false;
  let sending = false;
  const timers: Record<string, ReturnType<typeof setTimeout>> = {};
  const later = (name: keyof typeof pause, run: () => Promise<void>) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(() => void run(), pause[name]);
  };

  async function keep(own: HTMLFormElement, said: HTMLElement): Promise<void> {
    said.textContent = said.dataset.saving ?? '';
    const kept = await posted<{ draft: number }>('/api/records/draft', own);
    const draft = own.elements.namedItem('draft');
    if (kept && draft instanceof HTMLInputElement) {
      draft.value = String(kept.draft);
      changed = false;
    }
    said.textContent = (kept ? said.dataset.saved : said.dataset.notSaved) ?? '';
  }

  form.addEventListener('input', ({ target }) => {
    changed = true;
    if (target instanceof HTMLInputElement && target.dataset.reference)
      later('names', () => suggest(target, names));
    later('draft', () => keep(form, status));
    later('duplicates', () => compare(form, duplicates));
  });
  form.addEventListener('submit', () => {
    sending = true;
    clearTimeout(timers.draft);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event))
      form.requestSubmit();
  });
  addEventListener('beforeunload', (event) => {
    if (changed && !sending) event.preventDefault();
  });
}

function posted<Answer>(path: string, form: HTMLFormElement): Promise<Answer | null> {
  return fetch(path, { method: 'POST', body: new FormData(form) })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
}

async function suggest(input: HTMLInputElement, list: HTMLElement): Promise<void> {
  const text = input.value.trim();
  if (text === '') return;
  const groups = await foundNames(text, { kind: input.dataset.reference ?? '', limit: 8 });
  if (!groups) return;
  input.setAttribute('list', list.id);
  list.replaceChildren(
    ...groups.flatMap(({ results }) =>
      results.map(({ slug, name }) => new Option(`${name.zh} · ${name.en}`, slug)),
    ),
  );
}

async function compare(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const found = await posted<{ duplicates: LikelyDuplicate[] }>('/api/records/duplicates', form);
  if (!found) return;
  place.hidden = found.duplicates.length === 0;
  place.querySelector('ul')?.replaceChildren(
    ...found.duplicates.map(({ name, path }) => {
      const item = document.createElement('li');
      if (path === null) item.textContent = name[lang];
      else {
        const link = document.createElement('a');
        Object.assign(link, { href: href(lang, path), target: '_blank', rel: 'noopener' });
        link.textContent = name[lang];
        item.append(link);
      }
      return item;
    }),
  );
}
