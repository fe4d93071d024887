import { createElement as h } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { drawStatic } from './draw-static';
import { markupTree } from './markup-tree';

const sign = 'a < b > c & "d" \'e\' &amp; </svg>';

it('reads what React writes, whatever stands in texts and attributes', () => {
  const markup = renderToStaticMarkup(
    h(
      'div',
      null,
      h('p', null, 'before'),
      h('svg', { 'data-mark': sign }, h('g', { strokeWidth: 2 }, sign), h('path', { d: 'M0 0' })),
      h('svg'),
    ),
  );
  const svg = markupTree(markup, 'svg');
  expect(svg?.attributes).toEqual([{ name: 'data-mark', value: sign }]);
  expect(svg?.childNodes.map(({ localName }) => localName)).toEqual(['g', 'path']);
  expect(svg?.childNodes[0]?.attributes).toEqual([{ name: 'stroke-width', value: '2' }]);
  expect(svg?.childNodes[0]?.childNodes.map(({ textContent }) => textContent)).toEqual([sign]);
  expect(markupTree('<p></p>', 'svg')).toBeNull();
});

it('draws ids and references as the other way of drawing does', () => {
  const picture = h(
    'svg',
    null,
    h('defs', null, h('pattern', { id: 'hatch' }, h('path', { d: 'M0 0h1.23456' }))),
    h('rect', { fill: 'url(#hatch)', className: 'x' }),
  );
  expect(drawStatic(picture, 'p')).toBe(
    '<defs><pattern id="p-1"><path d="M0 0h1.23"/></pattern></defs><rect fill="url(#p-1)"/>',
  );
  expect(() => drawStatic(h('p'), 'p')).toThrow('no svg');
});
