import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { failuresTold, foundByPlaywright, foundByVitest, slowest } from './test-reports';

const here = (file: string) => path.resolve(file);

describe('a report of Vitest', () => {
  const found = foundByVitest({
    testResults: [
      {
        name: here('src/a.test.ts'),
        startTime: 0,
        endTime: 2000,
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'adds', status: 'passed', failureMessages: [] },
          {
            fullName: 'takes away',
            status: 'failed',
            failureMessages: ['expected 1 to be 2\n    at /x/a.test.ts:3:1'],
          },
          { fullName: 'divides', status: 'skipped', failureMessages: [] },
        ],
      },
      {
        name: here('src/b.test.ts'),
        startTime: 0,
        endTime: 9000,
        status: 'failed',
        message: 'Cannot find module ./nothing',
        assertionResults: [],
      },
    ],
  });

  it('is counted, and a file that cannot be loaded is a failure', () => {
    expect([found.passed, found.skipped]).toEqual([1, 1]);
    expect(found.failures).toEqual([
      { file: 'src/a.test.ts', name: 'takes away', message: 'expected 1 to be 2\n    at /x/a.test.ts:3:1' },
      { file: 'src/b.test.ts', name: '(the file itself)', message: 'Cannot find module ./nothing' },
    ]);
    expect(slowest(found.seconds, 1)).toBe('9 s b.test.ts');
  });
});

describe('a report of Playwright', () => {
  it('is counted, with the names of describe blocks before those of tests', () => {
    const result = (message?: string) => ({ duration: 1500, errors: message ? [{ message }] : [] });
    const found = foundByPlaywright({
      config: { rootDir: here('tests/e2e') },
      errors: [],
      suites: [
        {
          file: 'lists.spec.ts',
          title: 'lists.spec.ts',
          specs: [{ title: 'is paged', tests: [{ status: 'expected', results: [result()] }] }],
          suites: [
            {
              file: 'lists.spec.ts',
              title: 'files',
              specs: [
                {
                  title: 'hold all',
                  tests: [{ status: 'unexpected', results: [result('\u001b[31mno\u001b[39m')] }],
                },
              ],
            },
          ],
        },
      ],
    });
    expect([found.passed, found.skipped]).toEqual([1, 0]);
    expect(found.failures.map(({ file, name }) => [file, name])).toEqual([
      ['tests/e2e/lists.spec.ts', 'files › hold all'],
    ]);
    expect(found.seconds.get('tests/e2e/lists.spec.ts')).toBe(3);
    expect(failuresTold(found.failures)).toContain('✗ tests/e2e/lists.spec.ts: files › hold all\n    no\n');
  });
});

describe('what failed', () => {
  it('is told in few lines, every name of it, without paths through libraries', () => {
    const message = [
      'bad',
      '    at /home/me/site/node_modules/vitest/x.js:1:1',
      ...Array(40).fill('line'),
    ].join('\n');
    const failures = Array.from({ length: 60 }, (_, at) => ({
      file: 'f.test.ts',
      name: `test ${at}`,
      message,
    }));
    const lines = failuresTold(failures).split('\n');
    for (const { name } of failures) expect(lines).toContain(`✗ f.test.ts: ${name}`);
    expect(lines.length).toBeLessThan(400);
    expect(lines.join('\n')).not.toContain('node_modules');
    expect(failuresTold([])).toBe('');
  });
});
