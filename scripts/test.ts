import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { findBrowser } from './browser';
import { build, buildIsFresh } from './build';
import { endPrograms, mustRun, runProgram } from './program';
import { startServing } from './serving';

/** What one part of the test run found. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const node = process.execPath;
const bin = (name: string) => path.join('node_modules', '.bin', name);

function add(count: Count): void {
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key];
}

function tell(name: string, start: number, said: string): void {
  process.stdout.write(`${name.padEnd(12)} ${said} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`);
}

/** A check counts as one test: it holds, or it does not and its output says why. */
async function check(name: string, command: string, args: string[]): Promise<void> {
  const start = performance.now();
  const { code, output } = await runProgram(command, args, { ...process.env, FORCE_COLOR: '0' });
  add(code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
  tell(name, start, code === 0 ? 'ok' : `FAILED\n${output.trim()}`);
}

async function vitest(name: string, env: Record<string, string>, scratch: string): Promise<void> {
  const start = performance.now();
  const report = path.join(scratch, `${name}.json`);
  const args = [
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code, output } = await runProgram(bin('vitest'), args, {
    ...process.env,
    ...env,
    FORCE_COLOR: '0',
    NODE_ENV: 'test',
  });
  const found = await readFile(report, 'utf8').then(JSON.parse, () => null);
  const count: Count = found
    ? {
        passed: found.numPassedTests,
        failed: found.numFailedTests,
        skipped: found.numPendingTests + found.numTodoTests,
      }
    : { passed: 0, failed: 1, skipped: 0 };
  // A file that cannot even be loaded has no tests to fail.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  add(count);
  tell(
    name,
    start,
    `${count.passed} passed, ${count.failed} failed${count.failed > 0 ? `\n${output.trim()}` : ''}`,
  );
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

async function playwright(env: Record<string, string>, scratch: string): Promise<void> {
  const start = performance.now();
  const report = path.join(scratch, 'browser.json');
  const { code, output } = await runProgram(
    bin('playwright'),
    ['test', '--reporter=line,json', `--output=${path.join(scratch, 'results')}`],
    {
      ...process.env,
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      FORCE_COLOR: '0',
    },
  );
  const stats = await readFile(report, 'utf8').then(
    (text) => (JSON.parse(text) as PlaywrightReport).stats,
    () => null,
  );
  const count: Count = stats
    ? { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
    : { passed: 0, failed: 1, skipped: 0 };
  if (code !== 0 && count.failed === 0) count.failed = 1;
  add(count);
  tell(
    'browser',
    start,
    `${count.passed} passed, ${count.failed} failed${count.failed > 0 ? `\n${output.trim()}` : ''}`,
  );
}

async function browserTests(maintenanceUrl: string, chromium: string, scratch: string): Promise<void> {
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
  try {
    await playwright(
      { BASE_URL: `http://localhost:${port}`, CHROMIUM_PATH: chromium, DATABASE_URL: url.href },
      scratch,
    );
  } finally {
    await serving.stop();
  }
}

async function run(scratch: string): Promise<void> {
  const start = performance.now();
  const chromium = await findBrowser();
  tell('browser', start, chromium);
  // Next writes the types of its routes; without them a fresh clone would not type-check.
  await mustRun('next typegen', node, ['node_modules/next/dist/bin/next', 'typegen'], {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
  });

  const database = await startEmbedded(path.join(scratch, 'data'));
  try {
    const building = (async () => {
      const began = performance.now();
      if (await buildIsFresh()) return tell('build', began, 'up to date');
      await build();
      tell('build', began, 'ok');
      add({ passed: 1, failed: 0, skipped: 0 });
    })();
    // Reported below; a rejection must not end the process while the other checks run.
    building.catch(() => undefined);
    await check('lint', bin('biome'), ['ci', '.', '--error-on-warnings']);
    await check('types', bin('tsc'), ['--noEmit']);
    await vitest('unit', {}, scratch);
    await building;
    await vitest('integration', { TEST_DATABASE_URL: database.maintenanceUrl }, scratch);
    await browserTests(database.maintenanceUrl, chromium, scratch);
  } finally {
    await database.stop();
  }
}

const scratch = await mkdtemp(path.join(tmpdir(), 'tracker-test-'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endPrograms();
    process.exitCode = 130;
  });
}
try {
  await run(scratch);
} catch (error) {
  total.failed += 1;
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  endPrograms();
  await rm(scratch, { recursive: true, force: true });
}
process.stdout.write(`tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
