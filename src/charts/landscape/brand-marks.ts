import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Marks whose file has another name than the organization's slug. The mark of a product is not its maker's. */
const files: Readonly<Record<string, string>> = {
  '01-ai': 'zeroone',
  '360': 'ai360',
  'ant-group': 'antgroup',
  iflytek: 'iflytekcloud',
};

const known = new Map<string, readonly string[]>();

/** The paths of an organization's mark, in one colour, in a square of 24; empty where there is none. */
export function brandMark(slug: string): readonly string[] {
  const found = known.get(slug) ?? readMark(files[slug] ?? slug);
  known.set(slug, found);
  return found;
}

function readMark(name: string): readonly string[] {
  try {
    const require = createRequire(join(process.cwd(), 'package.json'));
    const svg = readFileSync(require.resolve(`@lobehub/icons-static-svg/icons/${name}.svg`), 'utf8');
    // A mark of other shapes would come out incomplete, and a broken brand is worse than a monogram.
    if (
      !svg.includes('viewBox="0 0 24 24"') ||
      /<(?:circle|rect|g|mask|use|image|ellipse|polygon)\b/.test(svg)
    )
      return [];
    return [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map(([, path = '']) => spaced(path));
  } catch {
    return [];
  }
}

/** A number of a path, to a hundredth of a square of 24: finer than any screen shows it. */
function short(number: string): string {
  return String(Math.round(Number(number) * 100) / 100).replace(/^(-?)0\./, '$1.');
}

/**
 * A path with short numbers that stand apart. Files write the flags of an arc without blanks ('0 01.5'), which nothing
 * that rounds numbers can read.
 */
function spaced(path: string): string {
  return [...path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)]
    .map(([, command = '', numbers = '']) => {
      const flags = /a/i.test(command);
      const found: string[] = [];
      const one = /[-+]?(?:\d+\.?\d*|\.\d+)/y;
      const flag = /[01]/y;
      for (let at = 0; at < numbers.length; ) {
        // Of the seven numbers of an arc the fourth and the fifth are flags.
        const next = flags && [3, 4].includes(found.length % 7) ? flag : one;
        next.lastIndex = at;
        const [number] = next.exec(numbers) ?? [];
        if (number === undefined) at += 1;
        else {
          found.push(short(number));
          at += number.length;
        }
      }
      return `${command}${found.join(' ').replaceAll(' -', '-')}`;
    })
    .join('');
}
