import { newSetUpToken } from '@/accounts/set-up-link';
import { connect } from '@/database/client';
import { setting } from '@/domain/settings';

/** The line that tells how to make the first account; null where there is one. */
export async function setUpLine(databaseUrl: string, port: number): Promise<string | null> {
  const client = connect(databaseUrl);
  try {
    const token = await newSetUpToken(client);
    if (token === null) return null;
    const site = setting('PUBLIC_URL') ?? `http://localhost:${port}`;
    return `To edit, make the first account here (once): ${site}/set-up?token=${token}\n`;
  } finally {
    await client.$disconnect();
  }
}
