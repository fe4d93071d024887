import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request as openRequest } from 'node:http';
import { createToken, type TokenScope, tokenScopes } from '@/accounts/api-tokens';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import { freePort } from '@/database/free-port';
import type { PrismaClient } from '@/database/generated/client';
import { type Role, roles } from '@/domain/role';
import { builtServer } from '../../../scripts/serving';
import { freshDatabaseWithFacts } from '../database';

/** Everybody who may sign in here, with one more editor, and those who may not. */
export const people = [...roles, 'another-editor'] as const;
export type PersonName = (typeof people)[number];

export const password = 'correct horse battery';
export const emailOf = (name: PersonName) => `${name}@example.org`;

export interface Sent {
  method?: string;
  /** As it stands in the request's first line; nothing puts it right. */
  address: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** Sends the body without saying how long it is. */
  chunked?: boolean;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** A running server that somebody attacks. */
export interface Site {
  origin: string;
  port: number;
  databaseUrl: string;
  client: PrismaClient;
  ids: Record<PersonName, number>;
  cookies: Record<PersonName, string>;
  tokens: Record<TokenScope, string>;
  /** The code of a pinned link. */
  code: string;
  /** Asks the server, or what stands before it at another port. */
  ask(sent: Sent, at?: number): Promise<Answer>;
  /** Sends a form as a browser on one of our pages does. */
  post(address: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** All that the server has printed. */
  printed(): string;
  stop(): Promise<void>;
}

function send(
  port: number,
  agent: Agent,
  { method = 'GET', address, headers, body, chunked }: Sent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = openRequest(
      {
        host: '127.0.0.1',
        port,
        agent,
        method,
        path: address,
        headers: { host: `localhost:${port}`, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const bytes = Buffer.concat(chunks);
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, bytes, text: bytes.toString('utf8') });
        });
      },
    );
    request.once('error', reject);
    if (body !== undefined && !chunked) request.setHeader('content-length', Buffer.byteLength(body));
    request.end(body);
  });
}

/** The cookies that an answer sets, as a browser would send them back. */
export function cookiesOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

/** Starts a server on a database with the starting facts, an account of each role and a token of each scope. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const databaseUrl = await freshDatabaseWithFacts();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let output = '';
  const server = fork(builtServer(), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      TRUST_PROXY: '1',
      API_REQUESTS_PER_MINUTE: '0',
      NEXT_TELEMETRY_DISABLED: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk) => {
      output += String(chunk);
    });
  const ended = once(server, 'exit');
  await Promise.race([
    once(server, 'message'),
    ended.then(() => Promise.reject(new Error(`the server ended before it listened\n${output}`))),
  ]);

  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const client = connect(databaseUrl);
  const ask = (sent: Sent, at = port) => send(at, agent, sent);
  let addresses = 0;
  const post = (address: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
    // Tries are counted by address: each form comes from one of its own.
    addresses += 1;
    return ask({
      method: 'POST',
      address,
      headers: {
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `10.9.${addresses >> 8}.${addresses & 255}`,
        ...headers,
      },
      body: new URLSearchParams({ lang: 'zh', ...form }).toString(),
    });
  };

  const ids = {} as Record<PersonName, number>;
  const cookies = {} as Record<PersonName, string>;
  const tokens = {} as Record<TokenScope, string>;
  let code = '';
  try {
    for (const name of people) {
      const role: Role = name === 'another-editor' ? 'editor' : name;
      const made = await createAccount(client, { email: emailOf(name), name, password, role });
      if (made.outcome !== 'created') throw new Error(`no account for ${name}`);
      ids[name] = made.id;
      const signedIn = await post('/api/sign-in', { email: emailOf(name), password, next: '/editor' });
      cookies[name] = cookiesOf(signedIn);
      if (signedIn.headers.location !== '/editor') throw new Error(`${name} could not sign in`);
    }
    for (const scope of tokenScopes)
      tokens[scope] = (await createToken(client, ids.editor, { name: scope, scope })) ?? '';
    const share = await post(
      '/api/shares',
      { path: '/charts/rounds', query: '', kind: 'pinned' },
      { accept: 'application/json' },
    );
    if (share.status !== 201) throw new Error(`no link: ${share.status} ${share.text}`);
    code = (JSON.parse(share.text) as { code: string }).code;
  } catch (error) {
    server.kill('SIGKILL');
    throw new Error(`${(error as Error).message}\n${output}`);
  }

  return {
    origin,
    port,
    databaseUrl,
    client,
    ids,
    cookies,
    tokens,
    code,
    ask,
    post,
    printed: () => output,
    async stop() {
      agent.destroy();
      await client.$disconnect();
      server.kill('SIGTERM');
      await ended;
    },
  };
}
