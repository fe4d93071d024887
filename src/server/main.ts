import { createServer } from 'node:http';
import next from 'next';
import { publicUrl } from '@/linking/public-url';
import { watchEditions } from './edition-watch';
import { Front } from './front';
import { startWebhookSender } from './webhook-sender';

const dev = process.env.NODE_ENV === 'development';
const port = Number(process.env.PORT ?? 3000);
const databaseUrl = process.env.DATABASE_URL;
/** How long open answers may take once the server was asked to stop. */
const patience = 10_000;

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  if (!databaseUrl) fail('DATABASE_URL is not set: start with npm run up.');
  const server = createServer();
  const app = next({ dev, dir: process.cwd(), port, httpServer: server });
  await app.prepare();
  const webhooks = startWebhookSender(databaseUrl, publicUrl());
  const watch = watchEditions(databaseUrl, (edition) => {
    front.cache.dropBefore(edition);
    webhooks.wake();
  });
  const front = new Front(app.getRequestHandler(), () => watch, !dev);

  server.on('request', (request, response) => {
    front.answer(request, response).catch((error: unknown) => {
      process.stderr.write(
        `${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"error":{"reason":"unexpected"}}');
    });
  });
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm run up`);
    fail(`Cannot listen on port ${port}: ${error.message}`);
  });
  server.listen(port, () => process.send?.('listening'));

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const end = setTimeout(() => process.exit(0), patience);
    end.unref();
    server.close(async () => {
      await watch.stop();
      await webhooks.stop();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // The parent holds the database: without it there is nothing to serve.
  process.on('disconnect', stop);
}

void main();
