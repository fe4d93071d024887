import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Transaction } from '@/database/client';
import { Prisma, type PrismaClient } from '@/database/generated/client';
import type { Bilingual } from '@/domain/bilingual';
import { passwordReasons, type Weakness, weaknessOf } from '@/domain/password';
import { type Role, roles } from '@/domain/role';
import { type By, logSecurity } from './security-log';

/** What an account needs. */
export interface NewAccount {
  email: string;
  name: string;
  password: string;
  role: Role;
}

export type AccountField = keyof NewAccount;

/** The new account's id, or the field that was wrong and why. */
export type AccountCreation = { outcome: 'created'; id: number } | AccountRefusal;

/** `weakness`: why a password is refused. */
export interface AccountRefusal {
  outcome: 'refused';
  field: AccountField;
  reason: Bilingual;
  weakness?: Weakness;
}

/** An e-mail address as accounts have it. */
export const emailSchema = z
  .email()
  .max(200)
  .transform((email) => email.toLowerCase());

const schema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(100),
  password: z.string(),
  role: z.enum(roles),
});

const reasons: Readonly<Record<Exclude<AccountField, 'password'>, Bilingual>> = {
  email: { zh: '请填写有效的邮箱', en: 'Enter a valid e-mail address.' },
  name: { zh: '请填写姓名，不超过 100 个字', en: 'Enter a name of at most 100 characters.' },
  role: { zh: `角色只能是 ${roles.join('、')}`, en: `A role is one of ${roles.join(', ')}.` },
};

/** A refusal of a password that is too weak for this account; null where it is good. */
export function refusedPassword(
  password: string,
  holder: { email: string; name: string },
): AccountRefusal | null {
  const weakness = weaknessOf(password, holder);
  if (weakness === null) return null;
  return { outcome: 'refused', field: 'password', reason: passwordReasons[weakness], weakness };
}

const taken = (email: string): AccountRefusal => ({
  outcome: 'refused',
  field: 'email',
  reason: { zh: `${email} 已有账号`, en: `There is an account with ${email} already.` },
});

/** Makes an account with a password. Nothing is written where something is wrong. */
export async function createAccount(
  client: PrismaClient | Transaction,
  wanted: Record<AccountField, string>,
  by: By = {},
): Promise<AccountCreation> {
  const parsed = schema.safeParse(wanted);
  if (!parsed.success) {
    const field = (parsed.error.issues[0]?.path[0] ?? 'email') as keyof typeof reasons;
    return { outcome: 'refused', field, reason: reasons[field] };
  }
  const { email, name, password, role } = parsed.data;
  const weak = refusedPassword(password, { email, name });
  if (weak) return weak;
  // Also because a refusal by the database would end the transaction that this may be part of.
  if (await client.user.findUnique({ where: { email } })) return taken(email);
  const hash = await hashPassword(password);
  try {
    const user = await client.user.create({ data: { email, name, role, emailVerified: true } });
    // better-auth keeps a password with an account of the provider "credential", named by the user's id.
    await client.account.create({
      data: { userId: user.id, providerId: 'credential', accountId: String(user.id), password: hash },
    });
    await logSecurity(client, { kind: 'account-made', accountId: user.id, by, detail: role });
    return { outcome: 'created', id: user.id };
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    return taken(email);
  }
}
