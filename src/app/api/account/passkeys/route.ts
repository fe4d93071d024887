import { logSecurity } from '@/accounts/security-log';
import { answerFormOf, clientOf, idOf, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';

/** Removes one of the person's passkeys. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    await clients().current.$transaction(async (db) => {
      const own = { id: idOf(field('passkey')), userId: person.id };
      const { count } = await db.passkey.deleteMany({ where: own });
      const by = { id: person.id, address: clientOf(request) };
      if (count > 0) await logSecurity(db, { kind: 'passkey-removed', accountId: person.id, by });
    });
    return sentOn(lang, '/editor/account?said=changed');
  });
}
