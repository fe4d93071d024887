import { auth } from '@/accounts/auth';
import { publicUrl } from '@/linking/public-url';
import { refused } from '../../../form-request';

/** What our pages ask of better-auth. It has many more doors: for those there are forms of ours, or nobody needs them. */
const open: Readonly<Record<string, string>> = {
  '/api/auth/passkey/generate-register-options': 'GET',
  '/api/auth/passkey/verify-registration': 'POST',
  '/api/auth/passkey/generate-authenticate-options': 'GET',
  '/api/auth/passkey/verify-authentication': 'POST',
};

/** Passkeys, as better-auth's own client in the browser asks for them. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!Object.hasOwn(open, pathname) || open[pathname] !== request.method)
    return refused(404, 'There is nothing here.');
  const { handler } = await auth(publicUrl());
  const answered = await handler(request);
  answered.headers.set('Cache-Control', 'no-store');
  return answered;
}

export { answer as GET, answer as POST };
