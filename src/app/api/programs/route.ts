import { createToken, revokeToken } from '@/accounts/api-tokens';
import { clients } from '@/database/client';
import { addWebhook, removeWebhook, retryDelivery } from '@/editorial/webhooks';
import { publicUrl } from '@/linking/public-url';
import { answerFormOf, sentOn } from '../../form-request';
import { madeToken } from './made-token';

const largestId = 2 ** 31 - 1;

/** Makes and revokes tokens, adds and removes webhooks, tries deliveries again. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'administer', async ({ lang, field }, person) => {
    const { current } = clients();
    const back = (said: string, cookies: readonly string[] = []) =>
      sentOn(lang, `/editor/programs?said=${said}`, cookies);
    const asked = Number(field('id'));
    const id = Number.isSafeInteger(asked) && asked > 0 && asked <= largestId ? asked : 0;
    switch (field('do')) {
      case 'make': {
        const token = await createToken(current, person.id, {
          name: field('name'),
          scope: field('scope'),
          ...(field('days') === '' ? {} : { days: Number(field('days')) }),
        });
        if (token === null) return back('name');
        return back('made', [madeToken(token, publicUrl().startsWith('https:'))]);
      }
      case 'revoke':
        await revokeToken(current, id);
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
