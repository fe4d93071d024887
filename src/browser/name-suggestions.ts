import { forEachElement } from './for-each';
import { foundNames } from './found-names';
import { lang } from './page-language';

/** Waits for the next key, in milliseconds. */
const pause = 120;

/** Names that fit what stands in a text field (`data-suggest`: of which kind), in the list that the field names. */
export function startNameSuggestions(): void {
  forEachElement<HTMLInputElement>('input[data-suggest]', (field) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ending = new AbortController();
    field.addEventListener('input', () => {
      clearTimeout(timer);
      ending.abort();
      ending = new AbortController();
      const { signal } = ending;
      const text = field.value.trim();
      if (text === '') return;
      timer = setTimeout(async () => {
        const groups = await foundNames(text, { kind: field.dataset.suggest ?? '', limit: 10, signal });
        const names = groups?.flatMap(({ results }) => results.map(({ name }) => name[lang]));
        if (names) field.list?.replaceChildren(...[...new Set(names)].map((name) => new Option('', name)));
      }, pause);
    });
  });
}
