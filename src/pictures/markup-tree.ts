/** An element or a text of markup, as `svgContent` reads it. */
export type MarkupNode = {
  nodeType: 1 | 3;
  textContent: string | null;
  localName?: string;
  attributes?: { name: string; value: string }[];
  childNodes: MarkupNode[];
};

const part = /<(\/?)([\w:-]+)(?=[\s/>])([^<>]*?)(\/?)>|([^<]+)/g;
const attribute = /\s([\w:-]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
};

/**
 * The first element of a name in markup that React wrote: each element is closed, each attribute has its quotes, and `<`,
 * `>` stand for themselves nowhere. Null where there is none.
 */
export function markupTree(markup: string, name: string): MarkupNode | null {
  const start = markup.indexOf(`<${name}`);
  if (start < 0) return null;
  const top: MarkupNode = { nodeType: 1, textContent: null, childNodes: [] };
  const open = [top];
  part.lastIndex = start;
  for (let found = part.exec(markup); found; found = part.exec(markup)) {
    const [, closing, localName, attributes = '', alone, text] = found;
    const parent = open.at(-1) ?? top;
    if (text !== undefined) {
      parent.childNodes.push({ nodeType: 3, textContent: unescaped(text), childNodes: [] });
    } else if (closing === '/') {
      open.pop();
      if (open.length === 1) break;
    } else {
      const element: MarkupNode = {
        nodeType: 1,
        textContent: null,
        localName,
        attributes: [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => ({
          name: key,
          value: unescaped(value),
        })),
        childNodes: [],
      };
      parent.childNodes.push(element);
      if (alone !== '/') open.push(element);
      else if (open.length === 1) break;
    }
  }
  return top.childNodes[0] ?? null;
}

function unescaped(text: string): string {
  return text.includes('&')
    ? text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name) => entities[name] ?? '')
    : text;
}
