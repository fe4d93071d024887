import { connect as dial, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { startSite } from './site';

it('stops at once where clients had asked for another protocol and hold their connections', async () => {
  const site = await startSite();
  const sockets: Socket[] = [];
  try {
    for (let at = 0; at < 20; at++)
      await new Promise<void>((resolve, reject) => {
        const socket = dial(site.port, '127.0.0.1', () =>
          socket.write(
            'GET /vendors HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n',
          ),
        );
        sockets.push(socket);
        socket.once('data', () => resolve());
        socket.once('error', reject);
      });
  } finally {
    // Less than the minute after which a stop is given up: nothing waits for these.
    await site.stop();
    for (const socket of sockets) socket.destroy();
  }
  expect(site.printed()).toContain('"stopped"');
  expect(site.printed()).not.toContain('stopped before everything was finished');
}, 240_000);
