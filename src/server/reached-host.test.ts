import type { IncomingMessage } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { isAllowedHost, reachedAt } from './reached-host';

const settings = ['PUBLIC_URL', 'ALLOWED_HOSTS', 'TRUST_PROXY'];
afterEach(() => {
  for (const name of settings) delete process.env[name];
});

const allowed = (host: string) => isAllowedHost(`http://${host}`);
const reached = (headers: Record<string, string>) =>
  reachedAt({
    headers,
    headersDistinct: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    socket: { remoteAddress: '127.0.0.1' },
  } as unknown as IncomingMessage);

it('answers to numbers while the site has no name, so that a phone in the same network can look', () => {
  for (const host of ['192.168.1.20:3000', '10.0.0.7', '[fe80::1]:3000', '[2001:db8::1]', 'localhost:3000'])
    expect([host, allowed(host)]).toEqual([host, true]);
  for (const host of ['evil.example', '192.168.1.20.nip.io', 'localhost.evil.example', 'tracker'])
    expect([host, allowed(host)]).toEqual([host, false]);
});

it('answers to its own name and this machine once it has one, and to what is named beside it', () => {
  process.env.PUBLIC_URL = 'https://ai.example.org';
  for (const host of ['ai.example.org', 'ai.example.org:8080', 'localhost', '127.0.0.1:3000', '[::1]:3000'])
    expect([host, allowed(host)]).toEqual([host, true]);
  for (const host of ['www.example.org', '192.168.1.20', 'ai.example.org.evil.example'])
    expect([host, allowed(host)]).toEqual([host, false]);
  process.env.ALLOWED_HOSTS = 'WWW.example.org, app:3000';
  for (const host of ['www.example.org', 'www.example.org:8080', 'app:3000'])
    expect([host, allowed(host)]).toEqual([host, true]);
  expect(allowed('app:3001')).toBe(false);
  process.env.ALLOWED_HOSTS = '*';
  expect(allowed('anything.example')).toBe(true);
});

it('tells scheme, host and port in one form, and believes a scheme only of a proxy of ours', () => {
  expect(reached({ host: 'AI.example.org:80' })).toBe('http://ai.example.org');
  expect(reached({ host: 'ai.example.org:443', 'x-forwarded-proto': 'https' })).toBe(
    'http://ai.example.org:443',
  );
  process.env.TRUST_PROXY = '1';
  expect(reached({ host: 'ai.example.org:443', 'x-forwarded-proto': 'https' })).toBe(
    'https://ai.example.org',
  );
  expect(reached({ host: 'ai.example.org', 'x-forwarded-proto': 'https, http' })).toBe(
    'http://ai.example.org',
  );
  expect(reached({ host: 'ai.example.org', 'x-forwarded-host': 'evil.example' })).toBe(
    'http://ai.example.org',
  );
  process.env.TRUST_PROXY = '10.0.0.0/8';
  expect(reached({ host: 'ai.example.org', 'x-forwarded-proto': 'https' })).toBe('http://ai.example.org');
});

it('takes nothing for a host that is none', () => {
  for (const host of ['', 'a b', 'a/b', 'a@b', 'a#b', 'a?b', 'a\\b', '[', 'a:99999'])
    expect([host, reached({ host })]).toEqual([host, null]);
});
