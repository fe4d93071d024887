/** The name of a dragged column's data; other drags are none of ours. */
const type = 'application/x-comparison-column';

/**
 * Lets the heads of a comparison be dragged into another order. The table carries the address of the order that it shows
 * (`data-arranged`), each head its subject (`data-moved`): the new order is an address too, as with the links beside it.
 */
export function startColumnDragging(): void {
  const headOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('th[data-moved]') : null;
  const headsOf = (head: HTMLElement) => [
    ...(head.closest('tr')?.querySelectorAll<HTMLElement>('th[data-moved]') ?? []),
  ];
  document.addEventListener('dragstart', (event) => {
    const head = headOf(event);
    if (head) event.dataTransfer?.setData(type, String(headsOf(head).indexOf(head)));
  });
  document.addEventListener('dragover', (event) => {
    if (headOf(event) && event.dataTransfer?.types.includes(type)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const head = headOf(event);
    if (!head || !event.dataTransfer?.types.includes(type)) return;
    event.preventDefault();
    const heads = headsOf(head);
    const [from, place] = [Number(event.dataTransfer.getData(type)), heads.indexOf(head)];
    const address = head.closest('table')?.dataset.arranged;
    if (!address || from === place) return;
    const order = heads.map(({ dataset }) => dataset.moved ?? '');
    const moved = order.toSpliced(from, 1);
    moved.splice(place, 0, order[from] ?? '');
    location.href = address.replace(order.join('~'), moved.join('~'));
  });
}
