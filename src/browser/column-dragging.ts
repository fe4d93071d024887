/** The name of a dragged column's data; other drags are none of ours. */
const type = 'application/x-comparison-column';

/**
 * Lets the heads of a comparison be dragged into another order. The table carries the address of the order that it shows
 * (`data-arranged`), each head its subject (`data-moved`): the new order is an address too, as with the links beside it.
 */
export function startColumnDragging(): void {
  const heads = [...document.querySelectorAll<HTMLElement>('th[data-moved]')];
  const order = heads.map((head) => head.dataset.moved ?? '');
  const address = heads[0]?.closest('table')?.dataset.arranged;
  for (const [place, head] of heads.entries()) {
    head.draggable = true;
    head.addEventListener('dragstart', (event) => event.dataTransfer?.setData(type, String(place)));
    head.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes(type)) event.preventDefault();
    });
    head.addEventListener('drop', (event) => {
      if (!event.dataTransfer?.types.includes(type)) return;
      event.preventDefault();
      const from = Number(event.dataTransfer.getData(type));
      if (!address || from === place) return;
      const moved = order.toSpliced(from, 1);
      moved.splice(place, 0, order[from] ?? '');
      location.href = address.replace(order.join('~'), moved.join('~'));
    });
  }
}
