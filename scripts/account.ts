import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createAccount } from '@/accounts/new-account';
import { setPassword } from '@/accounts/set-password';
import { borrowDatabase } from '@/database/borrowed-database';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { giveUp } from './progress';

const usage = `npm run account -- create --email E --name N --role contributor|editor|admin
npm run account -- password E
The password comes from PASSWORD, or is asked for.`;

async function passwordGiven(): Promise<string> {
  if (process.env.PASSWORD !== undefined) return process.env.PASSWORD;
  // What is typed is not shown.
  const output = new Writable({ write: (_, __, done) => done() });
  const ask = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  process.stderr.write('Password: ');
  const password = await ask.question('');
  ask.close();
  process.stderr.write('\n');
  return password;
}

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
    });
  } catch {
    throw new StartProblem(usage);
  }
}

async function withDatabase(work: (client: PrismaClient) => Promise<void>): Promise<void> {
  const { url, giveBack } = await borrowDatabase();
  try {
    await migrate(url);
    const client = connect(url);
    try {
      await work(client);
    } finally {
      await client.$disconnect();
    }
  } finally {
    await giveBack();
  }
}

async function create(values: { email?: string; name?: string; role?: string }): Promise<void> {
  const { email = '', name = '', role = '' } = values;
  const password = await passwordGiven();
  await withDatabase(async (client) => {
    const made = await createAccount(client, { email, name, role, password });
    if (made.outcome === 'refused') throw new StartProblem(`--${made.field}: ${made.reason.en}`);
    process.stdout.write(`${email} may sign in now, as ${role}.\n`);
  });
}

async function changePassword(email: string): Promise<void> {
  const password = await passwordGiven();
  await withDatabase(async (client) => {
    const done = await setPassword(client, email, password);
    if (done === 'missing') throw new StartProblem(`There is no account with ${email}.`);
    if (done !== 'set') throw new StartProblem(done.reason.en);
    process.stdout.write(
      `${email} signs in with the new password from now on; all its sessions have ended.\n`,
    );
  });
}

async function run(): Promise<void> {
  const { values, positionals } = argumentsGiven();
  const [what, email, ...more] = positionals;
  if (what === 'create' && email === undefined) return create(values);
  if (what === 'password' && more.length === 0) {
    const named = email ?? values.email;
    if (named !== undefined) return changePassword(named);
  }
  throw new StartProblem(usage);
}

try {
  await run();
} catch (error) {
  giveUp(error);
}
