import { expect, it } from 'vitest';
import { styleSheet, stylesFor, usedByScript } from './page-styles';

const applied = (css: string, html: string, scripts = '') =>
  stylesFor(html, [styleSheet(css)], usedByScript(scripts))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

it('keeps the rules whose classes the page has', () => {
  const css = 'p{a:b}.x{a:b}.x .y{a:b}.x,.z{a:b}';
  expect(applied(css, '<p class="x">')).toBe('p{a:b}.x{a:b}.x{a:b}');
  expect(applied(css, '<p class="x y">')).toBe('p{a:b}.x{a:b}.x .y{a:b}.x{a:b}');
});

it('keeps what applies where a class is missing, or where one of several is there', () => {
  const css = '.x:not(.open){a:b}:is(.p,.q) .x{a:b}.x:has(>.r:not(.s)){a:b}';
  expect(applied(css, '<p class="x">')).toBe(css);
});

it('reads names of classes as both sides write them', () => {
  const css = String.raw`.md\:w-\[1\.5rem\]{a:b}.\31 0{a:b}.\[\&\>p\]\:m-0>p{a:b}`;
  expect(applied(css, '<p class="md:w-[1.5rem] 10 [&amp;&gt;p]:m-0">')).toBe(css);
  expect(applied(css, '<p class="w-[1.5rem]">')).toBe('');
});

it('looks into groups, leaves out those that are empty, and keeps the order of layers', () => {
  const css =
    '@layer a, b;@layer a{.x{a:b}}@media print{.x{a:b}}@media print{.y{a:b}}@keyframes k{from{a:b}}@font-face{font-family:f}';
  expect(applied(css, '<p class="y">')).toBe(
    '@layer a, b;@layer a{}@media print{.y{a:b}}@keyframes k{from{a:b}}@font-face{font-family:f}',
  );
});

it('keeps the custom properties in use, and those that these are made of', () => {
  const css = ':root{--a:var(--b);--b:1;--c:2;--d:3;--e:4}.x{m:var(--a)}.y{m:var(--d)}';
  expect(applied(css, '<p class="x" style="n:var(--c)">')).toBe(
    ':root{--a:var(--b);--b:1;--c:2}.x{m:var(--a)}',
  );
});

it('keeps what scripts may add', () => {
  expect(applied('.open{a:b}.shut{a:b}', '<p>', 'e.className="drawer open"')).toBe('.open{a:b}');
});

it('keeps the rules for kinds of elements that the page has', () => {
  const css = 'ul li{a:b}.x>b,h1+p{a:b}::placeholder{a:b}[type=time]{a:b}input:is(kbd,q){a:b}*{a:b}';
  expect(applied(css, '<ul><li></li></ul><p class="x"><b></b></p>')).toBe(
    'ul li{a:b}.x>b{a:b}::placeholder{a:b}[type=time]{a:b}*{a:b}',
  );
  expect(applied('kbd{a:b}', '<p>', 'e.innerHTML="<kbd>k</kbd>"')).toBe('kbd{a:b}');
});

it('keeps the definitions of custom properties in use', () => {
  const css = '@property --a{syntax:"*"}@property --b{syntax:"*"}.x{m:var(--a)}';
  expect(applied(css, '<p class="x">')).toBe('@property --a{syntax:"*"}.x{m:var(--a)}');
});
