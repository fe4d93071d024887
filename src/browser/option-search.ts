import { forEachElement } from './for-each';
import { foundNames, whenTyped } from './found-names';

/**
 * Long lists of boxes to tick get a field to find one by (its name, its slug, and by pinyin or first letters as the
 * search of the site knows them) and a button that unticks all. An open list closes when something else is pressed.
 */
export function startOptionSearch(): void {
  forEachElement<HTMLFieldSetElement>('fieldset[data-find]', (fieldset) => {
    const { find = '', clear = '', kind } = fieldset.dataset;
    const field = Object.assign(document.createElement('input'), {
      type: 'search',
      placeholder: find,
      ariaLabel: find,
    });
    const untick = Object.assign(document.createElement('button'), { type: 'button', textContent: clear });
    const head = Object.assign(document.createElement('p'), { className: 'option-search' });
    head.append(field, untick);
    fieldset.querySelector('legend')?.after(head);
    const boxes = () => [...fieldset.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    const show = (also: ReadonlySet<string>) => {
      const text = field.value.trim().toLowerCase();
      for (const box of boxes()) {
        const label = box.closest('label');
        const fits = [label?.textContent ?? '', box.value].some((name) => name.toLowerCase().includes(text));
        if (label) label.hidden = text !== '' && !fits && !also.has(box.value);
      }
    };
    field.addEventListener('input', () => show(new Set()));
    whenTyped(field, async (text, signal) => {
      if (text === '' || kind === undefined) return;
      const groups = await foundNames(text, { kind, limit: 20, signal });
      if (groups) show(new Set(groups.flatMap(({ results }) => results.map(({ slug }) => slug))));
    });
    // It narrows what can be ticked, and asks for nothing by itself.
    field.addEventListener('change', (event) => event.stopPropagation());
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    untick.addEventListener('click', () => {
      const ticked = boxes().filter(({ checked }) => checked);
      for (const box of ticked) box.checked = false;
      ticked[0]?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  });
  const close = (but: EventTarget | null) => {
    for (const list of document.querySelectorAll<HTMLDetailsElement>('details.chart-filter[open]'))
      if (!(but instanceof Node && list.contains(but))) list.open = false;
  };
  document.addEventListener('click', ({ target }) => close(target));
  document.addEventListener('keydown', ({ key, target }) => {
    const list =
      target instanceof Element ? target.closest<HTMLDetailsElement>('details.chart-filter[open]') : null;
    if (key !== 'Escape' || !list) return;
    close(null);
    list.querySelector('summary')?.focus();
  });
}
