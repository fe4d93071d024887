import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createToken } from '@/accounts/api-tokens';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { freePort } from '@/database/free-port';
import { addWebhook } from '@/editorial/webhooks';
import { type Serving, startServing } from '../scripts/serving';
import { startCluster } from './cluster';
import { secondsUntil } from './waiting';

const password = 'correct horse battery';
const email = 'torment@example.org';
const metricsToken = 'figures-of-a-torment';
/** What a program sends that reads the server's figures. */
export const metricsHeaders = { authorization: `Bearer ${metricsToken}` };

/** What a server of the product is tormented with: the product on a database with facts, and who may write in it. */
export interface Stage {
  /** PostgreSQL itself, also where the server reaches it through something else. */
  databaseUrl: string;
  site: string;
  token: string;
  /** Of an admin who is signed in. */
  cookie: string;
  /** Editions that the webhook was told of, by number: how often. */
  told: Map<number, number>;
  /** Starts a server process; there may have been others before. */
  start: () => Promise<Serving>;
  /** Ends the process at once, wherever it is. */
  kill: () => Promise<void>;
  /** Asks the process to end; its exit code. */
  stop: () => Promise<number | null>;
  serving: () => Serving;
  end: () => Promise<void>;
}

/** A connection of the torment's own. It may break: then the next question fails, not the process. */
export async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'torture' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function receiver(told: Map<number, number>): Promise<Server> {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    response.writeHead(204).end();
    const { edition } = JSON.parse(text).data as { edition: number };
    told.set(edition, (told.get(edition) ?? 0) + 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** A form as a browser of the site sends it. */
export function sendForm(
  stage: Pick<Stage, 'site' | 'cookie'>,
  path: string,
  form: FormData | Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(stage.site + path, {
    method: 'POST',
    body: form instanceof FormData ? form : new URLSearchParams(form),
    headers: { origin: stage.site, cookie: stage.cookie, ...headers },
    redirect: 'manual',
  });
}

/** Does the server say that it should be sent readers? */
export async function isReady(site: string): Promise<boolean> {
  const answer = await fetch(`${site}/api/health/ready`);
  await answer.text();
  return answer.ok;
}

/** Signs the admin in; the cookies of the session. */
export async function signIn(site: string): Promise<string> {
  const answer = await sendForm({ site, cookie: '' }, '/api/sign-in', { lang: 'en', email, password });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  if (!cookie.includes('session')) throw new Error(`signing in was answered with ${answer.status}`);
  return cookie;
}

/**
 * Prepares who writes, and starts a server on a database that holds facts. `through` is the address by which the server
 * reaches the database, where that is not the database itself.
 */
export async function setStage(
  databaseUrl: string,
  {
    through = databaseUrl,
    settings = {},
    webhook = true,
  }: { through?: string; settings?: Record<string, string>; webhook?: boolean } = {},
): Promise<Stage> {
  const told = new Map<number, number>();
  const listener = webhook ? await receiver(told) : null;
  const client = connect(databaseUrl);
  const made = await createAccount(client, { email, password, name: 'Torment', role: 'admin' });
  if (made.outcome !== 'created') throw new Error(made.reason.en);
  const token = (await createToken(client, made.id, { name: 'torture', scope: 'publish' })) ?? '';
  if (listener) {
    process.env.WEBHOOKS_TO_PRIVATE_ADDRESSES = '1';
    await addWebhook(client, `http://127.0.0.1:${(listener.address() as AddressInfo).port}`);
  }
  await client.$disconnect();
  const port = await freePort();
  const site = `http://localhost:${port}`;
  let serving: Serving | undefined;
  const running = () => {
    if (!serving) throw new Error('no server runs');
    return serving;
  };
  const stage: Stage = {
    databaseUrl,
    site,
    token,
    cookie: '',
    told,
    start: async () => {
      serving = await startServing(port, through, 'production', {
        API_REQUESTS_PER_MINUTE: '0',
        WEBHOOKS_TO_PRIVATE_ADDRESSES: '1',
        METRICS_TOKEN: metricsToken,
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
        ...settings,
      });
      if ((await secondsUntil(() => isReady(site), 30)) === null) throw new Error('the server is not ready');
      return serving;
    },
    kill: async () => {
      process.kill(running().pid, 'SIGKILL');
      await running().ended;
    },
    stop: async () => {
      await running().stop();
      return running().ended;
    },
    serving: running,
    end: async () => {
      await serving?.stop();
      await new Promise((resolve) => (listener ? listener.close(resolve) : resolve(null)));
      listener?.closeAllConnections();
    },
  };
  await stage.start();
  stage.cookie = await signIn(site);
  return stage;
}

/**
 * Sets a stage on a cluster of its own for the time of `use`, and takes both down again. `settings` are the server's,
 * `ofDatabase` what PostgreSQL has in its environment.
 */
export async function onStage<Result>(
  {
    ofDatabase,
    ...options
  }: {
    settings?: Record<string, string>;
    ofDatabase?: Record<string, string>;
    webhook?: boolean;
  },
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const cluster = await startCluster(undefined, ofDatabase);
  try {
    const stage = await setStage(cluster.url, options);
    try {
      return await use(stage);
    } finally {
      await stage.end();
    }
  } finally {
    await cluster.end();
  }
}
