import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/**
 * Bytes of the data of one answer. It goes out twice, as text and as data, the text with its quotes escaped: together that
 * stays under 60 kB, which is what a model can take in beside its other work.
 */
export const largestAnswer = 25_000;

/** Bytes that something takes as JSON. */
export function bytesOf(data: unknown): number {
  return Buffer.byteLength(JSON.stringify(data) ?? '');
}

/** What a tool says: the data as text, and as data for clients that take it. */
export function told(data: object, more: CallToolResult['content'] = []): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(data) }, ...more],
    structuredContent: data as Record<string, unknown>,
  };
}

/** How many of a list fit into the room that is left, from the first on; one at least, however large. */
export function fitting<Item>(
  items: readonly Item[],
  room: number,
  sizeOf: (item: Item) => number = bytesOf,
): number {
  let left = room;
  let at = 0;
  for (const item of items) {
    left -= sizeOf(item) + 1;
    if (left < 0 && at > 0) break;
    at += 1;
  }
  return at;
}

/** Asks for fewer and fewer until the answer fits; what has cursors then says where to go on. */
export async function untilItFits<Data extends object>(
  limit: number,
  ask: (limit: number) => Promise<Data>,
): Promise<object> {
  for (let most = limit; ; ) {
    const data = await ask(most);
    const bytes = bytesOf(data);
    if (bytes <= largestAnswer) return data;
    if (most === 1) return shortened(data);
    most = Math.max(1, Math.min(most - 1, Math.floor((most * largestAnswer) / bytes)));
  }
}

/** Lists and texts of data that is too large, each cut to what fits; `cut` tells of it. */
export function shortened(data: object): object {
  for (let [items, letters] = [40, 1000]; items > 0; items = Math.floor(items / 2), letters = letters / 2) {
    const small = { ...(cutTo(data, items, letters) as object), cut: cutWords(items, letters) };
    if (bytesOf(small) <= largestAnswer) return small;
  }
  return { cut: 'The answer is too large; ask for fewer fields.' };
}

const cutWords = (items: number, letters: number) =>
  `Too large to be told whole: lists stop after ${items} entries, texts after ${letters} letters. Ask for single fields, or read the link.`;

function cutTo(value: unknown, items: number, letters: number): unknown {
  if (typeof value === 'string') return value.length > letters ? `${value.slice(0, letters)}…` : value;
  if (Array.isArray(value)) return value.slice(0, items).map((each) => cutTo(each, items, letters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cutTo(each, items, letters)]));
}
