import { auth } from '@/accounts/auth';
import { publicUrl } from '@/linking/public-url';
import { answerForm, sentOn } from '../../form-request';

/** Ends the session of this browser. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang }) => {
    const { api } = await auth(publicUrl());
    const answer = await api.signOut({ headers: request.headers, asResponse: true });
    return sentOn(lang, '/', answer.headers.getSetCookie());
  });
}
