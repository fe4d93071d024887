import type { Lang } from '@/domain/bilingual';
import { TooManyPictures } from '@/pictures/pool';
import { type FileEnding, mediaTypes } from '@/tables/media-types';
import { unescapedNames } from './address-names';

/** A file that is ready. The front tags it and keeps it where it names its edition. */
interface ReadyFile {
  body: string | Uint8Array<ArrayBuffer>;
  /** What it is called where it is saved; without a name it has that of its address. */
  name?: string;
  /** What it was made from; undefined: it never changes. */
  edition?: number;
}

/** Files may be read by pages of other sites. */
const open = { 'Access-Control-Allow-Origin': '*' };

/** What a browser shows; all else it saves. */
const shown: readonly FileEnding[] = ['svg', 'png', 'json', 'md'];

/** Headers of a file. */
export function fileHeaders(
  ending: FileEnding,
  { name, edition }: Omit<ReadyFile, 'body'>,
): Record<string, string> {
  return {
    ...open,
    'Content-Type': mediaTypes[ending],
    'Cache-Control':
      edition === undefined ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    ...(name && {
      'Content-Disposition': `${shown.includes(ending) ? 'inline' : 'attachment'}; filename="${name}"`,
    }),
    ...(edition !== undefined && { 'X-Edition': String(edition) }),
  };
}

/** Says in JSON why there is no file. `wait`: seconds after which it may be asked for again. */
export function noFile(
  status: number,
  error: object,
  { problems = [], wait }: { problems?: readonly object[]; wait?: number } = {},
): Response {
  return Response.json(problems.length > 1 ? { error, problems } : { error }, {
    status,
    headers: { ...open, 'Cache-Control': 'no-store', ...(wait && { 'Retry-After': String(wait) }) },
  });
}

/** The answer to an address that names something that is not there. */
export const noSuch = (parameter: string, value: string, allowed: unknown, more: object = {}) =>
  noFile(404, { parameter, value, allowed, ...more });

/**
 * The query of a file, with the language of its address: /en/charts/x.csv is rewritten to a route, and the request keeps the
 * address that the reader asked for.
 */
export function fileSearch(request: Request): URLSearchParams {
  const { pathname, searchParams } = new URL(request.url);
  const search = unescapedNames(searchParams);
  if (pathname.startsWith('/en/') && !search.has('lang')) search.set('lang', 'en');
  return search;
}

/** The language of a file by its query. */
export const fileLang = (search: URLSearchParams): Lang => (search.get('lang') === 'en' ? 'en' : 'zh');

/** A file, what is wrong with its query, or another answer. */
type Made = { file: ReadyFile } | { problems: readonly object[] } | Response;

/**
 * Answers with a file, or with why there is none: programs get no defaults for what they got wrong. `what` is named in the
 * log where it cannot be made.
 */
export async function answerFile(
  what: string,
  ending: FileEnding,
  make: () => Promise<Made>,
): Promise<Response> {
  try {
    const made = await make();
    if (made instanceof Response) return made;
    if ('file' in made) return new Response(made.file.body, { headers: fileHeaders(ending, made.file) });
    return noFile(400, made.problems[0] ?? { parameter: '?' }, { problems: made.problems });
  } catch (error) {
    if (error instanceof TooManyPictures)
      return noFile(503, { reason: 'Too many pictures are waiting.' }, { wait: 2 });
    console.error(`${what} could not be made as ${ending}:`, error);
    const picture = ending === 'svg' || ending === 'png';
    return noFile(500, {
      reason: picture ? 'The picture could not be drawn.' : 'The data could not be read.',
    });
  }
}
