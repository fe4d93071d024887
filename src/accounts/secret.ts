import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '@/database/generated/client';

/**
 * The secret that signs session cookies: `AUTH_SECRET`, or one that the first process makes and all processes of the
 * site share through the database.
 */
export async function authSecret(client: PrismaClient): Promise<string> {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const made = randomBytes(32).toString('base64url');
  const rows = await client.$queryRaw<{ value: string }[]>`
    INSERT INTO setting (name, value) VALUES ('auth-secret', ${made})
    ON CONFLICT (name) DO UPDATE SET value = setting.value RETURNING value`;
  return rows[0]?.value ?? made;
}
