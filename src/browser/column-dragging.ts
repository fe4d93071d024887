/** The name of a dragged column's data; other drags are none of ours. */
const type = 'application/x-comparison-column';

/**
 * Lets the heads of a comparison be dragged into another order. Each head carries the address that moving it to each
 * place leads to (`data-move-to`, one a line), so that the order is the address's, as with the links beside it.
 */
export function startColumnDragging(): void {
  const heads = [...document.querySelectorAll<HTMLElement>('th[data-move-to]')];
  for (const [place, head] of heads.entries()) {
    head.draggable = true;
    head.addEventListener('dragstart', (event) => event.dataTransfer?.setData(type, String(place)));
    head.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes(type)) event.preventDefault();
    });
    head.addEventListener('drop', (event) => {
      const from = Number(event.dataTransfer?.getData(type));
      const address = heads[from]?.dataset.moveTo?.split('\n')[place];
      event.preventDefault();
      if (address && from !== place) location.href = address;
    });
  }
}
