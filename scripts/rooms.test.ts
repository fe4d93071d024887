import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { importsOf, isBarrel, refusal, rooms } from './rooms';
import { ownFiles } from './test-levels';

const sources = (await ownFiles()).filter(
  (file) => /^src\/.*\.tsx?$/.test(file) && !file.startsWith('src/database/generated/'),
);
const texts = new Map(
  await Promise.all(sources.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
);

describe('the rooms', () => {
  it('are the folders of src', async () => {
    const folders = (await readdir('src', { withFileTypes: true })).filter((each) => each.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(rooms).sort());
  });

  it('stand one above the other: none can be reached from below', () => {
    const below = new Set<string>();
    for (const [room, down] of Object.entries<readonly string[]>(rooms).reverse()) {
      expect([room, down.filter((other) => !below.has(other))]).toEqual([room, []]);
      below.add(room);
    }
  });

  it('import downwards only', () => {
    const wrong = [...texts].flatMap(([file, text]) =>
      importsOf(text).flatMap((each) => {
        const why = refusal(file, each);
        return why ? [`${file}: '${each.from}': ${why}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
    expect([...texts.values()].flatMap(importsOf).length).toBeGreaterThan(2000);
  });

  it('have no file that only hands on what others declare', () => {
    expect([...texts].filter(([, text]) => isBarrel(text)).map(([file]) => file)).toEqual([]);
  });
});

describe('an import', () => {
  const why = (file: string, line: string) => importsOf(line).map((each) => refusal(file, each));

  it('is refused upwards, sideways by a relative path, and from outside', () => {
    expect(why('src/domain/a.ts', "import { b } from '@/i18n/b';")).toEqual([
      'domain may import no other room: imports go down only',
    ]);
    expect(why('src/charts/a.ts', "import { b } from '../database/b';")[0]).toContain('@/room/');
    expect(why('src/app/a/b/c/d.ts', "import { b } from '../../../b';")[0]).toContain('climbs');
    expect(why('src/app/a.ts', "import { b } from '../../tests/b';")[0]).toContain('outside');
    expect(why('src/app/a.test.ts', "import { b } from '../../tests/b';")).toEqual([null]);
    expect(why('src/domain/a.ts', "import { b } from 'react/jsx-runtime';")[0]).toContain('react');
    expect(why('src/ui/a.ts', "const b = await import('@/app/b');")[0]).toContain('ui may import');
    expect(why('src/ui/a.ts', "export { b } from '@/charts/b';")[0]).toContain('ui may import');
    expect(why('src/browser/a.ts', "import { b } from '@/app/b';")[0]).toContain('browser may import');
    expect(why('src/ui/a.ts', "import {\n  b,\n} from '@/app/b';")[0]).toContain('ui may import');
  });

  it('is taken downwards, inside a room, from packages, and as a type where only types may be', () => {
    expect(why('src/app/a.ts', "import { b } from '@/domain/b';")).toEqual([null]);
    expect(why('src/app/a/b.ts', "import { b } from '../../app/b';")).toEqual([null]);
    expect(why('src/ui/a.ts', "import { b } from 'react';")).toEqual([null]);
    expect(why('src/browser/a.ts', "import type { B } from '@/app/b';")).toEqual([null]);
    expect(why('src/browser/a.ts', "import type {\n  B,\n} from '@/app/b';")).toEqual([null]);
  });

  it('is no barrel beside something of its own', () => {
    expect(isBarrel("export { a } from './a';\nexport * from './b';\n")).toBe(true);
    expect(isBarrel("export { a } from './a';\nexport const b = 1;\n")).toBe(false);
    expect(isBarrel("import './a';\n")).toBe(false);
  });
});
