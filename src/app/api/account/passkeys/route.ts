import { clients } from '@/database/client';
import { answerFormOf, sentOn } from '../../../form-request';

/** Removes one of the person's passkeys. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const id = Number(field('passkey')) || 0;
    await clients().current.passkey.deleteMany({ where: { id, userId: person.id } });
    return sentOn(lang, '/editor/account?said=changed');
  });
}
