import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { href, otherLanguage } from './href';

describe('href', () => {
  it.each([
    ['/', '/en'],
    ['/?q=1', '/en?q=1'],
    ['/#top', '/en#top'],
    ['/vendors', '/en/vendors'],
    ['/vendors?layer=model#a', '/en/vendors?layer=model#a'],
    ['/energy', '/en/energy'],
  ])('%s in English is %s', (path, english) => {
    expect(href('zh', path)).toBe(path);
    expect(href('en', path)).toBe(english);
    expect(otherLanguage(path)).toBe(english);
    expect(otherLanguage(english)).toBe(path);
  });

  it('leaves fragments and other sites alone', () => {
    for (const address of ['#models', 'https://example.org/a', '//example.org']) {
      expect(href('en', address)).toBe(address);
    }
  });

  it('takes an industry whose slug starts with "en" for Chinese', () => {
    expect(otherLanguage('/english')).toBe('/en/english');
  });

  it('comes back after two switches', () => {
    const word = fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((each) => each !== 'en');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), fc.option(word), (parts, query) => {
        const path = `/${parts.join('/')}${query === null ? '' : `?q=${query}`}`;
        expect(otherLanguage(otherLanguage(path))).toBe(path);
      }),
    );
  });
});
