import { forEachElement } from './for-each';
import { foundNames, whenTyped } from './found-names';
import { lang } from './page-language';

/** Names that fit what stands in a text field (`data-suggest`: of which kind), in the list that the field names. */
export function startNameSuggestions(): void {
  forEachElement<HTMLInputElement>('input[data-suggest]', (field) => {
    whenTyped(field, async (text, signal) => {
      if (text === '') return;
      const groups = await foundNames(text, { kind: field.dataset.suggest ?? '', limit: 10, signal });
      const names = groups?.flatMap(({ results }) => results.map(({ name }) => name[lang]));
      if (names) field.list?.replaceChildren(...[...new Set(names)].map((name) => new Option('', name)));
    });
  });
}
