import { expect, it } from 'vitest';
import { provenExpressions, verdictOn } from './expression-proof';
import { expressionsIn, expressionsInUse, keyOf } from './expressions';

/**
 * Expressions that are not proven linear, and may stay: how long a text they can meet, and why it is no longer. Whatever
 * meets longer outside text is handed to `linear` or written as a scanner.
 */
const bounded: Readonly<Record<string, string>> = {
  // Files of packages and of our own build.
  'src/charts/landscape/brand-marks.ts: /<path[^>]* d="([^"]+)"/g': 'brand marks of a package, a few kB each',
  'src/charts/landscape/brand-marks.ts: /[-+]?(?:\\d+\\.?\\d*|\\.\\d+)/y': 'brand marks of a package',
  'src/server/page-styles.ts: /\\\\.|\\[[^\\]]*\\]/g': 'selectors of our own style sheets',
  'scripts/installed-packages.ts: /\\s+or\\s+/i': 'licences in package-lock.json',
  'scripts/installed-packages.ts: /\\s+and\\s+/i': 'licences in package-lock.json',
  // Pages and drawings that we rendered: outside text stands in them with < escaped, so nothing begins there.
  'src/server/light-page.ts: /<script(?=[^>]*\\ssrc="\\/_next\\/)[^>]*><\\/script>|<script[^>]*>(?:\\(?self\\.__next_|\\(globalThis\\["TURBOPACK"\\])[\\s\\S]*?<\\/script>|<link rel="preload" as="script"[^>]*>/g':
    'our own pages',
  'src/server/light-page.ts: /<link rel="stylesheet" href="(\\/_next\\/static\\/[^"]+)"[^>]*>/g':
    'our own pages',
  'src/server/stated-in-page.ts: /<html[^>]* data-edition="(\\d+)"/': 'our own pages',
  'src/pictures/markup.ts: /url\\(#([^)]+)\\)/g':
    'one attribute of a drawing; names of records have 200 characters',
  'src/pictures/markup.ts: /-?\\d+\\.\\d{3,}(?:e-?\\d+)?/g': 'coordinates that were computed',
  'src/pictures/title-card.ts: /<rect[^>]* fill="(#[0-9a-f]{6})"/': 'our own drawings',
  // Runs in browsers as well, where the machine for linear expressions would be weight.
  'src/linking/state.ts: /^(?:utm_\\w+|isappinstalled|scene|clicktime|enterid|nsukey|spm|share_\\w+|[a-z]{1,6}clid|mc_[ce]id|_t|_hsenc|_hsmi|chksm|mpshare|srcid|ref|ref_src)$/i':
    'names in an address, 8 kB at most; held at both ends, each way with one repetition at its end',
};

/** Where an expression is put together outside of `linear`, and of what. */
const composed: Readonly<Record<string, string>> = {
  'src/app/api/v1/call-operation.ts: new RegExp(schema.pattern)':
    'literals of our own schemas, found as such',
  'src/domain/currency-words.ts: new RegExp(bare)': 'one character or another',
  'src/domain/expression/program.ts: new RegExp(`^(?:${element.raw})$`, meaning)': 'meets one character',
  'src/pictures/title-card.ts: new RegExp(`^<svg[^>]* ${name}="([\\\\d.]+)"`)': 'our own drawings',
};

const inUse = expressionsInUse();
const placed = ({ file }: { file: string }, text: string) => `${file}: ${text}`;
const open = inUse.filter(({ linear }) => !linear);

it('finds expressions wherever they are written', () => {
  const code = 'const a = /x+/g; f(linear(/(y|y)*z/), new RegExp(a + "")); linear(new RegExp("q"));';
  expect(
    expressionsIn(code, 'code.ts').map(({ text, linear, source }) => [text, linear, source === null]),
  ).toEqual([
    ['/x+/g', false, false],
    ['/(y|y)*z/', true, false],
    ['new RegExp(a + "")', false, true],
    ['new RegExp("q")', true, true],
  ]);
  expect(inUse.length).toBeGreaterThan(400);
});

it('has no expression that may take more than linear time, but those whose text is short', async () => {
  const proven = provenExpressions();
  const literals = open.filter(({ source }) => source !== null);
  const unproven = literals.filter(
    (each) => !proven.has(keyOf(each)) && !Object.hasOwn(bounded, placed(each, keyOf(each))),
  );
  for (const each of unproven)
    expect(
      await verdictOn(each.source ?? '', each.flags),
      `${each.file}:${each.line} ${keyOf(each)}: hand it to linear(), write a scanner, or bound its text and say how`,
    ).toBe('linear');
  const used = new Set(literals.map(keyOf));
  expect(
    [...unproven.map(keyOf), ...[...proven].filter((key) => !used.has(key))],
    'npm run expressions brings scripts/proven-expressions.json up to date',
  ).toEqual([]);
  const places = new Set(literals.map((each) => placed(each, keyOf(each))));
  expect(Object.keys(bounded).filter((key) => !places.has(key))).toEqual([]);
}, 300_000);

it('puts expressions together under linear() only', () => {
  const made = open.filter(({ source }) => source === null).map((each) => placed(each, each.text));
  expect([...new Set(made)].sort()).toEqual(Object.keys(composed).sort());
});

it('tells what runs away', async () => {
  expect(await verdictOn('(?:a|a)*b', '')).toBe('exponential');
  expect(await verdictOn('\\s+$', '')).toBe('2nd degree polynomial');
}, 60_000);
