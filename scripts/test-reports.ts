import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** A test that did not hold: where it is, what it is called, and what it said. */
export interface Failure {
  file: string;
  name: string;
  message: string;
}

/** What one part of the test run found. */
export interface Found {
  passed: number;
  skipped: number;
  failures: Failure[];
  /** How long each file took, in seconds. */
  seconds: ReadonlyMap<string, number>;
}

const ownPath = (file: string) => path.relative(process.cwd(), file).replaceAll('\\', '/');

/** What is read of the JSON that Vitest writes. */
export interface VitestReport {
  testResults: {
    name: string;
    startTime: number;
    endTime: number;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
}

/** What a run of Vitest found. A file that cannot even be loaded has no tests to fail: it is one itself. */
export function foundByVitest({ testResults }: VitestReport): Found {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failures = testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = ownPath(name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // Where preparing fails, Vitest calls the tests skipped and the file failed.
    if (status === 'failed' && (failed.length === 0 || message))
      return [
        { file, name: '(the file itself)', message },
        ...failed.map(({ fullName, failureMessages }) => ({
          file,
          name: fullName,
          message: failureMessages?.join('\n') ?? '',
        })),
      ];
    return failed.map(({ fullName, failureMessages }) => ({
      file,
      name: fullName,
      message: failureMessages?.join('\n') ?? '',
    }));
  });
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    failures,
    seconds: new Map(
      testResults.map(({ name, startTime, endTime }) => [ownPath(name), (endTime - startTime) / 1000]),
    ),
  };
}

interface PlaywrightSuite {
  file: string;
  title: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      results: { duration: number; errors: { message?: string }[] }[];
    }[];
  }[];
}

/** What is read of the JSON that Playwright writes. */
export interface PlaywrightReport {
  config: { rootDir: string };
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** What a run of Playwright found. */
export function foundByPlaywright({ config, suites, errors }: PlaywrightReport): Found {
  const failures: Failure[] = errors.map(({ message = '' }) => ({
    file: '',
    name: '(the run itself)',
    message,
  }));
  const seconds = new Map<string, number>();
  let passed = 0;
  let skipped = 0;
  const walk = (suite: PlaywrightSuite, titles: readonly string[]) => {
    const file = ownPath(path.resolve(config.rootDir, suite.file));
    for (const spec of suite.specs)
      for (const { status, results } of spec.tests) {
        const took = results.reduce((sum, { duration }) => sum + duration / 1000, 0);
        seconds.set(file, (seconds.get(file) ?? 0) + took);
        if (status === 'skipped') skipped += 1;
        else if (status !== 'unexpected') passed += 1;
        else
          failures.push({
            file,
            name: [...titles, spec.title].join(' › '),
            message: results.flatMap((result) => result.errors.map(({ message = '' }) => message)).join('\n'),
          });
      }
    for (const inner of suite.suites ?? []) walk(inner, [...titles, inner.title]);
  };
  for (const suite of suites) walk(suite, []);
  return { passed, skipped, failures, seconds };
}

/** Lines of a message that say what is wrong: without where in the libraries it came up. */
function gist(message: string, lines: number): string[] {
  const said = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^ *at .*(?:node_modules|node:internal)/.test(line));
  const shown = said.slice(0, lines).map((line) => (line.length > 200 ? `${line.slice(0, 200)} …` : line));
  return said.length > lines ? [...shown, `… ${said.length - lines} more lines above`] : shown;
}

/** Lines told of each failure, and failures of which more than the name is told. */
const mostLines = 12;
const mostTold = 25;

/** All failures in few lines: the name of each, and of the first ones what they said. */
export function failuresTold(failures: readonly Failure[]): string {
  if (failures.length === 0) return '';
  const lines = failures.flatMap(({ file, name, message }, at) => [
    `✗ ${file ? `${file}: ` : ''}${name}`,
    ...(at < mostTold ? gist(message, mostLines).map((line) => `    ${line}`) : []),
  ]);
  return `\nfailed:\n${lines.join('\n')}\n\n`;
}

/** The files that took longest, so that it is seen what a level costs. */
export function slowest(seconds: ReadonlyMap<string, number>, count = 5): string {
  return [...seconds]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([file, took]) => `${took.toFixed(0)} s ${path.posix.basename(file)}`)
    .join(', ');
}
