/** The parts of a DOM element that are read here; happy-dom's and a browser's both fit. */
type Tree = {
  nodeType: number;
  textContent: string | null;
  localName?: string;
  attributes?: Iterable<{ name: string; value: string }>;
  childNodes: Iterable<Tree>;
};

/** Attributes that matter to a browser with scripts only. Ids are kept where something refers to them. */
const dropped =
  /^(?:class|tabindex|role|xmlns|cx-data|aria-.*|data-(?!row$|key$|value$|scale$|mark$).*|offset|name|orientation)$/;
const geometry = /^(?:x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|dx|dy|width|height|d|points|transform)$/;
const reference = /url\(#([^)]+)\)/g;

/**
 * The content of an `svg` element as compact, deterministic markup: no classes and no empty groups, coordinates to a
 * hundredth of a pixel, ids renamed in order of appearance with `prefix` (Recharts counts its ids up for the life of
 * the process). Throws where there are no marks at all, because a blank picture must not pass for a drawn one.
 */
export function svgContent(svg: unknown, prefix: string): string {
  const root = svg as Tree;
  const used = new Map<string, string>();
  collectReferences(root, used, prefix);
  const content = [...root.childNodes].map((child) => write(child, used)).join('');
  if (!/<(?:path|rect|text|circle|line)\b/.test(content)) throw new Error('The drawing is blank.');
  return content;
}

function collectReferences(node: Tree, used: Map<string, string>, prefix: string): void {
  for (const { value } of node.attributes ?? []) {
    for (const [, id = ''] of value.matchAll(reference)) {
      if (!used.has(id)) used.set(id, `${prefix}-${used.size + 1}`);
    }
  }
  for (const child of node.childNodes) collectReferences(child, used, prefix);
}

function write(node: Tree, used: Map<string, string>): string {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? '');
  if (node.nodeType !== 1) return '';
  const name = node.localName ?? 'g';
  const attributes = [...(node.attributes ?? [])].flatMap((each) => attribute(each.name, each.value, used));
  const children = [...node.childNodes].map((child) => write(child, used)).join('');
  if (children === '' && (name === 'g' || name === 'defs' || name === 'desc' || name === 'title')) return '';
  if (name === 'clipPath' && !attributes.some((each) => each.startsWith('id='))) return '';
  if (name === 'g' && attributes.length === 0) return children;
  const open = [name, ...attributes].join(' ');
  return children === '' ? `<${open}/>` : `<${open}>${children}</${name}>`;
}

function attribute(name: string, value: string, used: Map<string, string>): string[] {
  if (dropped.test(name)) return [];
  if (name === 'id') {
    const renamed = used.get(value);
    return renamed === undefined ? [] : [`id="${renamed}"`];
  }
  const referring = value.replace(reference, (_, id: string) => `url(#${used.get(id) ?? id})`);
  const text = geometry.test(name) ? roundNumbers(referring) : referring;
  return [`${name}="${escapeXml(text)}"`];
}

function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
}

/** Escapes text for XML, attributes included; control characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
