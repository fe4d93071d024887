import { auth } from '@/accounts/auth';
import { forgetTriesOfTheFuture } from '@/accounts/tries';
import { clients } from '@/database/client';
import { publicUrl } from '@/linking/public-url';
import { answerForm, ownPath, sentOn } from '../../form-request';

/** Signs in with e-mail and password from a plain form; wrong and too frequent tries lead back to it. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang, field }) => {
    const site = publicUrl();
    const { handler } = await auth(site);
    await forgetTriesOfTheFuture(clients().current);
    // Through better-auth's own door, which counts the tries of each address.
    const answer = await handler(
      new Request(`${site}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: site,
          'x-client-address': request.headers.get('x-client-address') ?? '',
          'user-agent': request.headers.get('user-agent') ?? '',
        },
        body: JSON.stringify({ email: field('email').trim(), password: field('password') }),
      }),
    );
    const next = ownPath(field('next'));
    if (answer.ok) return sentOn(lang, next, answer.headers.getSetCookie());
    const said = answer.status === 429 ? 'too-often' : 'wrong';
    return sentOn(lang, `/sign-in?said=${said}&next=${encodeURIComponent(next)}`);
  });
}
