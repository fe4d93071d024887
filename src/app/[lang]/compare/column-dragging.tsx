'use client';

import { useEffect } from 'react';

/** The name of a dragged column's data; other drags are none of ours. */
const type = 'application/x-comparison-column';

/**
 * Lets the heads of the table be dragged into another order. Each head carries the address that moving it to each
 * place leads to (`data-move-to`, one a line), so that the order is the address's, as with the links beside it.
 */
export function ColumnDragging({ table }: { table: string }) {
  useEffect(() => {
    const heads = [...document.querySelectorAll<HTMLElement>(`#${table} thead th[data-move-to]`)];
    const ending = new AbortController();
    const { signal } = ending;
    for (const [place, head] of heads.entries()) {
      head.draggable = true;
      head.addEventListener('dragstart', (event) => event.dataTransfer?.setData(type, String(place)), {
        signal,
      });
      head.addEventListener(
        'dragover',
        (event) => {
          if (event.dataTransfer?.types.includes(type)) event.preventDefault();
        },
        { signal },
      );
      head.addEventListener(
        'drop',
        (event) => {
          const from = Number(event.dataTransfer?.getData(type));
          const address = heads[from]?.dataset.moveTo?.split('\n')[place];
          event.preventDefault();
          if (address && from !== place) location.href = address;
        },
        { signal },
      );
    }
    return () => ending.abort();
  }, [table]);
  return null;
}
