/** Arrow keys go from tile to tile of the map as they lie on the page; Tab goes through them one by one, as without scripts. */
export function startMapKeys(): void {
  document.addEventListener('keydown', (event) => {
    const from = event.target;
    const map = document.getElementById('map');
    if (!map || !(from instanceof HTMLElement) || !from.matches('.map-tile')) return;
    const tiles = [...map.querySelectorAll<HTMLElement>('.map-tile')];
    const next = tileAt(event.key, from, tiles);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

function tileAt(key: string, from: HTMLElement, tiles: readonly HTMLElement[]): HTMLElement | undefined {
  const at = tiles.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return tiles[at + 1];
    case 'ArrowLeft':
      return tiles[at - 1];
    case 'ArrowDown':
      return nearest(from, tiles, 1);
    case 'ArrowUp':
      return nearest(from, tiles, -1);
    case 'Home':
      return tiles[0];
    case 'End':
      return tiles.at(-1);
    default:
      return undefined;
  }
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
