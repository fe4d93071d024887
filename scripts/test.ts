import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { findBrowser } from './browser';
import { build, buildIsFresh } from './build';
import { endPrograms, mustRun, runProgram } from './program';
import { startServing } from './serving';
import { filesByLevel, filesMeant, levels, type TestLevel } from './test-levels';
import {
  type Failure,
  type Found,
  failuresTold,
  foundByPlaywright,
  foundByVitest,
  slowest,
} from './test-reports';

// npm run check: types, lint, unit tests. npm test: with integration and browser. npm run test:all: everything.
// npm test -- WORDS: the test files, of every level, that the words mean, and nothing else.

const total = { passed: 0, skipped: 0, failures: [] as Failure[] };
const node = process.execPath;
const bin = (name: string) => path.join('node_modules', '.bin', name);

function tell(name: string, start: number, said: string): void {
  process.stdout.write(`${name.padEnd(16)} ${said} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`);
}

/** A check counts as one test: it holds, or it does not and its output says why. */
async function check(name: string, command: string, args: string[]): Promise<void> {
  const start = performance.now();
  const { code, output } = await runProgram(command, args, { ...process.env, FORCE_COLOR: '0' });
  if (code === 0) total.passed += 1;
  else total.failures.push({ file: '', name, message: output.trim() });
  tell(name, start, code === 0 ? 'ok' : `FAILED\n${output.trim()}`);
}

/**
 * Runs the files of a level and adds what it found. Whatever the runner says: a file that was to be run and is not in its
 * report has failed, and so has a run that ended badly without naming a test.
 */
async function runLevel(
  level: TestLevel,
  files: readonly string[],
  run: () => Promise<{ code: number | null; output: string; found: Found | null }>,
): Promise<void> {
  if (files.length === 0) return;
  const start = performance.now();
  const { code, output, found } = await run();
  const failures = [...(found?.failures ?? [])];
  for (const file of files)
    if (found && !found.seconds.has(file)) failures.push({ file, name: '(not run)', message: '' });
  if (code !== 0 && failures.length === 0)
    failures.push({ file: '', name: level, message: output.trim().split('\n').slice(-12).join('\n') });
  total.passed += found?.passed ?? 0;
  total.skipped += found?.skipped ?? 0;
  total.failures.push(...failures);
  const said = `${found?.passed ?? 0} passed, ${failures.length} failed`;
  tell(
    level,
    start,
    failures.length > 0 ? `${said}\n${output.trim()}` : `${said}; ${slowest(found?.seconds ?? new Map())}`,
  );
}

/** `[lang]` in a path is a folder here, and one of four letters to whoever reads it as a pattern. */
const exactly = (file: string) => path.resolve(file);

function vitest(level: TestLevel, files: readonly string[], some: boolean, env: Record<string, string>) {
  return runLevel(level, files, async () => {
    const report = path.join(scratch, `${level}.json`);
    const { code, output } = await runProgram(
      bin('vitest'),
      [
        'run',
        '--project',
        level,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...(some ? files.map(exactly) : []),
      ],
      { ...process.env, ...env, FORCE_COLOR: '0', NODE_ENV: 'test' },
    );
    const found = await readFile(report, 'utf8').then(
      (text) => foundByVitest(JSON.parse(text)),
      () => null,
    );
    return { code, output, found };
  });
}

