import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The documents that people read, but for those that a command writes. */
export async function documentFiles(): Promise<string[]> {
  const found = await readdir('docs', { withFileTypes: true, recursive: true });
  const docs = found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'licences.md')
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/'));
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs.sort()];
}

/** What stands beside the folders and in `docs`. */
export async function rootFiles(): Promise<string[]> {
  const filesIn = async (folder: string) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => path.posix.join(folder, name));
  };
  return [...(await filesIn('.')), ...(await filesIn('docs'))];
}

/** What there is to be named. */
interface Known {
  files: ReadonlySet<string>;
  commands: ReadonlySet<string>;
}

/** Files that are made while the product runs, and stand in no folder of the project. */
const madeLater = new Set(['edition.conf']);
const ourFolders = /^(?:src|scripts|tests|docs|prisma|bench|torture|deploy)\//;
const fileName = /^[\w[\]@.-]+(?:\/[\w[\]@.-]+)*\.(?:tsx?|mjs|jsonl?|css|md|conf|sql)$/;

/** Is it the path of something: whole, from `src/`, from where it is named, or the end of one? */
function isThere(named: string, from: string, files: ReadonlySet<string>): boolean {
  const place = named.replace('@/', 'src/');
  const nextTo = path.posix.join(path.posix.dirname(from), place);
  for (const file of files) {
    if (file === place || file === nextTo || `/${file}`.endsWith(`/${place}`)) return true;
    if (place.endsWith('/') && (file.startsWith(nextTo) || `/${file}`.includes(`/${place}`))) return true;
    if (!place.includes('.') && `/${file}`.includes(`/${place}/`)) return true;
  }
  return madeLater.has(place);
}

/** `tests/*.test.ts` as a file name with something in place of the stars. */
function fits(pattern: string, files: ReadonlySet<string>): boolean {
  const parts = pattern.split(/\*+\/?/);
  const [head = '', tail = ''] = [parts[0], parts.at(-1)];
  return [...files].some((file) => file.startsWith(head) && file.endsWith(tail));
}

/** Paths in a line of a document: what is code and looks like one, and where its links lead. */
function placesInDocument(line: string): string[] {
  const code = line.split('`').filter((_, at) => at % 2 === 1);
  const words = code.flatMap((each) => each.split(/[\s,]+/));
  const links = line
    .split('](')
    .slice(1)
    .map((rest) => rest.split(/[)#]/, 1)[0] ?? '')
    .filter((link) => link !== '' && !link.includes('://'));
  return [...words.filter((word) => fileName.test(word) || ourFolders.test(word)), ...links];
}

/** Paths in a comment. */
function placesInComment(line: string): string[] {
  const at = line.trimStart().startsWith('*') ? 0 : line.search(/(?:^|\s)(?:\/\/|\/\*|#) ?/);
  if (at < 0) return [];
  return line
    .slice(at)
    .split(/[\s`'"(),;:…]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => fileName.test(word));
}

function commandsIn(line: string): string[] {
  return line
    .split('npm run ')
    .slice(1)
    .map((rest) => /^(?:-s )?(?:--silent )?([\w:-]*)/.exec(rest)?.[1]?.replace(/:$/, '') ?? '')
    .filter((name) => name !== '');
}

/** What a text names and what is not there: files, folders and commands, each with its line. */
export function wrongIn(file: string, text: string, kind: 'document' | 'source', known: Known): string[] {
  return text.split('\n').flatMap((line, at) => {
    const places = kind === 'document' ? placesInDocument(line) : placesInComment(line);
    const lost = places.filter((place) =>
      place.includes('<')
        ? false
        : place.includes('*')
          ? !fits(place, known.files)
          : !isThere(place, file, known.files),
    );
    const commands = commandsIn(line).filter((name) => !known.commands.has(name));
    return [...lost, ...commands.map((name) => `npm run ${name}`)].map(
      (named) => `${file}:${at + 1} names ${named}`,
    );
  });
}
