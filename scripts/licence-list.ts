import type { InstalledPackage } from './installed-packages';

function section(title: string, packages: readonly InstalledPackage[]): string[] {
  const byLicence = new Map<string, Set<string>>();
  for (const { name, licence } of packages) {
    const of = licence ?? 'not stated';
    byLicence.set(of, (byLicence.get(of) ?? new Set()).add(name));
  }
  const rows = [...byLicence]
    .sort(([one, some], [other, more]) => more.size - some.size || (one < other ? -1 : 1))
    .map(([licence, names]) => `| ${licence} | ${names.size} | ${[...names].join(', ')} |`);
  return [`## ${title}`, '', '| licence | packages | names |', '| --- | --: | --- |', ...rows, ''];
}

/** The page that lists under which licence each package is used. */
export function licenceList(packages: readonly InstalledPackage[]): string {
  return [
    '# Licences',
    '',
    'Packages that this product uses, by licence, from `package-lock.json`. `npm run licences` writes this page;',
    '`npm test` fails where it is not up to date, or where a licence is not one that `scripts/installed-packages.ts` allows.',
    '',
    ...section(
      'On the server and in the browser',
      packages.filter(({ development }) => !development),
    ),
    ...section(
      'For building and testing',
      packages.filter(({ development }) => development),
    ),
  ].join('\n');
}
