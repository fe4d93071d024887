import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { embedHeightScript } from '@/app/embed-code';
import { headScript } from '@/ui/head-script';
import { inlineScripts } from './inline-scripts';

/** What the build lets run, by the names that pages write into script elements. */
const named: Readonly<Record<string, string>> = { headScript, embedHeightScript };

it('names every script that a page writes, so that the front lets it run', () => {
  const files = ['src/app', 'src/ui', 'src/charts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
      name.endsWith('.tsx') ? [path.join(folder, name)] : [],
    ),
  );
  const written = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<script(?<attributes>[^>]*)>\s*\{?(?<text>[\w.]*)/g)].flatMap(
      ({ groups = {} }) => (/type="application\//.test(groups.attributes ?? '') ? [] : [groups.text ?? '']),
    ),
  );
  expect(written.length).toBeGreaterThan(1);
  for (const name of new Set(written))
    expect([name, inlineScripts.includes(named[name] ?? '')]).toEqual([name, true]);
});

it('lets nothing run that differs from page to page', () => {
  for (const text of inlineScripts) expect(text).not.toMatch(/<\/?script|<!--/i);
});
