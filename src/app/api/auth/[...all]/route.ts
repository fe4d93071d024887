import { auth } from '@/accounts/auth';
import { logSecurity } from '@/accounts/security-log';
import { clientOf, refused } from '@/app/form-request';
import { clients } from '@/database/client';
import { publicUrl } from '@/linking/public-url';

/** What our pages ask of better-auth. It has many more doors: for those there are forms of ours, or nobody needs them. */
const open: Readonly<Record<string, string>> = {
  '/api/auth/passkey/generate-register-options': 'GET',
  '/api/auth/passkey/verify-registration': 'POST',
  '/api/auth/passkey/generate-authenticate-options': 'GET',
  '/api/auth/passkey/verify-authentication': 'POST',
};

/** Tells the log of the accounts who came by a passkey, and who added one. */
async function note(request: Request, pathname: string, answered: Response): Promise<void> {
  const by = { address: clientOf(request) };
  const said = (await answered
    .clone()
    .json()
    .catch(() => null)) as { userId?: unknown; user?: { id?: unknown } } | null;
  const accountId = Number(said?.user?.id ?? said?.userId) || undefined;
  const own = accountId === undefined ? by : { ...by, id: accountId };
  const db = clients().current;
  if (pathname.endsWith('/verify-registration') && answered.ok)
    await logSecurity(db, { kind: 'passkey-added', accountId, by: own });
  if (!pathname.endsWith('/verify-authentication')) return;
  const detail = 'passkey';
  if (answered.ok) await logSecurity(db, { kind: 'signed-in', accountId, by: own, detail });
  else if (answered.status === 401) await logSecurity(db, { kind: 'sign-in-failed', by, detail });
}

/** Passkeys, as better-auth's own client in the browser asks for them. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!Object.hasOwn(open, pathname) || open[pathname] !== request.method)
    return refused(404, 'There is nothing here.');
  const { handler } = await auth(publicUrl());
  const answered = await handler(request);
  await note(request, pathname, answered);
  answered.headers.set('Cache-Control', 'no-store');
  return answered;
}

export { answer as GET, answer as POST };
