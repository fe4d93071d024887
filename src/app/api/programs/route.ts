import { createToken, revokeToken } from '@/accounts/api-tokens';
import { clients } from '@/database/client';
import { addWebhook, removeWebhook, retryDelivery } from '@/editorial/webhooks';
import { publicUrl } from '@/linking/public-url';
import { answerFormOf, clientOf, idOf, sentOn } from '../../form-request';
import { showOnce } from '../../shown-once';

/** Makes and revokes tokens, adds and removes webhooks, tries deliveries again. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'administer', async ({ lang, field }, person) => {
    const { current } = clients();
    const back = (said: string, cookies: readonly string[] = []) =>
      sentOn(lang, `/editor/programs?said=${said}`, cookies);
    const id = idOf(field('id'));
    const address = clientOf(request);
    switch (field('do')) {
      case 'make': {
        const wanted = {
          name: field('name'),
          scope: field('scope'),
          ...(field('days') === '' ? {} : { days: Number(field('days')) }),
        };
        const token = await createToken(current, person.id, wanted, address);
        if (token === null) return back('name');
        return back('made', [showOnce('token', token, publicUrl().startsWith('https:'))]);
      }
      case 'revoke':
        await revokeToken(current, id, undefined, { id: person.id, address });
        return back('revoked');
      case 'add':
        return back((await addWebhook(current, field('url'))) === null ? 'address' : 'added');
      case 'remove':
        await removeWebhook(current, id);
        return back('removed');
      case 'retry':
        await retryDelivery(current, id);
        return back('retried');
    }
    return sentOn(lang, '/editor/programs');
  });
}
