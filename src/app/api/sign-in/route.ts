import { auth } from '@/accounts/auth';
import { emailSchema } from '@/accounts/new-account';
import { logSecurity } from '@/accounts/security-log';
import { maySignIn, wasRight } from '@/accounts/sign-in-tries';
import { clients } from '@/database/client';
import type { SecurityKind } from '@/domain/security-line';
import { publicUrl } from '@/linking/public-url';
import { answerForm, clientOf, ownPath, sentOn } from '../../form-request';

/** Signs in with e-mail and password from a plain form; wrong and too frequent tries lead back to it. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang, field }) => {
    const { current } = clients();
    const [site, address, next] = [publicUrl(), clientOf(request), ownPath(field('next'))];
    const email = field('email').trim().toLowerCase();
    const back = (said: string) => sentOn(lang, `/sign-in?said=${said}&next=${encodeURIComponent(next)}`);
    const note = async (kind: SecurityKind) => {
      const user = await current.user.findUnique({ where: { email }, select: { id: true } });
      // Some type their password where the address belongs: what is no address is not kept.
      const account = emailSchema.safeParse(email).success ? email : undefined;
      const by = { address, ...(kind === 'signed-in' && user ? { id: user.id } : {}) };
      await logSecurity(current, { kind, accountId: user?.id, account, by });
    };
    const permission = await maySignIn(current, email, address);
    if (!permission.granted) {
      if (permission.first) await note('sign-in-refused');
      return back('too-often');
    }
    const { handler } = await auth(site);
    const answer = await handler(
      new Request(`${site}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: site,
          'x-client-address': address,
          'user-agent': request.headers.get('user-agent') ?? '',
        },
        body: JSON.stringify({ email, password: field('password') }),
      }),
    );
    if (answer.ok) {
      await wasRight(current, email, address, permission.counted);
      await note('signed-in');
      return sentOn(lang, next, answer.headers.getSetCookie());
    }
    if (answer.status >= 500) throw new Error(`signing in was answered with ${answer.status}`);
    await note('sign-in-failed');
    return back('wrong');
  });
}
