import { once } from 'node:events';
import { connect, createServer, type LookupFunction, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrivateAddress, publicLookupBy } from './webhook-address';

const [outside, inside] = ['93.184.216.34', '127.0.0.1'];
let server: Server;
let port: number;
let visits = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  }).listen(0, inside);
  await once(server, 'listening');
  port = (server.address() as { port: number }).port;
});
afterAll(() => new Promise((done) => server.close(done)));

/** A name server that gives these answers one after the other, the last one for ever; and how often it was asked. */
function nameServer(...answers: string[][]): { lookup: LookupFunction; asked: () => number } {
  let asked = 0;
  const lookup = publicLookupBy((_, __, answer) => {
    const found = answers[Math.min(asked++, answers.length - 1)] as string[];
    setImmediate(() =>
      answer(
        null,
        found.map((address) => ({ address, family: 4 })),
      ),
    );
  });
  return { lookup, asked: () => asked };
}

it('connects to the address that was looked at, whatever the name server says a moment later', async () => {
  const { lookup, asked } = nameServer([outside], [inside]);
  const socket = connect({ host: 'rebinding.example', port, lookup });
  // Whether somebody is there does not matter, only where the connection goes.
  socket.on('error', () => undefined);
  const address = await new Promise((done) => socket.once('connectionAttempt', done));
  socket.destroy();
  expect([address, asked()]).toEqual([outside, 1]);
  const again = connect({ host: 'rebinding.example', port, lookup });
  const [error] = await once(again, 'error');
  expect(error).toBeInstanceOf(PrivateAddress);
  expect(visits).toBe(0);
});

it('does not choose the public one of several addresses, since the connection may try all', async () => {
  const { lookup } = nameServer([outside, inside]);
  const [error] = await once(connect({ host: 'both.example', port, lookup }), 'error');
  expect(error).toBeInstanceOf(PrivateAddress);
  expect(visits).toBe(0);
});
