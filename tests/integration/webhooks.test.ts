import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '@/database/client';
import { freePort } from '@/database/free-port';
import type { PrismaClient } from '@/database/generated/client';
import { publish } from '@/editorial/publication';
import { isPublicAddress, webhookAddress } from '@/editorial/webhook-address';
import { retryAfter, sendDue } from '@/editorial/webhook-sending';
import { addWebhook, newestDeliveries, removeWebhook, retryDelivery, webhooks } from '@/editorial/webhooks';
import { startServing } from '../../scripts/serving';
import { freshDatabaseWithFacts } from './database';

interface Received {
  body: string;
  headers: Record<string, string>;
}

let databaseUrl: string;
let client: PrismaClient;
let receiver: Server;
let address: string;
let answers: number[] = [];
const received: Received[] = [];
let arrived: () => void = () => undefined;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

beforeAll(async () => {
  databaseUrl = await freshDatabaseWithFacts();
  client = connect(databaseUrl);
  receiver = createServer(async (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    received.push({ body: await bodyOf(request), headers });
    const status = answers.shift() ?? 204;
    response.writeHead(status, status === 302 ? { location: `${address}/elsewhere` } : {});
    response.end();
    arrived();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await client.$disconnect();
  await new Promise((resolve) => receiver.close(resolve));
});
afterEach(async () => {
  delete process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES;
  answers = [];
  received.length = 0;
  for (const { id } of await webhooks(client)) await removeWebhook(client, id);
});

let industries = 0;
async function published(): Promise<number> {
  const slug = `told-${++industries}`;
  const payload = { slug, name: { zh: slug, en: slug }, citations: [{ source: 'article', kind: 'claimed' }] };
  const result = await publish(client, {
    origin: 'form',
    note: { zh: '试', en: 'try' },
    records: [{ kind: 'industry', slug, baseVersion: 0, payload }],
  });
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
  return result.edition;
}

const site = 'https://site.example';

describe('a webhook', () => {
  it('is told of a publication, signed, and again later where it failed, under the same id', async () => {
    process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES = '1';
    await addWebhook(client, address);
    const [webhook] = await webhooks(client);
    const edition = await published();
    answers = [500];
    expect(await sendDue(client, site)).toBe(1);
    const [failed] = await newestDeliveries(client);
    expect(failed).toMatchObject({ edition, state: 'waiting', attempts: 1, status: 500, error: 'HTTP 500' });
    const pause = ((failed?.next.getTime() ?? 0) - Date.now()) / 1000;
    expect(pause).toBeGreaterThan(retryAfter[0] - 5);
    expect(pause).toBeLessThanOrEqual(retryAfter[0]);
    // Nothing is due before its time.
    expect(await sendDue(client, site)).toBe(0);
    await retryDelivery(client, failed?.id ?? 0);
    expect(await sendDue(client, site)).toBe(1);
    expect((await newestDeliveries(client))[0]).toMatchObject({
      state: 'delivered',
      status: 204,
      error: null,
    });
    const [first, second] = received;
    expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id']);
    const verifier = new Verifier(webhook?.secret ?? '');
    const message = verifier.verify(second?.body ?? '', second?.headers ?? {});
    expect(message).toMatchObject({ type: 'edition.published', data: { edition } });
    expect(() => verifier.verify(`${second?.body} `, second?.headers ?? {})).toThrow();
  });

  it('is given up in the end', async () => {
    process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES = '1';
    await addWebhook(client, address);
    await published();
    answers = Array.from({ length: 20 }, () => 503);
    for (let tries = 0; tries <= retryAfter.length; tries++) {
      expect(await sendDue(client, site)).toBe(1);
      await client.webhookDelivery.updateMany({ where: { state: 'waiting' }, data: { next: new Date(0) } });
    }
    expect(await sendDue(client, site)).toBe(0);
    expect((await newestDeliveries(client))[0]).toMatchObject({
      state: 'given-up',
      attempts: retryAfter.length + 1,
    });
  });

  it('is told at once where a clock that was wrong put it off for years', async () => {
    process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES = '1';
    await addWebhook(client, address);
    const edition = await published();
    const years = 10 * 365 * 86_400_000;
    await client.webhookDelivery.updateMany({
      where: { edition },
      data: { next: new Date(Date.now() + years) },
    });
    expect(await sendDue(client, site)).toBe(1);
    expect((await newestDeliveries(client))[0]).toMatchObject({ edition, state: 'delivered' });
  });

  it('is never sent to a private address: not by number, not by name, not by redirect', async () => {
    expect(await addWebhook(client, address)).toBeNull();
    for (const url of [
      'http://10.0.0.1/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://169.254.169.254/latest',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://017700000001/',
      'http://127.1/',
      'http://0/',
      'http://１２７.0.0.1/',
      'http://127.0.0.1./',
      'http://[::]/',
      'http://[fe80::1]/',
      'http://[64:ff9b::a00:1]/',
      'http://[2002:a00:1::]/',
      'http://[2001:0:a00:1::]/',
      'http://100.64.0.1/',
      'ftp://example.org/',
      'https://a:b@example.org/',
    ])
      expect([url, webhookAddress(url)]).toEqual([url, null]);
    expect(
      [
        ...['8.8.8.8', '2606:4700::1111'],
        ...[
          '192.168.1.1',
          '100.64.0.1',
          '0.0.0.0',
          '169.254.169.254',
          '255.255.255.255',
          '198.18.0.1',
          '224.0.0.1',
        ],
        ...['fd00::1', 'fe80::1', '::', '::1', '::127.0.0.1', '::ffff:10.0.0.1', '::ffff:0:10.0.0.1'],
        // Ways from IPv6 to IPv4: translation, 6to4, Teredo.
        ...['64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::', '2001:0:a00:1::', 'no address', ''],
      ].filter(isPublicAddress),
    ).toEqual(['8.8.8.8', '2606:4700::1111']);
    // A name that leads inside is found out when it is looked up.
    const { port } = receiver.address() as AddressInfo;
    await addWebhook(client, `http://localhost:${port}/`);
    await published();
    await sendDue(client, site);
    expect((await newestDeliveries(client))[0]).toMatchObject({
      state: 'waiting',
      status: null,
      error: expect.stringMatching(/no public address/),
    });
    expect(received).toEqual([]);
    process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES = '1';
    for (const { id } of await webhooks(client)) await removeWebhook(client, id);
    await addWebhook(client, address);
    await published();
    answers = [302];
    await sendDue(client, site);
    expect(received).toHaveLength(1);
    expect((await newestDeliveries(client))[0]).toMatchObject({ state: 'waiting', status: 302 });
  });

  it('is told by the running server as soon as something is published', async () => {
    process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES = '1';
    await addWebhook(client, address);
    const serving = await startServing(await freePort(), databaseUrl, 'production', {
      WEBHOOKS_TO_PRIVATE_ADDRESSES: '1',
    });
    try {
      const told = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const edition = await published();
      await told;
      expect(JSON.parse(received[0]?.body ?? '{}')).toMatchObject({ data: { edition } });
    } finally {
      arrived = () => undefined;
      await serving.stop();
    }
  });
});
