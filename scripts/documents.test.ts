import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentFiles, rootFiles, wrongIn } from './documents';
import { ownFiles } from './test-levels';

const documents = await documentFiles();
const sources = (await ownFiles()).filter(
  (file) =>
    /\.(?:tsx?|mjs|css|conf)$/.test(file) &&
    file !== 'scripts/documents.test.ts' &&
    !file.startsWith('src/database/generated/'),
);
const files = new Set([...(await rootFiles()), ...documents, ...(await ownFiles())]);
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
const known = { files, commands: new Set(Object.keys(scripts)) };

async function wrongInAll(list: readonly string[], kind: 'document' | 'source'): Promise<string[]> {
  const found = await Promise.all(
    list.map(async (file) => wrongIn(file, await readFile(file, 'utf8'), kind, known)),
  );
  return found.flat();
}

describe('what a text names', () => {
  it('is there, in every document', async () => {
    expect(documents.length).toBeGreaterThan(40);
    expect(await wrongInAll(documents, 'document')).toEqual([]);
  });

  it('is there, in the comments and messages of every source', async () => {
    expect(await wrongInAll(sources, 'source')).toEqual([]);
  });

  it('is missed where it is not', () => {
    const document = (text: string) => wrongIn('docs/x.md', text, 'document', known);
    expect(document('see `src/nothing.ts`')).toEqual(['docs/x.md:1 names src/nothing.ts']);
    expect(document('see `src/nowhere/`')).toHaveLength(1);
    expect(document('see [it](nothing.md)')).toEqual(['docs/x.md:1 names nothing.md']);
    expect(document('run `npm run nothing -- x`')).toEqual(['docs/x.md:1 names npm run nothing']);
    const good = 'see `scripts/test.ts`, `tests/integration/*.test.ts`, `queries/`, `vitest.config.ts`';
    expect(document(`${good}, [it](architecture.md), \`npm run test:all\`, \`/charts/x.json\``)).toEqual([]);
    const source = (text: string) => wrongIn('src/ui/x.ts', text, 'source', known);
    expect(source('// as nothing-there.ts says')).toHaveLength(1);
    expect(source("const a = 'nothing-there.ts'; // as test.ts says")).toEqual([]);
    expect(source("say('npm run nothing')")).toHaveLength(1);
  });
});

describe('decisions', () => {
  const decisions = documents.filter((file) => /^docs\/decisions\/\d/.test(file));

  it('have a number each, a date and a status, and say by what they were superseded', async () => {
    const numbers = decisions.map((file) => path.basename(file).slice(0, 3));
    expect(numbers.filter((each, at) => numbers.indexOf(each) !== at)).toEqual([]);
    const wrong: string[] = [];
    for (const file of decisions) {
      const [title = '', , status = ''] = (await readFile(file, 'utf8')).split('\n');
      const number = path.basename(file).slice(0, 3);
      const good =
        title.startsWith(`# ${number} · `) &&
        /^Status: (?:accepted|superseded by \[\d{3}\]\([\w.-]+\)), \d{4}-\d{2}-\d{2}/.test(status);
      if (!good) wrong.push(`${file}: ${title} / ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('stand in the index, each with its title', async () => {
    const index = await readFile('docs/decisions/README.md', 'utf8');
    const lines = await Promise.all(
      decisions.map(async (file) => {
        const [title = '', , status = ''] = (await readFile(file, 'utf8')).split('\n');
        const [number, name] = title.slice(2).split(' · ');
        return `| [${number}](${path.basename(file)}) | ${name} | ${status.slice('Status: '.length)} |`;
      }),
    );
    const listed = index.split('\n').filter((line) => line.startsWith('| ['));
    expect(listed).toEqual(lines);
  });
});
