import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What runs a test: Vitest alone, Vitest with a PostgreSQL, Playwright with a browser and a server. */
export const levels = ['unit', 'integration', 'browser', 'thorough', 'thorough-browser'] as const;
export type TestLevel = (typeof levels)[number];

/**
 * The level of a test, said by its name and its folder alone, so that no list can forget one:
 *
 * - `src/`, `scripts/`, `*.test.ts(x)`: unit;
 * - `tests/integration/`, `*.test.ts`: integration, and `*.thorough.test.ts`: what `npm run test:all` adds: faults, several
 *   servers, generated input, walks through all pages;
 * - `tests/e2e/`, `*.spec.ts`: in the browser, and `*.thorough.spec.ts`: what looks at every page there.
 *
 * null: no test.
 */
export function levelOf(file: string): TestLevel | null {
  const name = file.replaceAll('\\', '/');
  if (/^(?:src|scripts)\/.*\.test\.tsx?$/.test(name)) return 'unit';
  if (/^tests\/integration\/.*\.test\.ts$/.test(name))
    return name.endsWith('.thorough.test.ts') ? 'thorough' : 'integration';
  if (/^tests\/e2e\/.*\.spec\.ts$/.test(name))
    return name.endsWith('.thorough.spec.ts') ? 'thorough-browser' : 'browser';
  return null;
}

/** Paths of all files in folders of the project where a test can stand, with `/` between folders. */
export async function ownFiles(): Promise<string[]> {
  const folders = ['src', 'scripts', 'tests', 'bench', 'torture', 'prisma', 'deploy'];
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { withFileTypes: true, recursive: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/')),
    ),
  );
  return files.flat().sort();
}

/** The files of each level. */
export async function filesByLevel(): Promise<Record<TestLevel, string[]>> {
  const found: Record<TestLevel, string[]> = {
    unit: [],
    integration: [],
    browser: [],
    thorough: [],
    'thorough-browser': [],
  };
  for (const file of await ownFiles()) {
    const level = levelOf(file);
    if (level) found[level].push(file);
  }
  return found;
}

/** A line of a test file that names a test: `it('…`, or the name alone where it stands below. */
const namesTest = /^ *(?:(?:it|test|describe)\b|['"`])/;

/**
 * The files, level by level, that one of the words means: those with it in their path; where no path has it, those with it in
 * the name of a test. Capitals make no difference.
 */
export async function filesMeant(words: readonly string[]): Promise<Record<TestLevel, string[]>> {
  const all = await filesByLevel();
  const meant = new Set<string>();
  for (const word of words.map((each) => each.toLowerCase())) {
    const files = levels.flatMap((level) => all[level]);
    const byPath = files.filter((file) => file.toLowerCase().includes(word));
    const chosen = byPath.length > 0 ? byPath : await filesWithTitle(files, word);
    for (const file of chosen) meant.add(file);
  }
  for (const level of levels) all[level] = all[level].filter((file) => meant.has(file));
  return all;
}

async function filesWithTitle(files: readonly string[], word: string): Promise<string[]> {
  const named = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(file, 'utf8')).split('\n');
      return lines.some((line) => namesTest.test(line) && line.toLowerCase().includes(word));
    }),
  );
  return files.filter((_, at) => named[at]);
}
