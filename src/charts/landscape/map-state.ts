import { writeState } from '@/linking/state';
import { parameters, type State } from './rows';

/** The map holds everybody; the chart of the same rows, which lists its evidence below, holds the first. */
const mapParameters = { ...parameters, top: { ...parameters.top, default: 'all' } } as const;

/** What is asked of the chart by the address of a map. */
export function chartSearch(search: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams(search);
  if (!asked.has('top')) asked.set('top', 'all');
  return asked;
}

/** How large the map is drawn, in per cent. */
export const zooms = [70, 100, 130, 160] as const;
export type Zoom = (typeof zooms)[number];

/** The map that an address asks for: the chart's state, whose record is open, and how large it is. */
export interface MapState {
  chart: State;
  /** Slug of an organization. */
  open: string | null;
  zoom: Zoom;
}

/** Parameters of the page beside those of the chart. */
export const own = ['open', 'zoom'] as const;

/** Reads what the page adds; what cannot be used is the default. */
export function readOwn(search: URLSearchParams): Pick<MapState, 'open' | 'zoom'> {
  const open = search.get('open') ?? '';
  const zoom = zooms.find((each) => String(each) === search.get('zoom'));
  return { open: /^[a-z0-9-]{1,120}$/.test(open) ? open : null, zoom: zoom ?? 100 };
}

/** The address of the map in a state, without the language. */
export function mapPath({ chart, open, zoom }: MapState): string {
  const query = [
    writeState(mapParameters, chart),
    open === null ? '' : `open=${open}`,
    zoom === 100 ? '' : `zoom=${zoom}`,
  ]
    .filter((part) => part !== '')
    .join('&');
  return query === '' ? '/map' : `/map?${query}`;
}
