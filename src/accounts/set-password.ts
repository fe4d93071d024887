import { hashPassword } from 'better-auth/crypto';
import type { Transaction } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { type AccountRefusal, refusedPassword } from './new-account';
import { isRemoved } from './removed-account';
import { type By, logSecurity } from './security-log';
import { forgetSignInTries } from './sign-in-tries';

/**
 * Gives an account the password of this hash: its sessions end, other links for it become worthless, and it may be tried at
 * once, also where too many wrong ones were before.
 */
export async function writePassword(db: Transaction, userId: number, hash: string): Promise<void> {
  const own = { userId, providerId: 'credential' };
  const { count } = await db.account.updateMany({
    where: own,
    data: { password: hash, updatedAt: new Date() },
  });
  // Whoever came by a passkey only may have none yet.
  if (count === 0) await db.account.create({ data: { ...own, accountId: String(userId), password: hash } });
  await db.session.deleteMany({ where: { userId } });
  await db.accountLink.deleteMany({ where: { userId } });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  await forgetSignInTries(db, email);
}

/** Sets the password of the account with this address, as the operator may. `missing`: there is none. */
export async function setPassword(
  client: PrismaClient,
  email: string,
  password: string,
  by: By = {},
): Promise<'set' | 'missing' | AccountRefusal> {
  const user = await client.user.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!user || isRemoved(user)) return 'missing';
  const weak = refusedPassword(password, user);
  if (weak) return weak;
  const hash = await hashPassword(password);
  await client.$transaction(async (db) => {
    await writePassword(db, user.id, hash);
    await logSecurity(db, { kind: 'password-set', accountId: user.id, by });
  });
  return 'set';
}
