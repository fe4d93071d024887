'use client';

import { useEffect } from 'react';

/** Arrow keys go from tile to tile as they lie on the page; Tab goes through them one by one, as without scripts. */
export function ArrowKeys({ of }: { of: string }) {
  useEffect(() => {
    const map = document.getElementById(of);
    const step = (event: KeyboardEvent) => {
      const from = event.target;
      if (!map || !(from instanceof HTMLElement) || !from.matches('.map-tile')) return;
      const tiles = [...map.querySelectorAll<HTMLElement>('.map-tile')];
      const at = tiles.indexOf(from);
      const next =
        event.key === 'ArrowRight'
          ? tiles[at + 1]
          : event.key === 'ArrowLeft'
            ? tiles[at - 1]
            : event.key === 'ArrowDown' || event.key === 'ArrowUp'
              ? nearest(from, tiles, event.key === 'ArrowDown' ? 1 : -1)
              : event.key === 'Home'
                ? tiles[0]
                : event.key === 'End'
                  ? tiles.at(-1)
                  : undefined;
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    map?.addEventListener('keydown', step);
    return () => map?.removeEventListener('keydown', step);
  }, [of]);
  return null;
}

/** The tile of the next line, down or up, whose middle is closest. */
function nearest(
  from: HTMLElement,
  tiles: readonly HTMLElement[],
  direction: 1 | -1,
): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  const middle = own.left + own.width / 2;
  const beyond = tiles
    .map((tile) => ({ tile, box: tile.getBoundingClientRect() }))
    .filter(({ box }) => (direction === 1 ? box.top >= own.bottom : box.bottom <= own.top));
  const edge =
    direction === 1
      ? Math.min(...beyond.map(({ box }) => box.top))
      : Math.max(...beyond.map(({ box }) => box.bottom));
  return beyond
    .filter(({ box }) => Math.abs((direction === 1 ? box.top : box.bottom) - edge) < own.height)
    .sort(
      (a, b) =>
        Math.abs(a.box.left + a.box.width / 2 - middle) - Math.abs(b.box.left + b.box.width / 2 - middle),
    )[0]?.tile;
}
