import { revokeToken } from '@/accounts/api-tokens';
import { clients } from '@/database/client';
import { answerFormOf, sentOn } from '../../../form-request';

/** Revokes one of the person's own tokens. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const id = Number(field('token'));
    if (Number.isSafeInteger(id) && id > 0 && id < 2 ** 31)
      await revokeToken(clients().current, id, person.id);
    return sentOn(lang, '/editor/account?said=changed');
  });
}
