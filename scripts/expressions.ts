import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** A regular expression in our source. */
export interface Expression {
  file: string;
  line: number;
  /** As it is written; of one that is put together, the words that do so. */
  text: string;
  /** Null where it is put together while the program runs. */
  source: string | null;
  flags: string;
  /** Handed to `linear`, which makes any expression linear. */
  linear: boolean;
}

/** Expressions that were proven linear, as `source`/`flags` lines. */
export const provenFile = 'scripts/proven-expressions.json';

/** Every expression in what runs on the server, in browsers and from the command line. */
export function expressionsInUse(): Expression[] {
  return ['src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .sort()
      .flatMap((name) => expressionsOf(path.posix.join(folder, name.split(path.sep).join('/')))),
  );
}

function expressionsOf(file: string): Expression[] {
  return expressionsIn(readFileSync(file, 'utf8'), file);
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The expressions of one source text: literals, and whatever calls `RegExp`. */
export function expressionsIn(code: string, file: string): Expression[] {
  const found: Expression[] = [];
  const called = (node: Node) => (isNode(node.callee) ? node.callee.name : undefined);
  const walk = (value: unknown, linear: boolean): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, linear);
    if (!isNode(value)) return;
    const add = (source: string | null, flags: string) =>
      found.push({
        file,
        line: code.slice(0, value.start).split('\n').length,
        text: code.slice(value.start, value.end).replace(/\s+/g, ' '),
        source,
        flags,
        linear,
      });
    const { regex } = value as { regex?: { pattern: string; flags: string } };
    if (value.type === 'Literal' && regex) add(regex.pattern, regex.flags);
    const makes =
      (value.type === 'NewExpression' || value.type === 'CallExpression') && called(value) === 'RegExp';
    if (makes) add(null, '');
    const inside = value.type === 'CallExpression' && called(value) === 'linear';
    for (const key in value) walk(value[key], inside && key === 'arguments');
  };
  walk(parseSync(file, code).program, false);
  return found;
}

/** How an expression is named in the list of proven ones. */
export function keyOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  return `/${source}/${flags}`;
}
