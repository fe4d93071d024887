'use client';

import { useEffect, useState } from 'react';
import type { Lang } from '@/domain/bilingual';
import type { ResultGroup } from '../search/search-results';

type Props = {
  /** Id of the text field. */
  input: string;
  /** Id of the list that the field names. */
  list: string;
  kind: 'organization' | 'model' | 'industry';
  lang: Lang;
};

const pause = 120;

/** Names that fit what stands in a text field, from the search; the field works without. */
export function NameSuggestions({ input, list, kind, lang }: Props) {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const field = document.getElementById(input);
    if (!(field instanceof HTMLInputElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ending = new AbortController();
    const ask = () => {
      clearTimeout(timer);
      ending.abort();
      ending = new AbortController();
      const { signal } = ending;
      timer = setTimeout(async () => {
        if (field.value.trim() === '') return;
        const answer = await fetch(
          `/api/v1/search?kind=${kind}&limit=10&q=${encodeURIComponent(field.value.trim())}`,
          { signal },
        )
          .then((response) => response.json() as Promise<{ groups: ResultGroup[] }>)
          .catch(() => null);
        if (answer) setNames(answer.groups.flatMap(({ results }) => results.map(({ name }) => name[lang])));
      }, pause);
    };
    field.addEventListener('input', ask);
    return () => {
      clearTimeout(timer);
      ending.abort();
      field.removeEventListener('input', ask);
    };
  }, [input, kind, lang]);
  return (
    <datalist id={list}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
