/**
 * The colours of the product, for pages (CSS variables) and pictures (hex values) alike.
 * src/ui/theme.css declares the same values as variables; palette.test.ts proves that the two agree.
 *
 * Data colours have a contrast of at least 3:1 with the ground of their theme (WCAG 1.4.11). The five vendors that
 * are compared most often stay apart under protanopia and deuteranopia by lightness as well as by hue; with more
 * than about eight series, label them directly, because no palette keeps thirty colours apart.
 */

/** One colour in both themes. `variable` is the name of the CSS variable, with its dashes. */
export type Colour = { light: string; dark: string; variable: string };
export type Theme = 'light' | 'dark';

function colour(name: string, light: string, dark: string): Colour {
  return { light, dark, variable: `--color-${name}` };
}

/** The CSS value of a colour: `var(--color-data-blue)`. It follows the reader's theme. */
export function cssColour(colour: Colour): string {
  return `var(${colour.variable})`;
}

/** Grounds, text and rules. */
export const surface = {
  paper: colour('paper', '#fbf9f4', '#171613'),
  panel: colour('panel', '#f2eee5', '#22201c'),
  ink: colour('ink', '#1c1a17', '#ece7dc'),
  muted: colour('muted', '#5f594e', '#b0a99b'),
  faint: colour('faint', '#6f685b', '#989082'),
  rule: colour('rule', '#d9d2c4', '#3b3832'),
  edge: colour('edge', '#8f8778', '#7d766a'),
  accent: colour('accent', '#a5301c', '#ee8a74'),
} as const satisfies Record<string, Colour>;

export const data = {
  blue: colour('data-blue', '#0465af', '#58a9f7'),
  orange: colour('data-orange', '#d06c08', '#feb578'),
  green: colour('data-green', '#007654', '#3baa85'),
  red: colour('data-red', '#9e1614', '#ca453b'),
  purple: colour('data-purple', '#691e7e', '#a867c3'),
  sky: colour('data-sky', '#298fb5', '#6dd0fa'),
  charcoal: colour('data-charcoal', '#373d48', '#7e8591'),
  pink: colour('data-pink', '#d35182', '#ff9ebc'),
  brown: colour('data-brown', '#6c411a', '#b6865f'),
  teal: colour('data-teal', '#006666', '#59aaaa'),
  cobalt: colour('data-cobalt', '#273fa8', '#6c8cea'),
  periwinkle: colour('data-periwinkle', '#7471d6', '#b0b3fd'),
  azure: colour('data-azure', '#167c8f', '#63bcd0'),
  olive: colour('data-olive', '#5d6b2b', '#9cac6b'),
  gold: colour('data-gold', '#ab7d0c', '#e8b759'),
  navy: colour('data-navy', '#12366a', '#5a81bc'),
  lime: colour('data-lime', '#599234', '#93cf70'),
  moss: colour('data-moss', '#245427', '#6a9c6b'),
  plum: colour('data-plum', '#6f1c52', '#bf669b'),
  rose: colour('data-rose', '#b13d54', '#f78192'),
  lavender: colour('data-lavender', '#9672b0', '#d1abee'),
  rust: colour('data-rust', '#a84d27', '#ef8d67'),
  jade: colour('data-jade', '#2a9483', '#6fd5c2'),
  stone: colour('data-stone', '#6d695c', '#ada89a'),
  slate: colour('data-slate', '#516676', '#91a7b8'),
  clay: colour('data-clay', '#936957', '#d3a692'),
  sage: colour('data-sage', '#638068', '#9ebda3'),
  mauve: colour('data-mauve', '#745971', '#b699b3'),
  steel: colour('data-steel', '#668691', '#9fc1cd'),
  sand: colour('data-sand', '#8e7f56', '#caba8f'),
  heather: colour('data-heather', '#7d7096', '#b9acd5'),
} as const satisfies Record<string, Colour>;

