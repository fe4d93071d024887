import { afterEach, expect, it } from 'vitest';
import { isOwnForm } from './form-request';

afterEach(() => {
  for (const name of ['PUBLIC_URL', 'PORT']) delete process.env[name];
});

const sent = (headers: Record<string, string>) =>
  isOwnForm(new Request('http://localhost/api/sign-in', { method: 'POST', headers }));

it("is one whose page is the site's own: scheme, host and port", () => {
  process.env.PUBLIC_URL = 'https://ai.example.org';
  for (const reached of [
    'http://ai.example.org',
    'https://ai.example.org',
    'http://127.0.0.1:3000',
    'http://app:3000',
  ])
    expect([reached, sent({ origin: 'https://ai.example.org', 'x-reached-at': reached })]).toEqual([
      reached,
      true,
    ]);
  for (const origin of [
    'http://ai.example.org',
    'https://ai.example.org:444',
    'https://evil.example',
    'null',
    'x',
  ])
    expect([origin, sent({ origin, 'x-reached-at': 'http://ai.example.org' })]).toEqual([origin, false]);
  // Another scheme at the same host is another site, also where the request itself came by it.
  expect(sent({ origin: 'http://ai.example.org', 'x-reached-at': 'http://ai.example.org' })).toBe(false);
});

it('is one of the page that was asked for where the site has no name yet, or by the own name of the machine', () => {
  for (const place of ['http://192.168.1.20:3000', 'http://127.0.0.1:8080', 'http://localhost:3000'])
    expect([place, sent({ origin: place, 'x-reached-at': place })]).toEqual([place, true]);
  expect(sent({ origin: 'https://192.168.1.20:3000', 'x-reached-at': 'http://192.168.1.20:3000' })).toBe(
    false,
  );
  expect(sent({ origin: 'http://192.168.1.20:3001', 'x-reached-at': 'http://192.168.1.20:3000' })).toBe(
    false,
  );
  process.env.PUBLIC_URL = 'https://ai.example.org';
  expect(sent({ origin: 'http://localhost:3000', 'x-reached-at': 'http://localhost:3000' })).toBe(true);
});

it('may hide where it comes from only if the browser says that it is from here', () => {
  expect(sent({})).toBe(false);
  expect(sent({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(sent({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(false);
});
