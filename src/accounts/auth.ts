import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { clients } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { shortestPassword } from '@/domain/password';
import { rememberFor } from '@/domain/remember';
import { roles } from '@/domain/role';
import { authSecret } from './secret';

const day = 24 * 60 * 60;
/** The header in which the front names the address that a request came from. */
export const clientAddressHeader = 'x-client-address';

function makeAuth(client: PrismaClient, secret: string, site: string) {
  const { hostname } = new URL(site);
  return betterAuth({
    appName: 'AI Landscape',
    baseURL: site,
    secret,
    telemetry: { enabled: false },
    database: prismaAdapter(client, { provider: 'postgresql' }),
    // Accounts are made by an admin, the set-up link or the command line; nobody signs up by themselves.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      revokeSessionsOnPasswordReset: true,
    },
    user: { additionalFields: { role: { type: [...roles], required: true, input: false } } },
    session: { expiresIn: 14 * day, updateAge: day, freshAge: day },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        // Counted by account and address together: see sign-in-tries.ts.
        '/sign-in/email': false,
        '/passkey/*': { window: 60, max: 30 },
      },
    },
    advanced: {
      cookiePrefix: 'landscape',
      database: { generateId: 'serial' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [passkey({ rpID: hostname, rpName: 'AI Landscape', origin: site })],
  });
}

type Auth = ReturnType<typeof makeAuth>;

/** Sign-in and sessions of this site. `site`: its address, without a slash at the end. */
export function auth(site: string): Promise<Auth> {
  const { url, current } = clients();
  const kept = rememberFor('auth', `${url} ${site}`, () => ({ auth: null as Promise<Auth> | null }));
  kept.auth ??= authSecret()
    .then((secret) => makeAuth(current, secret, site))
    .catch((error) => {
      // A database that was away for the first request must not keep everybody out afterwards.
      kept.auth = null;
      throw error;
    });
  return kept.auth;
}
