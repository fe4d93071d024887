import type { PrismaClient } from '../generated/client';

/** Everybody with an account, oldest first. */
export async function allAccounts(client: PrismaClient) {
  return client.user.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, name: true, email: true, role: true, createdAt: true },
  });
}

/** The sessions of a person that have not expired, newest use first. */
export async function openSessions(client: PrismaClient, userId: number) {
  return client.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: 'desc' },
    select: { id: true, token: true, userAgent: true, createdAt: true, updatedAt: true },
  });
}

/** The passkeys of a person, oldest first. */
export async function passkeysOf(client: PrismaClient, userId: number) {
  return client.passkey.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, createdAt: true },
  });
}
