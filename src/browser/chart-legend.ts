import { forEachElement } from './for-each';

/** An entry of a legend, pointed at or focused, raises the marks that it stands for: the others of the chart fade. */
export function startChartLegends(): void {
  forEachElement<HTMLElement>('.chart-figure:has(.chart-stage)', (figure) => {
    let picked: Element | null = null;
    const pick = (entry: HTMLElement | null) => {
      if (entry === picked) return;
      picked = entry;
      for (const each of figure.querySelectorAll('[data-picked]')) each.removeAttribute('data-picked');
      const marks = entry ? marksOf(figure, entry) : [];
      for (const mark of marks) mark.setAttribute('data-picked', '');
      if (marks.length > 0) figure.querySelector('.chart-box')?.setAttribute('data-picked', '');
    };
    const entryOf = ({ target }: Event) =>
      target instanceof Element ? target.closest<HTMLElement>('.chart-legend li') : null;
    for (const kind of ['pointerover', 'focusin'])
      figure.addEventListener(kind, (event) => pick(entryOf(event)));
    for (const kind of ['pointerleave', 'focusout']) figure.addEventListener(kind, () => pick(null));
    const offerFocus = () => {
      pick(null);
      for (const entry of figure.querySelectorAll<HTMLElement>('.chart-legend li'))
        if (marksOf(figure, entry).length > 0) entry.tabIndex = 0;
        else entry.removeAttribute('tabindex');
    };
    offerFocus();
    document.addEventListener('statechanged', offerFocus);
  });
}

/** What is painted as the entry shows it, or has its key; none for outlines and rings, which say more than one paint. */
function marksOf(figure: HTMLElement, entry: HTMLElement): Element[] {
  const sample = entry.querySelector<HTMLElement>('i');
  const color = sample?.style.color;
  const kind = sample?.dataset.mark;
  const hatched = (shape: Element) => shape.getAttribute('fill')?.startsWith('url(') === true;
  // Where an entry of its own tells what is hatched, the solid one of that colour tells the rest only.
  const told = [...figure.querySelectorAll<HTMLElement>('.chart-legend i[data-mark="hatched"]')].some(
    ({ style }) => style.color === color,
  );
  const shows = (shape: Element) =>
    kind === 'hatched'
      ? hatched(shape)
      : (kind === 'solid' || kind === 'cell') &&
        (shape.getAttribute('fill') === color ||
          (!told && hatched(shape) && shape.getAttribute('stroke') === color));
  const { key } = entry.dataset;
  return [...figure.querySelectorAll<SVGElement>('.chart-box [data-row]')].filter((each) =>
    key === undefined
      ? [...each.querySelectorAll('rect, path, circle')].some(shows)
      : each.dataset.key === key,
  );
}
