import path from 'node:path';

/**
 * The rooms of `src/` and what each may import besides itself: imports go down only. A folder that is not here is no room,
 * and what stands in `src/` itself belongs to none (`scripts/rooms.test.ts`).
 */
export const rooms = {
  // Started, imported by nobody.
  server: ['editorial', 'database', 'linking', 'records', 'domain'],
  browser: ['charts', 'linking', 'i18n', 'records', 'domain'],
  app: [
    'ui',
    'charts',
    'compare',
    'lists',
    'exchange',
    'accounts',
    'editorial',
    'newswire',
    'pictures',
    'database',
    'tables',
    'linking',
    'i18n',
    'records',
    'domain',
  ],
  ui: ['linking', 'i18n', 'records', 'domain'],
  lists: ['charts', 'database', 'tables', 'linking', 'i18n', 'records', 'domain'],
  charts: ['pictures', 'database', 'tables', 'linking', 'i18n', 'records', 'domain'],
  compare: ['pictures', 'database', 'tables', 'linking', 'i18n', 'records', 'domain'],
  exchange: ['editorial', 'database', 'tables', 'linking', 'i18n', 'records', 'domain'],
  accounts: ['database', 'domain'],
  editorial: ['database', 'records', 'domain'],
  newswire: ['domain'],
  pictures: ['i18n', 'domain'],
  database: ['records', 'domain'],
  tables: ['i18n', 'records', 'domain'],
  linking: ['i18n', 'records', 'domain'],
  i18n: ['records', 'domain'],
  records: ['domain'],
  domain: [],
} as const satisfies Record<string, readonly string[]>;

/** What a room may import as types only, besides. */
const typesOf: Readonly<Record<string, readonly string[]>> = { browser: ['app'] };

/** Packages that a room does without: domain and records know neither React, Next nor Prisma. */
const packagesWithout: Readonly<Record<string, readonly string[]>> = {
  records: ['react', 'react-dom', 'next', '@prisma', 'pg'],
  domain: ['react', 'react-dom', 'next', '@prisma', 'pg'],
};

/** An import as it is written. */
export interface Import {
  from: string;
  typeOnly: boolean;
}

const specifier = /(?:\bfrom|\bimport\(|^import) ?'([^'\n]+)'/;

/** The imports, also those while it runs and those that are handed on, of a formatted source. */
export function importsOf(source: string): Import[] {
  const found: Import[] = [];
  let typeOnly = false;
  for (const line of source.split('\n')) {
    if (/^(?:import|export)\b/.test(line)) typeOnly = /^(?:import|export) type\b/.test(line);
    const from = specifier.exec(line)?.[1];
    if (from !== undefined && !/^\s*(?:\/\/|\*)/.test(line)) found.push({ from, typeOnly });
  }
  return found;
}

const roomOf = (file: string) => file.split('/')[1] ?? '';

/** Why `file` (`src/room/…`) may not import that; null where it may. */
export function refusal(file: string, { from, typeOnly }: Import): string | null {
  const room = roomOf(file);
  if (!from.startsWith('.') && !from.startsWith('@/')) {
    const without = packagesWithout[room]?.find((name) => from === name || from.startsWith(`${name}/`));
    return without ? `${room} does without ${without}` : null;
  }
  const target = from.startsWith('@/')
    ? `src/${from.slice(2)}`
    : path.posix.join(path.posix.dirname(file), from);
  const other = roomOf(target);
  if (!target.startsWith('src/'))
    return /\.test\.tsx?$/.test(file) ? null : 'the product imports nothing outside of src';
  if (other === room)
    return from.startsWith('../../../') ? 'what climbs further than two folders is imported as @/…' : null;
  if (from.startsWith('.')) return 'another room is imported as @/room/…';
  const down: readonly string[] = rooms[room as keyof typeof rooms] ?? [];
  if (down.includes(other) || (typeOnly && typesOf[room]?.includes(other))) return null;
  return `${room} may import ${down.join(', ') || 'no other room'}: imports go down only`;
}

/** Does a file do nothing but hand on what others declare? Then its readers should name those. */
export function isBarrel(source: string): boolean {
  const statements = source
    .split('\n')
    .filter((line) => /^\S/.test(line) && !/^(?:\/\/|\/\*|\*|import\b|[}\])])/.test(line));
  return statements.length > 0 && statements.every((line) => /^export (?:type )?[{*]/.test(line));
}
