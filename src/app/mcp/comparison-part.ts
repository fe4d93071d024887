import { bytesOf, fitting, shortened } from './bounded-answer';

interface CellSource {
  slug: string;
  title: string;
  publisher: string | null;
  url: string | null;
  published: string | null;
}

interface WholeDimension {
  key: string;
  cells: { sources: CellSource[] }[];
}

/** A comparison as the API gives it. */
export interface WholeComparison {
  subjects: object[];
  dimensions: WholeDimension[];
}

/** Documents of one cell that are named. */
const mostOfCell = 4;

/**
 * A part of a comparison: the wanted dimensions from a place on, as many as fit into so many bytes. A document is told once,
 * and named in the cells.
 */
export function comparisonPart(
  whole: WholeComparison,
  { dimensions, after }: { dimensions?: readonly string[]; after?: string },
  room: number,
): object {
  const wanted = whole.dimensions.filter(({ key }) => dimensions === undefined || dimensions.includes(key));
  const start = after === undefined ? 0 : wanted.findIndex(({ key }) => key === after) + 1;
  const rest = wanted.slice(start);
  const documents = new Map<string, object>();
  const named = rest.map(({ cells, ...dimension }) => ({
    ...dimension,
    cells: cells.map(({ sources, ...cell }) => ({
      ...cell,
      sources: sources
        .slice(0, mostOfCell)
        .map(({ slug, title: _, publisher: __, url: ___, published: ____, ...said }) => ({
          slug,
          ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
        })),
      ...(sources.length > mostOfCell ? { moreSources: sources.length - mostOfCell } : {}),
    })),
  }));
  const documentsOf = (cells: WholeDimension['cells']) =>
    cells.flatMap(({ sources }) =>
      sources
        .slice(0, mostOfCell)
        .map(({ slug, title, publisher, url, published }) => ({ slug, title, publisher, url, published })),
    );
  const known = new Set<string>();
  const free = room - bytesOf({ ...whole, dimensions: [], sources: [] });
  const count = fitting(
    rest.map((dimension, at) => ({ dimension, at })),
    free,
    ({ dimension, at }) => {
      const fresh = documentsOf(dimension.cells).filter(({ slug }) => !known.has(slug));
      for (const { slug } of fresh) known.add(slug);
      return bytesOf(named[at]) + bytesOf(fresh);
    },
  );
  for (const { cells } of rest.slice(0, count))
    for (const document of documentsOf(cells)) documents.set(document.slug, document);
  const part = {
    ...whole,
    dimensions: named.slice(0, count),
    sources: [...documents.values()],
    next: count < rest.length ? (rest[count - 1]?.key ?? null) : null,
  };
  return bytesOf(part) <= room ? part : shortened(part);
}
