import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { escapeXml, svgContent } from './markup';

function content(markup: string, prefix = 'p'): string {
  const { document } = new Window();
  document.body.innerHTML = `<svg>${markup}</svg>`;
  return svgContent(document.querySelector('svg'), prefix);
}

describe('markup of pictures', () => {
  it('gives ids that depend on the picture only, not on how many were drawn before', () => {
    const picture = (id: string) =>
      `<defs><clipPath id="${id}"><rect width="1" height="1"></rect></clipPath></defs><g clip-path="url(#${id})"><rect x="1"></rect></g>`;
    expect(content(picture('recharts7-clip'))).toBe(content(picture('recharts981-clip')));
    expect(content(picture('recharts7-clip'), 'q')).toContain('url(#q-1)');
  });

  it('drops what only scripts use, empty groups and long decimals', () => {
    expect(
      content(
        '<g class="recharts-layer"><g></g><rect class="a" tabindex="0" aria-label="x" data-row="2" x="1.23456"></rect></g>',
      ),
    ).toBe('<rect data-row="2" x="1.23"/>');
  });

  it('escapes texts and attributes', () => {
    expect(content('<text fill="a&quot;b">x &lt;script&gt; &amp; y</text>')).toBe(
      '<text fill="a&quot;b">x &lt;script&gt; &amp; y</text>',
    );
    expect(escapeXml('a\u0000b\u000bc')).toBe('abc');
  });

  it('does not pass a blank drawing for a picture', () => {
    expect(() => content('<g></g>')).toThrow('blank');
  });
});
