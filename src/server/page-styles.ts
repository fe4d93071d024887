import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';

/** A selector, with the classes and the kinds of elements that it wants. */
interface Selector {
  text: string;
  classes: string[];
  elements: string[];
}
interface StyledRule {
  selectors: Selector[];
  body: string;
}
/** Custom properties of the whole page. */
interface Properties {
  selector: string;
  values: { name: string; text: string }[];
}
type Part =
  | { kind: 'text'; text: string }
  | ({ kind: 'rule' } & StyledRule)
  | ({ kind: 'properties' } & Properties)
  | { kind: 'definition'; name: string; text: string }
  | { kind: 'group'; opening: string; parts: Part[] };

/** A style sheet, taken apart once, so that each page can be given the part of it that applies there. */
export interface StyleSheet {
  parts: readonly Part[];
}

/** What a selector says about elements that need not be there, or about several possible ones: it asks for nothing. */
const conditions = /:(?:not|is|where|has|host|nth-[a-z-]+)\((?:[^()\\]|\\.)*\)/g;
const classInSelector = /\.((?:\\[0-9a-f]{1,6} ?|\\.|[\w-]|[^\0-\x7f])+)/gi;
const escaped = /\\([0-9a-f]{1,6}) ?|\\(.)/gi;

const elementInSelector = /(?:^|[\s>+~])([a-z][a-z0-9]*)/g;

function selectorOf(text: string): Selector {
  let plain = text;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(conditions, '');
  }
  const classes = [...plain.matchAll(classInSelector)].map(([, name = '']) =>
    name.replace(escaped, (_, code?: string, sign?: string) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (sign ?? ''),
    ),
  );
  const elements = [...plain.replace(/\\.|\[[^\]]*\]/g, '').matchAll(elementInSelector)].map(
    ([, name = '']) => name,
  );
  return { text, classes, elements };
}

/** Groups that hold rules for elements; others (key frames, fonts) are kept as they are. */
const groups = /^(?:layer|media|supports|container)$/;

function partOfRule(rule: Rule): Part {
  const nodes = rule.nodes ?? [];
  if (nodes.length > 0 && nodes.every((node) => node.type === 'decl' && node.prop.startsWith('--')))
    return {
      kind: 'properties',
      selector: rule.selector,
      values: nodes.map((node) => ({ name: node.type === 'decl' ? node.prop : '', text: node.toString() })),
    };
  return {
    kind: 'rule',
    selectors: rule.selectors.map(selectorOf),
    body: `{${nodes.map(String).join(';')}}`,
  };
}

function partOf(node: ChildNode): Part {
  if (node.type === 'rule') return partOfRule(node);
  const group = node as AtRule;
  if (group.name === 'property') return { kind: 'definition', name: group.params, text: String(node) };
  if (node.type !== 'atrule' || !group.nodes || !groups.test(group.name))
    return { kind: 'text', text: node.type === 'atrule' && !group.nodes ? `${node};` : String(node) };
  return { kind: 'group', opening: `@${group.name} ${group.params}{`, parts: partsOf(group) };
}

const partsOf = (container: Container): Part[] => (container.nodes ?? []).map(partOf);

/** Takes a style sheet apart. */
export function styleSheet(text: string): StyleSheet {
  return { parts: partsOf(postcss.parse(text)) };
}

const classAttribute = /\sclass="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** The classes and kinds of elements of a page, and everything in it that may be the name of a custom property. */
export interface Used {
  classes: ReadonlySet<string>;
  elements: ReadonlySet<string>;
  properties: ReadonlySet<string>;
}

const property = /--[\w-]+/g;

const canApply = ({ classes, elements }: Selector, used: Used) =>
  classes.every((name) => used.classes.has(name)) && elements.every((name) => used.elements.has(name));

/** What a script may add to a page: every word that it holds in quotes. */
export function usedByScript(text: string): Used {
  const words = new Set<string>();
  for (const [, quoted = ''] of text.matchAll(/["'`]([^"'`]*)["'`]/g))
    for (const word of quoted.split(/[\s<>]+/)) words.add(word);
  return { classes: words, elements: words, properties: new Set(text.match(property) ?? []) };
}

/** What a page uses, with what its script may add. */
function usedBy(html: string, script: Used): Used {
  const classes = new Set(script.classes);
  for (const [, value = ''] of html.matchAll(classAttribute))
    for (const name of value
      .replace(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => entities[sign] ?? sign)
      .split(/\s+/))
      classes.add(name);
  const elements = new Set(script.elements);
  for (const [, name = ''] of html.matchAll(/<([a-z][a-z0-9]*)/g)) elements.add(name);
  return {
    classes,
    elements,
    properties: new Set([...script.properties, ...(html.match(property) ?? [])]),
  };
}

/** The rules that can apply; custom properties are left for later, when it is known which of them are used. */
function applying(parts: readonly Part[], used: Used): Part[] {
  return parts.flatMap((part): Part[] => {
    if (part.kind === 'group') {
      const own = applying(part.parts, used);
      // A layer without rules still has its place in the order of layers.
      return own.length > 0 || part.opening.startsWith('@layer') ? [{ ...part, parts: own }] : [];
    }
    if (part.kind !== 'rule') return [part];
    const selectors = part.selectors.filter((selector) => canApply(selector, used));
    return selectors.length > 0 ? [{ ...part, selectors }] : [];
  });
}

function eachProperties(parts: readonly Part[]): Extract<Part, { kind: 'properties' }>[] {
  return parts.flatMap((part) =>
    part.kind === 'group' ? eachProperties(part.parts) : part.kind === 'properties' ? [part] : [],
  );
}

function textOf(parts: readonly Part[], properties: ReadonlySet<string> | null): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'definition') return properties?.has(part.name) ? part.text : '';
      if (part.kind === 'rule') return part.selectors.map(({ text }) => text).join() + part.body;
      if (part.kind === 'group') return `${part.opening}${textOf(part.parts, properties)}}`;
      const values = part.values.filter(({ name }) => properties?.has(name));
      return values.length > 0 ? `${part.selector}{${values.map(({ text }) => text).join(';')}}` : '';
    })
    .join('');
}

/**
 * The style sheets of a page, each with only those rules whose classes and elements the page has or its script may give
 * it, and only the custom properties that these use. What they make of the page is what the whole sheets would.
 */
export function stylesFor(html: string, sheets: readonly StyleSheet[], script: Used): string[] {
  const used = usedBy(html, script);
  const kept = sheets.map(({ parts }) => applying(parts, used));
  const properties = new Set(used.properties);
  const use = (text: string) => {
    for (const name of text.match(property) ?? []) properties.add(name);
  };
  for (const parts of kept) use(textOf(parts, null));
  // A property may be made of others.
  const definitions = kept.flatMap(eachProperties).flatMap(({ values }) => values);
  for (let before = -1; before !== properties.size; ) {
    before = properties.size;
    for (const { name, text } of definitions) if (properties.has(name)) use(text);
  }
  return kept.map((parts) => textOf(parts, properties));
}
