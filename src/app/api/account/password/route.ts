import { auth } from '@/accounts/auth';
import { publicUrl } from '@/linking/public-url';
import { answerFormOf, sentOn } from '../../../form-request';

/** Changes the person's password and ends all other sessions. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }) => {
    const { api } = await auth(publicUrl());
    const answer = await api.changePassword({
      headers: request.headers,
      body: {
        currentPassword: field('current'),
        newPassword: field('password'),
        revokeOtherSessions: true,
      },
      asResponse: true,
    });
    if (answer.ok) return sentOn(lang, '/editor/account?said=changed', answer.headers.getSetCookie());
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    return sentOn(lang, `/editor/account?said=${code === 'INVALID_PASSWORD' ? 'wrong' : 'password'}`);
  });
}
