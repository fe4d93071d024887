import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import type { Transaction } from '@/database/client';
import { Prisma, type PrismaClient } from '@/database/generated/client';
import type { Bilingual } from '@/domain/bilingual';
import { type Role, roles } from '@/domain/role';
import { longestPassword, shortestPassword } from './password';

/** What an account needs. */
export interface NewAccount {
  email: string;
  name: string;
  password: string;
  role: Role;
}

export type AccountField = keyof NewAccount;

/** The new account's id, or the field that was wrong and why. */
export type AccountCreation =
  | { outcome: 'created'; id: number }
  | { outcome: 'refused'; field: AccountField; reason: Bilingual };

const schema = z.strictObject({
  email: z
    .email()
    .max(200)
    .transform((email) => email.toLowerCase()),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(shortestPassword).max(longestPassword),
  role: z.enum(roles),
});

const reasons: Readonly<Record<AccountField, Bilingual>> = {
  email: { zh: '请填写有效的邮箱', en: 'Enter a valid e-mail address.' },
  name: { zh: '请填写姓名，不超过 100 个字', en: 'Enter a name of at most 100 characters.' },
  password: {
    zh: `密码至少 ${shortestPassword} 个字符，至多 ${longestPassword} 个`,
    en: `A password has ${shortestPassword} to ${longestPassword} characters.`,
  },
  role: { zh: `角色只能是 ${roles.join('、')}`, en: `A role is one of ${roles.join(', ')}.` },
};

/** Makes an account with a password. Nothing is written where something is wrong. */
export async function createAccount(
  client: PrismaClient | Transaction,
  wanted: Record<AccountField, string>,
): Promise<AccountCreation> {
  const parsed = schema.safeParse(wanted);
  if (!parsed.success) {
    const field = (parsed.error.issues[0]?.path[0] ?? 'email') as AccountField;
    return { outcome: 'refused', field, reason: reasons[field] };
  }
  const { email, name, password, role } = parsed.data;
  const hash = await hashPassword(password);
  try {
    const user = await client.user.create({ data: { email, name, role, emailVerified: true } });
    // better-auth keeps a password with an account of the provider "credential", named by the user's id.
    await client.account.create({
      data: { userId: user.id, providerId: 'credential', accountId: String(user.id), password: hash },
    });
    return { outcome: 'created', id: user.id };
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    const reason = { zh: `${email} 已有账号`, en: `There is an account with ${email} already.` };
    return { outcome: 'refused', field: 'email', reason };
  }
}
