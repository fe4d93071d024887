import './checked-settings';
import { existsSync } from 'node:fs';
import { createServer, request as openRequest, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import next from 'next';
import { readsByServer, replicas, replicasWith } from '@/database/replicas';
import { captureRootContext } from '@/database/root-async-context';
import { hearSecurity } from '@/domain/security-line';
import { setting } from '@/domain/settings';
import { finishUnderway } from '@/domain/underway';
import { publicUrl } from '@/linking/public-url';
import { watchEditions } from './edition-watch';
import { Front } from './front';
import { limits } from './limits';
import { endLogged, log, logConsole, logSecurity } from './log';
import { watchFigures } from './metrics';
import { NginxEdition } from './nginx-edition';
import { answerNoRequest, answerTunnel } from './no-request';
import { StaticFiles } from './static-files';
import { startWebhookSender } from './webhook-sender';

const dev = process.env.NODE_ENV === 'development';
const port = setting('PORT');
const host = setting('HOST');
/** Seconds in which a server that was asked to stop still takes requests and says that it is not ready: for a load balancer. */
const drain = setting('DRAIN_SECONDS');

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Asks this server for a page of its own; true where it was answered well. */
function askMyself(path: string): Promise<boolean> {
  const anywhere = host === undefined || host === '0.0.0.0' || host === '::';
  return new Promise((resolve) => {
    const asked = openRequest(
      { host: anywhere ? '127.0.0.1' : host, port, path, headers: { host: `localhost:${port}` } },
      (answer) => {
        answer.resume();
        answer.once('close', () => resolve(answer.complete && answer.statusCode === 200));
      },
    );
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

/**
 * Asks for the pages that need all that a process reads once: with a million events on record this takes a while, and the
 * first readers should not have to wait for it.
 */
async function warmUp(): Promise<void> {
  for (const path of ['/', '/funding']) {
    for (let tries = 0; tries < 20; tries++) {
      if (await askMyself(path)) break;
    }
  }
}

async function main(): Promise<void> {
  // The parent holds the database: where it ended before we served, there is nothing to serve.
  const orphaned = () => process.exit(0);
  process.once('disconnect', orphaned);
  captureRootContext();
  const databaseUrl = setting('DATABASE_URL');
  if (!databaseUrl) fail('DATABASE_URL is not set: start with npm run up.');
  if (!dev && !existsSync('.next/BUILD_ID')) fail('There is no build to serve: run npm run build.');
  if (!dev) logConsole();
  hearSecurity(logSecurity);
  replicas();
  // Whoever sends slowly does not hold a place for long.
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5000,
    // The front says what is missing, which Node's own refusal does not.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  // Nor does whoever stops reading. A large import may be silent for minutes.
  server.timeout = 300_000;
  // Next would take over connections that ask for another protocol, as some clients do by themselves, and leave them open.
  // With nobody who listens for that, the request is answered as if it had not asked.
  const upgradable = dev ? server : createServer();
  const app = next({ dev, dir: process.cwd(), port, httpServer: upgradable });
  await app.prepare();
  const webhooks = startWebhookSender(databaseUrl, publicUrl());
  const nginxFolder = setting('NGINX_FOLDER');
  const nginx = nginxFolder
    ? new NginxEdition(nginxFolder, (error) =>
        log.error(error, 'nginx was not told of the edition; start it as the user of this server'),
      )
    : null;
  const watch = watchEditions(databaseUrl, (edition) => {
    webhooks.wake();
    nginx?.tell(edition);
  });
  const front = new Front(app.getRequestHandler(), () => watch, !dev, await StaticFiles.ofBuild(dev));
  watchFigures({
    edition: { help: 'The newest edition that this process knows.', value: () => watch.edition() ?? 0 },
    database_reachable: { help: '1 while the database answers.', value: () => Number(watch.reachable()) },
    replicas: { help: 'Replicas that answer.', value: () => replicasWith(0).length },
    reads_at_replicas: { help: 'Questions that replicas answered.', value: () => readsByServer().replicas },
    reads_at_primary: { help: 'Questions that the primary answered.', value: () => readsByServer().primary },
    kept_pages: { help: 'Answers kept in memory.', value: () => front.cache.size },
    kept_bytes: { help: 'Their size.', value: () => front.cache.bytes },
    making: { help: 'Pages and pictures being made.', value: () => front.places.reading.underway },
    waiting: { help: 'Pages and pictures that wait to be made.', value: () => front.places.reading.waiting },
    writing: { help: 'Forms and personal pages being answered.', value: () => front.places.writing.underway },
  });

  const underway = new WeakMap<Duplex, ServerResponse>();
  server.on('clientError', (error, socket) => answerNoRequest(error, socket, underway.get(socket)));
  server.on('connect', (_, socket) => answerTunnel(socket));
  // What a client expects beside an answer is nothing that is done here: it gets the answer.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('request', (request, response) => {
    underway.set(request.socket, response);
    front.answer(request, response).catch((error: unknown) => {
      const [path] = (request.url ?? '').split('?', 1);
      log.error({ err: error, method: request.method, path }, 'not answered');
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"error":{"reason":"unexpected"}}');
    });
  });
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      fail(`Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm run up`);
    fail(`Cannot listen on port ${port}${host === undefined ? '' : ` of ${host} (HOST)`}: ${error.message}`);
  });
  // The first reader shall not find a server that does not know its database yet; one without a database serves too.
  await Promise.race([watch.met, pause(limits.meeting, undefined, { ref: false })]);
  server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
    log.info({ port, host }, 'listening');
    process.send?.('listening');
    front.warm = dev;
    void warmUp().then(() => {
      front.warm = true;
      log.info('ready');
    });
  });

  const stop = () => {
    if (front.stopping) return;
    front.stopping = true;
    log.info('stopping');
    const end = setTimeout(() => {
      log.error('stopped before everything was finished');
      endLogged(1);
    }, limits.stopping);
    end.unref();
    const close = () => {
      server.close(async () => {
        await finishUnderway(limits.stoppingWork);
        await watch.stop();
        await webhooks.stop();
        log.info('stopped');
        endLogged(0);
      });
      // A connection on which an answer was under way is idle after it, and its client may keep it for a minute.
      setInterval(() => server.closeIdleConnections(), 100);
    };
    if (drain > 0) setTimeout(close, drain * 1000);
    else close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.off('disconnect', orphaned);
  process.on('disconnect', stop);
}

void main();