const vendors: Readonly<Record<string, Colour>> = {
  baidu: data.blue,
  alibaba: data.orange,
  tencent: data.green,
  huawei: data.red,
  sensetime: data.purple,
  zhipu: data.sky,
  moonshot: data.charcoal,
  minimax: data.pink,
  baichuan: data.brown,
  stepfun: data.teal,
  bytedance: data.cobalt,
  deepseek: data.periwinkle,
  iflytek: data.azure,
  openai: data.olive,
  google: data.gold,
  meta: data.navy,
  microsoft: data.lime,
  nvidia: data.moss,
  '01-ai': data.plum,
  modelbest: data.rose,
  'ant-group': data.lavender,
  jd: data.rust,
  '360': data.jade,
};

const remaining: readonly Colour[] = [
  data.stone,
  data.slate,
  data.clay,
  data.sage,
  data.mauve,
  data.steel,
  data.sand,
  data.heather,
];

/** The colour of a vendor: fixed for the well-known ones, stable by the slug's hash for every other. */
export function vendorColour(slug: string): Colour {
  // A Map-like lookup: 'constructor' and its like are ordinary slugs here.
  const fixed = Object.hasOwn(vendors, slug) ? vendors[slug] : undefined;
  return fixed ?? remaining[hash(slug) % remaining.length] ?? data.stone;
}

/** The slugs with a fixed colour, in the order of the list. */
export const vendorsWithFixedColour: readonly string[] = Object.keys(vendors);

/** FNV-1a over UTF-16 code units; any change here changes colours in published charts. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

/** Tiers of models. `unclassified` is for models whose source names no tier. */
export const tierColours = {
  general: data.blue,
  task: data.gold,
  industry: data.teal,
  unclassified: data.stone,
} as const satisfies Record<string, Colour>;

/** Layers of the value chain. */
export const layerColours = {
  infrastructure: data.brown,
  model: data.cobalt,
  application: data.rose,
} as const satisfies Record<string, Colour>;

/** Families of rounds: the stages from seed to listing are one ramp; what has no stage has a hue of its own. */
export const roundFamilyColours = {
  seed: colour('round-seed', '#1f9297', '#7edde2'),
  angel: colour('round-angel', '#14818f', '#72cddb'),
  series: colour('round-series', '#076985', '#57a7c5'),
  'pre-ipo': colour('round-pre-ipo', '#005075', '#4b8cb4'),
  cornerstone: colour('round-cornerstone', '#1f3f6e', '#5b7fb4'),
  ipo: colour('round-ipo', '#003867', '#4472a1'),
  strategic: data.purple,
  equity: data.plum,
  transfer: data.stone,
  debt: data.brown,
  placement: data.cobalt,
  merger: data.rust,
  unknown: data.slate,
} as const satisfies Record<string, Colour>;

/** One step of the scale of a heat map, with the text colour that is readable (4.5:1) on it. */
export type HeatStep = { fill: Colour; text: Colour };

const onHeat = {
  dark: colour('heat-text-low', '#1c1a17', '#ece7dc'),
  light: colour('heat-text-high', '#ffffff', '#12110f'),
};

/** Few to many, in six steps. An empty cell has no step: leave it paper. */
export const heat: readonly HeatStep[] = [
  { fill: colour('heat-1', '#e2f1fa', '#162127'), text: onHeat.dark },
  { fill: colour('heat-2', '#abd2ea', '#243b49'), text: onHeat.dark },
  { fill: colour('heat-3', '#76b3d7', '#32586d'), text: onHeat.dark },
  { fill: colour('heat-4', '#1c7bab', '#6a9dbe'), text: onHeat.light },
  { fill: colour('heat-5', '#03618a', '#7fb6d8'), text: onHeat.light },
  { fill: colour('heat-6', '#00415f', '#a3d6f5'), text: onHeat.light },
];

/** Every colour that theme.css has to declare. */
export function allColours(): Colour[] {
  const steps = heat.flatMap((step) => [step.fill, step.text]);
  const list = [surface, data, roundFamilyColours].flatMap((group) => Object.values<Colour>(group));
  return [...new Map([...list, ...steps].map((each) => [each.variable, each])).values()];
}
