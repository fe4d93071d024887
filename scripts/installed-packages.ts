import { readFileSync } from 'node:fs';

/** A package that the lock file names. */
export interface InstalledPackage {
  name: string;
  version: string;
  /** As SPDX writes it; null where neither the lock file nor the package says. */
  licence: string | null;
  /** Only for building and testing. */
  development: boolean;
  /** Wants to run a program of its own when it is installed. */
  installs: boolean;
}

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

/** What packages say in a file instead of in their description. Each was read. */
const read: Readonly<Record<string, string>> = { 'seq-queue': 'MIT', 'parse-cache-control': 'BSD-3-Clause' };

/** Every package that is installed on some machine, each once. */
export function installedPackages(): InstalledPackage[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Map<string, InstalledPackage>();
  for (const [place, { version = '', license, dev, hasInstallScript }] of Object.entries(packages)) {
    if (place === '') continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = found.get(`${name}@${version}`);
    found.set(`${name}@${version}`, {
      name,
      version,
      licence: license ?? read[name] ?? null,
      development: (known?.development ?? true) && dev === true,
      installs: hasInstallScript === true,
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Licences under which a package may be part of this product, which is Apache-2.0: permissive ones, and those that ask
 * for changes to the package itself alone to be given back (MPL, EPL, LGPL: used as they are, through their interface).
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'EPL-2.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** May a package of this licence be used? Of several with "or" one is enough, of several with "and" all are needed. */
export function isAllowed(licence: string | null): boolean {
  if (licence === null) return false;
  const words = licence.replace(/[()]/g, ' ').trim();
  return words
    .split(/\s+or\s+/i)
    .some((choice) => choice.split(/\s+and\s+/i).every((each) => allowed.has(each.trim())));
}
