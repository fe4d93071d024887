import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PrismaClient } from '@/database/generated/client';
import { type AccountCreation, type AccountField, createAccount } from './new-account';

const name = 'set-up';
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/**
 * The token of a link with which the first admin makes an account; null where there is an account already. Each call
 * makes the link before it worthless. Only its hash is stored.
 */
export async function newSetUpToken(client: PrismaClient): Promise<string | null> {
  if ((await client.user.count()) > 0) return null;
  const token = randomBytes(18).toString('base64url');
  const value = hashOf(token);
  await client.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
  return token;
}

/** Does the token open the set-up page? */
export async function setUpTokenIsGood(client: PrismaClient, token: string): Promise<boolean> {
  const setting = await client.setting.findUnique({ where: { name } });
  if (!setting) return false;
  const [given, wanted] = [Buffer.from(hashOf(token)), Buffer.from(setting.value)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Makes the first admin and uses the token up; `null` where the token is not good. */
export async function redeemSetUpToken(
  client: PrismaClient,
  token: string,
  wanted: Record<Exclude<AccountField, 'role'>, string>,
  address?: string,
): Promise<AccountCreation | null> {
  if (!(await setUpTokenIsGood(client, token))) return null;
  return client.$transaction(async (db) => {
    // Whoever deletes the row has it to themselves: of two who redeem at once, one finds nothing to delete.
    const { count } = await db.setting.deleteMany({ where: { name, value: hashOf(token) } });
    if (count === 0) return null;
    const made = await createAccount(db, { ...wanted, role: 'admin' }, { address });
    if (made.outcome === 'refused') await db.setting.create({ data: { name, value: hashOf(token) } });
    return made;
  });
}
