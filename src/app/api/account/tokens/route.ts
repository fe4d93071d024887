import { revokeToken } from '@/accounts/api-tokens';
import { answerFormOf, clientOf, idOf, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';

/** Revokes one of the person's own tokens. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const by = { id: person.id, address: clientOf(request) };
    await revokeToken(clients().current, idOf(field('token')), person.id, by);
    return sentOn(lang, '/editor/account?said=changed');
  });
}
