import { expect, it } from 'vitest';
import { lightPage } from './light-page';
import { styleSheet, usedByScript } from './page-styles';

const written = `<!DOCTYPE html><html lang="zh"><head><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>
<link rel="stylesheet" href="/_next/static/chunks/unknown.css"/>
<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/b.js"/>
<script src="/_next/static/chunks/b.js" async=""></script><script>theme()</script></head>
<body><p>self.__next_f is a name</p><script type="application/ld+json">{"a":1}</script>
<script src="/embed.js"></script><script src="/_next/static/chunks/c.js" noModule=""></script>
<script id="_R_">(globalThis["TURBOPACK"] || 0)</script><script>(self.__next_f=self.__next_f||[]).push([0])</script>
<script>self.__next_f.push([1,"<p>self.__next_f is a name</p>"])</script></body></html>`;

const script = { address: '/scripts/page-1.js', uses: usedByScript('') };
const {
  html: sent,
  scripts,
  styles,
} = lightPage(written, script, (address) =>
  address.endsWith('/a.css') ? styleSheet('p{a:$&}.absent{b:c}') : null,
);

it('takes out what Next would need to build the page up again, and nothing else', () => {
  expect(sent.match(/<script[^>]*>/g)).toEqual([
    '<script>',
    '<script>',
    '<script type="application/ld+json">',
    '<script src="/embed.js">',
  ]);
  expect(sent).not.toContain('preload');
  expect(sent).toContain('<script>theme()</script>');
  expect(sent).toContain('import("/scripts/page-1.js")');
  expect(sent).toContain('<p>self.__next_f is a name</p>');
  expect(sent.match(/is a name/g)).toHaveLength(1);
});

it('tells what it wrote into the page, so that nothing else has to be let run', () => {
  expect(scripts).toHaveLength(1);
  expect(sent).toContain(`<script>${scripts[0]}</script>`);
  expect(styles).toEqual(['p{a:$&}']);
});

it('puts what applies of known style sheets in place, and leaves others', () => {
  expect(sent).toContain('<head><style data-sheet="/_next/static/chunks/a.css">p{a:$&}</style>');
  expect(sent).toContain('<link rel="stylesheet" href="/_next/static/chunks/unknown.css"/>');
});
