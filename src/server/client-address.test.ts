import type { IncomingMessage } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { clientAddress, countedAs } from './client-address';

const from = (remoteAddress: string, forwarded?: string) =>
  clientAddress({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as IncomingMessage);

const trust = (said: string) => {
  process.env.TRUST_PROXY = said;
};
afterEach(() => {
  delete process.env.TRUST_PROXY;
});

it('believes nobody where no proxy is named', () => {
  expect(from('198.51.100.7', '203.0.113.1')).toBe('198.51.100.7');
  expect(from('127.0.0.1', '203.0.113.1')).toBe('127.0.0.1');
});

it('counts proxies from here', () => {
  trust('1');
  expect(from('127.0.0.1', '203.0.113.1, 198.51.100.7')).toBe('198.51.100.7');
  expect(from('127.0.0.1')).toBe('127.0.0.1');
  trust('2');
  // Seven people behind one CDN and one proxy are seven.
  const people = Array.from({ length: 7 }, (_, at) => from('127.0.0.1', `203.0.113.${at}, 198.51.100.7`));
  expect(new Set(people).size).toBe(7);
  // Whatever somebody wrote themselves stands further away.
  expect(from('127.0.0.1', '6.6.6.6, 203.0.113.1, 198.51.100.7')).toBe('203.0.113.1');
});

it('takes the first that is in no network of ours', () => {
  trust('loopback, 198.51.100.0/24, 2001:db8:cd::/48');
  expect(from('::ffff:127.0.0.1', '203.0.113.1, 198.51.100.7')).toBe('203.0.113.1');
  expect(from('127.0.0.1', '6.6.6.6, 203.0.113.1, 2001:db8:cd::1')).toBe('203.0.113.1');
  expect(from('192.0.2.1', '203.0.113.1')).toBe('192.0.2.1');
});

it('understands addresses with ports and zones, and what is none does not count as somebody', () => {
  trust('1');
  expect(from('127.0.0.1', '203.0.113.1:49152')).toBe('203.0.113.1');
  expect(from('127.0.0.1', '[2001:db8::1]:49152')).toBe('2001:db8::');
  expect(from('127.0.0.1', 'unknown')).toBe('127.0.0.1');
  expect(from('fe80::1%eth0')).toBe('fe80::');
});

it('counts a /64 as one, and an IPv4 address as itself however it is written', () => {
  expect(countedAs('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::');
  expect(countedAs('2001:db8:1:2:ffff::9')).toBe('2001:db8:1:2::');
  expect(countedAs('2001:db8:1:3::9')).toBe('2001:db8:1:3::');
  expect(countedAs('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(countedAs('203.0.113.9')).toBe('203.0.113.9');
});
