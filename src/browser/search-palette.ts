import type { ResultGroup } from '@/app/search-results';
import { href } from '@/i18n/href';
import { otherLang } from '@/i18n/marks';
import { searchKindNames, searchWords } from '@/i18n/search';
import { isComposing } from './composing';
import { foundNames, whenTyped } from './found-names';
import { lang } from './page-language';

/** Wait for the next key before asking, in milliseconds. */
const pause = 90;
const ofKind = 5;
const words = searchWords[lang];

/** One line of the list: a result, or the whole search as its own page. */
interface Line {
  path: string;
  label: string;
  more: string;
  /** The heading above it, where a kind begins. */
  heading: string | null;
}

/** The search that ⌘K (Ctrl K) or / opens on every page; arrows and Enter go to a result. */
export function startSearchPalette(): void {
  let palette: Palette | undefined;
  addEventListener('keydown', (event) => {
    const command = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !isTyping(event.target) && !event.metaKey && !event.ctrlKey;
    if (!command && !slash) return;
    event.preventDefault();
    palette ??= new Palette();
    palette.toggle();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

function linesOf(groups: readonly ResultGroup[], text: string): Line[] {
  if (text === '') return [];
  const lines = groups.flatMap(({ kind, results }) =>
    results.map(({ path, name, of, matched }, at): Line => {
      const other = name[otherLang(lang)];
      return {
        path,
        label: name[lang],
        more: [other === name[lang] ? null : other, of?.[lang], matched].filter(Boolean).join(' · '),
        heading: at === 0 ? searchKindNames[kind][lang] : null,
      };
    }),
  );
  return [...lines, { path: pathOfAll(text), label: words.allOf(text), more: '', heading: null }];
}

function pathOfAll(text: string): string {
  return `/search?q=${encodeURIComponent(text)}`;
}

/** A dialog with a text field, what is found while somebody types, and a line about the keys. */
class Palette {
  readonly #dialog = made('dialog', { class: 'palette', 'aria-label': words.title });
  readonly #input = made('input', {
    type: 'search',
    placeholder: words.hint,
    'aria-label': words.title,
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  readonly #list = made('div', {
    id: 'palette-list',
    role: 'listbox',
    'aria-label': words.title,
    hidden: '',
  });
  readonly #foot = made('p', { class: 'palette-keys' }, words.keys);
  #lines: Line[] = [];
  /** What the lines were found for. */
  #asked = '';
  #chosen = 0;

  constructor() {
    this.#dialog.append(this.#input, this.#list, this.#foot);
    document.body.append(this.#dialog);
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#key(event));
    whenTyped(this.#input, (text, signal) => this.#ask(text, signal), pause);
  }

  toggle(): void {
    if (this.#dialog.open) this.#dialog.close();
    else {
      this.#dialog.showModal();
      this.#input.select();
    }
  }

  async #ask(text: string, signal: AbortSignal): Promise<void> {
    const groups = text === '' ? [] : await foundNames(text, { limit: ofKind, signal });
    if (groups !== null && !signal.aborted) this.#show(text, groups);
  }

  #show(text: string, groups: readonly ResultGroup[]): void {
    this.#asked = text;
    this.#lines = linesOf(groups, text);
    this.#list.replaceChildren(...this.#lines.flatMap((line, at) => this.#drawn(line, at)));
    this.#list.hidden = this.#lines.length === 0;
    this.#input.setAttribute('aria-expanded', String(this.#lines.length > 0));
    this.#foot.textContent = text !== '' && groups.length === 0 ? words.none(text) : words.keys;
    this.#choose(0);
  }

  #drawn(line: Line, at: number): HTMLElement[] {
    const option = made('div', { id: `palette-${at}`, role: 'option', class: 'palette-line' });
    option.append(made('span', {}, line.label), made('span', { class: 'palette-more' }, line.more));
    option.addEventListener('pointermove', () => this.#choose(at));
    option.addEventListener('click', () => go(line.path));
    return line.heading === null ? [option] : [made('p', { class: 'palette-heading' }, line.heading), option];
  }

  #choose(at: number): void {
    this.#chosen = at;
    for (const option of this.#list.querySelectorAll('[role="option"]'))
      option.setAttribute('aria-selected', String(option.id === `palette-${at}`));
    if (this.#lines.length > 0) this.#input.setAttribute('aria-activedescendant', `palette-${at}`);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const { length } = this.#lines;
    if (step !== 0 && length > 0) {
      event.preventDefault();
      this.#choose((this.#chosen + step + length) % length);
      document.getElementById(`palette-${this.#chosen}`)?.scrollIntoView({ block: 'nearest' });
    }
    const text = this.#input.value.trim();
    if (event.key === 'Enter' && text !== '') {
      event.preventDefault();
      // An answer to what stood there before is not what is meant now.
      const line = this.#asked === text ? this.#lines[this.#chosen] : undefined;
      go(line?.path ?? pathOfAll(text));
    }
  }
}

function go(path: string): void {
  location.href = href(lang, path);
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
