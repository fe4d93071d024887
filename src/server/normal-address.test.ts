import { describe, expect, it } from 'vitest';
import { normalAddress } from './normal-address';

const normal = (address: string) => {
  const found = normalAddress(address);
  return 'normal' in found ? found.normal : null;
};

/** Each way of writing one sign: as it is, in percent signs of either case, and in percent signs of percent signs. */
function spellings(sign: string): string[] {
  const hex = sign.charCodeAt(0).toString(16).padStart(2, '0');
  const once = [...new Set([`%${hex}`, `%${hex.toUpperCase()}`])];
  const twice = once.flatMap((each) => [each.replace('%', '%25'), each.replace('%', '%2525')]);
  return [sign, ...once, ...twice];
}

/** Every spelling of a part of a path that goes nowhere or up. */
const dots = [
  ...spellings('.'),
  ...spellings('.').flatMap((first) => spellings('.').map((second) => first + second)),
];

describe('an address', () => {
  it('of ours stays as it is', () => {
    for (const address of [
      '/',
      '/en',
      '/vendors/',
      '/vendors/baidu',
      '/charts/models-by-vendor.svg?vendors=baidu~huawei',
      '/search?q=%E7%99%BE%E5%BA%A6&x=%2F..%2F%5C;a',
      '/search?q=100%',
      '/_next/static/chunks/0a-b_c.js',
      '/api/v1/openapi.json',
      '/.well-known/security.txt',
      '/data/model.parquet?tier=industry',
      '/vendors/%E7%99%BE',
      '/a:b@c$&+,=~!()*',
    ])
      expect([address, normal(address)]).toEqual([address, address]);
  });

  it('never leads elsewhere than it seems, however its dots are written', () => {
    for (const dot of dots)
      for (const address of [`/x/${dot}/editor/account`, `/${dot}/editor/account`, `/en/${dot}/editor`]) {
        const found = normal(address);
        // Sent to what it leads to, or refused: never passed on as it is.
        expect([address, found === null || /^\/(?:x\/|en\/)?editor(?:\/account)?$/.test(found)]).toEqual([
          address,
          true,
        ]);
        expect([address, found === address]).toEqual([address, false]);
      }
    expect(normal('/x/%2e%2E/editor/account')).toBe('/editor/account');
    expect(normal('/zh/../editor/account')).toBe('/editor/account');
    expect(normal('/../../../etc/passwd')).toBe('/etc/passwd');
  });

  it('has neither slashes, backslashes, semicolons nor control signs in a part, however they are written', () => {
    for (const sign of ['/', '\\', ';', '\0', '\r', '\n', '\t', '\x7f'])
      for (const written of spellings(sign).slice(sign === '/' ? 1 : 0))
        for (const address of [`/x${written}..${written}editor`, `/editor${written}a/account`])
          expect([address, normal(address)]).toEqual([address, null]);
  });

  it('has no U+0000 in its query either', () => {
    expect(normal('/search?q=a%00b')).toBeNull();
    expect(normal('/search?q=a%2500b')).toBe('/search?q=a%2500b');
  });

  it('has one slash where somebody wrote several, and leads to no other host', () => {
    expect(normal('//editor//account')).toBe('/editor/account');
    expect(normal('//evil.example/..//editor')).toBe('/editor');
    expect(normal('///evil.example')).toBe('/evil.example');
    expect(normal('/vendors//')).toBe('/vendors/');
  });

  it('writes letters as letters, and in percent signs what needs them', () => {
    expect(normal('/%65ditor/%61ccount')).toBe('/editor/account');
    expect(normal('/%7Ea')).toBe('/~a');
    expect(normal('/vendors/%e7%99%be')).toBe('/vendors/%E7%99%BE');
    expect(normal('/a"b|c')).toBe('/a%22b%7Cc');
  });

  it('is encoded where a program sent its bytes as they are', () => {
    const raw = Buffer.from('/vendors/百度?q=百').toString('latin1');
    expect(normal(raw)).toBe('/vendors/%E7%99%BE%E5%BA%A6?q=%E7%99%BE');
  });

  it('is refused where it is no text', () => {
    for (const address of [
      '/%',
      '/en/%zz',
      '/%C0%AE%C0%AE/editor',
      '/%C0%AF',
      '/%ED%A0%80',
      '/%F8%80%80%80%AE',
      '/\xff\xfe',
      '/%FF',
    ])
      expect([address, normal(address)]).toEqual([address, null]);
  });

  it('loses the dots at the end of a part, which a sentence left there', () => {
    expect(normal('/vendors/baidu.')).toBe('/vendors/baidu');
    expect(normal('/editor./account')).toBe('/editor/account');
    expect(normal('/editor%2E%2E%2E')).toBe('/editor');
  });

  it('is refused where it is no path', () => {
    for (const address of ['*', '', 'http://evil.example/editor', 'editor', '?q=a', '/a#b', '/a\\b'])
      expect([address, normal(address)]).toEqual([address, null]);
  });

  it('is normal once it was made so', () => {
    const parts = ['..', '.', '', 'a', '%2e', '%41', '%E7%99%BE', 'b.', '~', ' ', '%252e', ':', '"', 'é'];
    let seed = 7;
    for (let at = 0; at < 3000; at++) {
      const next = () => {
        seed = (seed * 48271) % 2147483647;
        return seed;
      };
      const address = `/${Array.from({ length: next() % 6 }, () => parts[next() % parts.length]).join('/')}`;
      const once = normal(address);
      if (once !== null) expect([address, normal(once)]).toEqual([address, once]);
    }
  });
});
