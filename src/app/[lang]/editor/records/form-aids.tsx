'use client';

import { useEffect, useState } from 'react';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { formWords } from '@/i18n/record-form';
import type { ResultGroup } from '../../search/search-results';
import type { LikelyDuplicate } from './likely-duplicates';

/** Waits for the next key, in milliseconds. */
const pause = { names: 120, draft: 1200, duplicates: 700 } as const;

/**
 * What makes a form easier with JavaScript: names while typing, a draft that keeps itself, what may be on record
 * already, a warning before leaving, and Ctrl Enter to send.
 */
export function FormAids({ form, lang }: { form: string; lang: Lang }) {
  const words = formWords[lang];
  const [state, setState] = useState<'' | 'saving' | 'saved' | 'notSaved'>('');
  const [duplicates, setDuplicates] = useState<LikelyDuplicate[]>([]);
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    let changed = false;
    let sending = false;
    const timers: Record<string, ReturnType<typeof setTimeout>> = {};
    const later = (name: keyof typeof pause, run: () => Promise<void>) => {
      clearTimeout(timers[name]);
      timers[name] = setTimeout(() => void run(), pause[name]);
    };
    const post = (path: string) =>
      fetch(path, { method: 'POST', body: new FormData(element) })
        .then((answer) => (answer.ok ? answer.json() : null))
        .catch(() => null);
    const keep = async () => {
      setState('saving');
      const kept: { draft: number } | null = await post('/api/records/draft');
      const draft = element.elements.namedItem('draft');
      if (kept && draft instanceof HTMLInputElement) {
        draft.value = String(kept.draft);
        changed = false;
      }
      setState(kept ? 'saved' : 'notSaved');
    };
    const compare = async () => {
      const found: { duplicates: LikelyDuplicate[] } | null = await post('/api/records/duplicates');
      if (found) setDuplicates(found.duplicates);
    };
    const suggest = async (input: HTMLInputElement) => {
      const text = input.value.trim();
      if (text === '') return;
      const answer: { groups: ResultGroup[] } | null = await fetch(
        `/api/v1/search?kind=${input.dataset.reference}&limit=8&q=${encodeURIComponent(text)}`,
      )
        .then((response) => response.json())
        .catch(() => null);
      const list = document.getElementById('names');
      if (!answer || !list) return;
      input.setAttribute('list', 'names');
      list.replaceChildren(
        ...answer.groups.flatMap(({ results }) =>
          results.map(({ slug, name }) => new Option(`${name.zh} · ${name.en}`, slug)),
        ),
      );
    };
    const onInput = (event: Event) => {
      changed = true;
      const target = event.target;
      if (target instanceof HTMLInputElement && target.dataset.reference)
        later('names', () => suggest(target));
      later('draft', keep);
      later('duplicates', compare);
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (changed && !sending) event.preventDefault();
    };
    const onSubmit = () => {
      sending = true;
      clearTimeout(timers.draft);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) element.requestSubmit();
    };
    element.addEventListener('input', onInput);
    element.addEventListener('submit', onSubmit);
    element.addEventListener('keydown', onKey);
    addEventListener('beforeunload', onLeave);
    return () => {
      for (const timer of Object.values(timers)) clearTimeout(timer);
      element.removeEventListener('input', onInput);
      element.removeEventListener('submit', onSubmit);
      element.removeEventListener('keydown', onKey);
      removeEventListener('beforeunload', onLeave);
    };
  }, [form]);
  return (
    <>
      <datalist id="names" />
      <span className="text-muted text-small" role="status">
        {state === '' ? '' : words[state]}
      </span>
      {duplicates.length === 0 ? null : (
        <div className="notice" role="status">
          <p>{words.duplicates}</p>
          <ul>
            {duplicates.map(({ slug, name, path }) => (
              <li key={slug}>
                {path === null ? (
                  name[lang]
                ) : (
                  <a href={href(lang, path)} target="_blank" rel="noopener">
                    {name[lang]}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