function playwright(level: TestLevel, files: readonly string[], some: boolean, env: Record<string, string>) {
  return runLevel(level, files, async () => {
    const report = path.join(scratch, `${level}.json`);
    const { code, output } = await runProgram(
      bin('playwright'),
      [
        'test',
        `--project=${level}`,
        '--reporter=line,json',
        `--output=${path.join(scratch, 'results')}`,
        ...(some ? files : []),
      ],
      { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' },
    );
    const found = await readFile(report, 'utf8').then(
      (text) => foundByPlaywright(JSON.parse(text)),
      () => null,
    );
    return { code, output, found };
  });
}

type Files = Record<TestLevel, string[]>;

async function browserTests(
  { maintenanceUrl }: EmbeddedDatabase,
  files: Files,
  some: boolean,
  chromium: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  await client.query('DROP DATABASE IF EXISTS browser_tests');
  await client.query('CREATE DATABASE browser_tests');
  await client.end();
  const url = new URL(maintenanceUrl);
  url.pathname = '/browser_tests';
  await migrate(url.href);
  const loaded = await loadStartingFacts(url.href);
  if (loaded.outcome === 'refused')
    throw new Error(`starting facts refused: ${JSON.stringify(loaded.problems.slice(0, 3))}`);
  const port = await freePort();
  // The tests stand in for a proxy: each of them comes from an address of its own.
  const serving = await startServing(port, url.href, 'production', { TRUST_PROXY: '1' });
  const env = { BASE_URL: `http://localhost:${port}`, CHROMIUM_PATH: chromium, DATABASE_URL: url.href };
  try {
    await playwright('browser', files.browser, some, env);
    await playwright('thorough-browser', files['thorough-browser'], some, env);
  } finally {
    await serving.stop();
  }
}

/** Types and rules. Next writes the types of its routes; without them a fresh clone would not type-check. */
async function checks(): Promise<void> {
  await mustRun('next typegen', node, ['node_modules/next/dist/bin/next', 'typegen'], {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
  });
  await check('lint', bin('biome'), ['ci', '.', '--error-on-warnings']);
  await check('types', bin('tsc'), ['--noEmit']);
}

async function made(): Promise<void> {
  const began = performance.now();
  if (await buildIsFresh()) return tell('build', began, 'up to date');
  await build();
  tell('build', began, 'ok');
}

/** What needs a build, a PostgreSQL and perhaps a browser; `first` is done while the build is made. */
async function runServed(files: Files, some: boolean, first: () => Promise<void>): Promise<void> {
  const inBrowser = files.browser.length + files['thorough-browser'].length > 0;
  const chromium = inBrowser ? await findBrowser() : '';
  const database = await startEmbedded(path.join(scratch, 'data'));
  try {
    const building = made();
    // Reported below; a rejection must not end the process while the other checks run.
    building.catch(() => undefined);
    await first();
    await building;
    const env = { TEST_DATABASE_URL: database.maintenanceUrl };
    await vitest('integration', files.integration, some, env);
    await vitest('thorough', files.thorough, some, env);
    if (inBrowser) await browserTests(database, files, some, chromium);
  } finally {
    await database.stop();
  }
}

/** The tests that the words mean; or all of these levels. */
async function run(wanted: readonly TestLevel[], words: readonly string[]): Promise<void> {
  const some = words.length > 0;
  const files = some ? await filesMeant(words) : await filesByLevel();
  for (const level of levels) {
    if (!wanted.includes(level)) files[level] = [];
    else if (some && files[level].length > 0)
      process.stdout.write(`${level.padEnd(16)} ${files[level].join(', ')}\n`);
  }
  const quick = async () => {
    if (!some) await checks();
    await vitest('unit', files.unit, some, {});
  };
  if (levels.some((level) => level !== 'unit' && files[level].length > 0))
    await runServed(files, some, quick);
  else await quick();
}

const named = process.argv.slice(2);
const words = named.filter((word) => !word.startsWith('--'));
const option = named.find((word) => word.startsWith('--')) ?? '';
const wanted: Record<string, readonly TestLevel[]> = {
  '--check': ['unit'],
  '': words.length > 0 ? levels : ['unit', 'integration', 'browser'],
  '--all': levels,
};
const levelsWanted = wanted[option];
if (!levelsWanted) {
  process.stderr.write(
    `${option} is no option. npm run check | npm test | npm run test:all | npm test -- WORDS\n`,
  );
  process.exit(2);
}

const scratch = await mkdtemp(path.join(tmpdir(), 'tracker-test-'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endPrograms();
    process.exitCode = 130;
  });
}
try {
  await run(levelsWanted, words);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  total.failures.push({ file: '', name: '(the run itself)', message });
} finally {
  endPrograms();
  await rm(scratch, { recursive: true, force: true });
}
const { passed, skipped, failures } = total;
if (words.length > 0 && passed + skipped + failures.length === 0)
  process.stdout.write(`No test is meant by ${words.join(' ')}.\n`);
process.stdout.write(failuresTold(failures));
process.stdout.write(`tests: ${passed} passed, ${failures.length} failed, ${skipped} skipped\n`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
