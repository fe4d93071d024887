import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createAccount } from '@/accounts/new-account';
import { borrowDatabase } from '@/database/borrowed-database';
import { connect } from '@/database/client';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { giveUp } from './progress';

const usage = `npm run account -- create --email E --name N --role contributor|editor|admin
The password comes from PASSWORD, or is asked for.`;

async function passwordGiven(): Promise<string> {
  if (process.env.PASSWORD !== undefined) return process.env.PASSWORD;
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const password = await ask.question('Password: ');
  ask.close();
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

async function create(): Promise<void> {
  const { values, positionals } = argumentsGiven();
  if (positionals.join() !== 'create') throw new StartProblem(usage);
  const { email = '', name = '', role = '' } = values;
  const password = await passwordGiven();
  const { url, giveBack } = await borrowDatabase();
  try {
    await migrate(url);
    const client = connect(url);
    const made = await createAccount(client, { email, name, role, password });
    await client.$disconnect();
    if (made.outcome === 'refused') throw new StartProblem(`--${made.field}: ${made.reason.en}`);
    process.stdout.write(`${email} may sign in now, as ${role}.\n`);
  } finally {
    await giveBack();
  }
}

try {
  await create();
} catch (error) {
  giveUp(error);
}
