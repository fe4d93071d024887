import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { filesByLevel, filesMeant, levelOf, levels, ownFiles } from './test-levels';

const runner = /from '(?:vitest|@playwright\/test)'/;
const declares = /^(?:it|test|describe)(?:\.\w+)*\(/m;

it('gives every file with tests a level, so that something runs it', async () => {
  const lost: string[] = [];
  for (const file of await ownFiles()) {
    if (!/\.[cm]?[jt]sx?$/.test(file) || levelOf(file)) continue;
    const text = await readFile(file, 'utf8');
    if (/\.(?:test|spec)\./.test(file) || (runner.test(text) && declares.test(text))) lost.push(file);
  }
  expect(lost).toEqual([]);
});

it('has tests at every level, none of them twice', async () => {
  const files = await filesByLevel();
  for (const level of levels) expect([level, files[level].length > 0]).toEqual([level, true]);
  const all = levels.flatMap((level) => files[level]);
  expect(new Set(all).size).toBe(all.length);
});

it('reads the level out of the name', () => {
  expect(levelOf('src/domain/round.test.ts')).toBe('unit');
  expect(levelOf('src/app/[lang]/x.test.tsx')).toBe('unit');
  expect(levelOf('tests/integration/attack/routes.test.ts')).toBe('integration');
  expect(levelOf('tests/integration/replicas.thorough.test.ts')).toBe('thorough');
  expect(levelOf('tests/e2e/lists.spec.ts')).toBe('browser');
  expect(levelOf('tests/e2e/every-page.thorough.spec.ts')).toBe('thorough-browser');
  expect([levelOf('tests/page-kinds.ts'), levelOf('src/domain/round.ts')]).toEqual([null, null]);
});

it('finds what words mean: by path at every level, by the name of a test where no path has them', async () => {
  const charts = await filesMeant(['chart']);
  expect(charts.unit).toContain('src/charts/registry.test.ts');
  expect(charts.integration).toContain('tests/integration/charts.test.ts');
  expect(charts.browser).toContain('tests/e2e/chart-links.spec.ts');
  expect(charts.unit).not.toContain('scripts/test-levels.test.ts');
  const named = await filesMeant(['Reads the LEVEL out']);
  expect(levels.flatMap((level) => named[level])).toEqual(['scripts/test-levels.test.ts']);
  expect(levels.flatMap((level) => Object.values(charts[level])).length).toBeGreaterThan(10);
});
