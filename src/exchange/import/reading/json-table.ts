import { parseBoundedJson } from '@/domain/bounded-json';
import { unreadable } from '../unreadable-table';
import type { Grid } from './raw-table';
import { mostColumns, tooManyColumns } from './table-limits';

type Item = Readonly<Record<string, unknown>>;

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isItems(value: unknown): value is Item[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

/** An object whose values are all objects: a catalogue by its keys. */
function isKeyed(value: unknown): value is Readonly<Record<string, Item>> {
  return isItem(value) && Object.keys(value).length > 0 && Object.values(value).every(isItem);
}

const mostDepth = 4;

/** The lists of a JSON document, each by the path to it; objects by their keys are lists too (models.dev). */
function listsIn(value: unknown, path: string, depth = 0): { name: string; items: Item[] }[] {
  if (isItems(value)) return [{ name: path, items: value }];
  if (!isItem(value) || depth > mostDepth) return [];
  if (isKeyed(value)) {
    // Providers that each have models: the models are the rows, with what is said of their provider.
    const inner = commonList(Object.values(value));
    if (inner !== null)
      return [
        {
          name: path === '' ? inner : `${path}.${inner}`,
          items: Object.entries(value).flatMap(([key, parent]) => childrenOf(key, parent, inner)),
        },
      ];
    const alike = Object.values(value).every((each) => Object.values(each).some((part) => !isItem(part)));
    if (alike && Object.keys(value).length > 1)
      return [{ name: path, items: Object.entries(value).map(([key, item]) => ({ key, ...item })) }];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    listsIn(part, path === '' ? key : `${path}.${key}`, depth + 1),
  );
}

/** The one field in which all of them have a list of objects. */
function commonList(items: readonly Item[]): string | null {
  const [first, ...rest] = items;
  const fields = Object.keys(first ?? {}).filter((field) =>
    [first, ...rest].every(
      (item) => isItems(item?.[field]) || isKeyed(item?.[field]) || isEmpty(item?.[field]),
    ),
  );
  return fields.length === 1 ? (fields[0] ?? null) : null;
}

function isEmpty(value: unknown): boolean {
  return isItem(value) && Object.keys(value).length === 0;
}

function childrenOf(key: string, parent: Item, field: string): Item[] {
  const own = Object.fromEntries(
    Object.entries(parent).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[`of.${name}`, value]] : [],
    ),
  );
  const children = Array.isArray(parent[field])
    ? (parent[field] as Item[])
    : Object.entries((parent[field] ?? {}) as Record<string, Item>).map(([name, item]) => ({
        key: name,
        ...item,
      }));
  return children.map((child) => ({ 'of.key': key, ...own, ...child }));
}

/** Reads the lists of a JSON document. Throws `UnreadableTable`, saying what was looked at. */
export function jsonOf(text: string): Grid[] {
  let content: unknown;
  try {
    content = parseBoundedJson(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw unreadable(
      `不是正确的 JSON：${(error as Error).message}`,
      `This is no valid JSON: ${(error as Error).message}`,
    );
  }
  const lists = listsIn(content, '');
  if (lists.length > 0) return lists.map(({ name, items }) => gridOf(items, name));
  const looked = isItem(content) ? Object.keys(content).slice(0, 10).join(', ').slice(0, 200) : '';
  throw unreadable(
    looked === '' ? 'JSON 里没有由对象组成的列表' : `JSON 里没有由对象组成的列表；看过的字段：${looked}`,
    looked === ''
      ? 'The JSON holds no list of objects.'
      : `The JSON holds no list of objects; looked at the fields ${looked}.`,
  );
}

/** Reads objects, one a line. Throws `UnreadableTable`. */
export function linesOf(text: string): Grid {
  const items = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      let item: unknown;
      try {
        item = parseBoundedJson(line);
      } catch {
        throw unreadable(`第 ${at + 1} 行不是正确的 JSON`, `Line ${at + 1} is no valid JSON.`);
      }
      if (!isItem(item)) throw unreadable(`第 ${at + 1} 行不是对象`, `Line ${at + 1} is no object.`);
      return [{ item, line: at + 1 }];
    });
  return gridOf(
    items.map(({ item }) => item),
    '',
    items.map(({ line }) => line),
  );
}

/** Objects as a table: nested parts get a name with a point, lists of texts one cell with a line each. */
function gridOf(items: readonly Item[], name: string, lines?: readonly number[]): Grid {
  const headers = new Map<string, number>();
  const flat = items.map((each) => {
    const cells: string[] = [];
    flatten(each, '', (field, value) => {
      const at = headers.get(field) ?? headers.size;
      headers.set(field, at);
      if (headers.size > mostColumns) throw tooManyColumns();
      cells[at] = value;
    });
    return cells;
  });
  return {
    name,
    rows: [
      { line: 0, cells: [...headers.keys()] },
      ...flat.map((cells, at) => ({
        line: lines?.[at] ?? at + 1,
        cells: Array.from({ length: headers.size }, (_, index) => cells[index] ?? ''),
      })),
    ],
    hasHead: true,
  };
}

function flatten(object: Item, prefix: string, set: (field: string, value: string) => void): void {
  for (const [key, value] of Object.entries(object)) {
    if (value === null || value === undefined) continue;
    if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
      set(prefix + key, value.join('\n'));
    else if (typeof value === 'object') flatten(value as Item, `${prefix}${key}.`, set);
    else set(prefix + key, String(value));
  }
}
