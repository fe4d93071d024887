import { auth } from '@/accounts/auth';
import { publicUrl } from '@/linking/public-url';

/** Passkeys and sessions, as better-auth's own client in the browser asks for them. */
async function answer(request: Request): Promise<Response> {
  const { handler } = await auth(publicUrl());
  return handler(request);
}

export { answer as GET, answer as POST };
