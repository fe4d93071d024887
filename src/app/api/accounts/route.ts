import { changeRole, endsWithAccount, removeAccount } from '@/accounts/account-changes';
import { invitationDays, invite, type MadeLink, makeResetLink, revokeLink } from '@/accounts/account-links';
import { createAccount } from '@/accounts/new-account';
import { clients } from '@/database/client';
import { publicUrl } from '@/linking/public-url';
import { answerFormOf, clientOf, idOf, sentOn } from '../../form-request';
import { showOnce } from '../../shown-once';
import { saidOf } from './said';

/**
 * Invites somebody (`do=invite`), makes a link for another password (`reset`), takes a link back (`revoke`), makes an account
 * (`create`), gives one another role (`role`), or removes one (`remove`), which asks first: only with the account's e-mail
 * address in `sure` is it done.
 */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'administer', async ({ lang, field }, person) => {
    const { current } = clients();
    const [id, address] = [idOf(field('id')), clientOf(request)];
    const back = (said: string, cookies: readonly string[] = []) =>
      sentOn(lang, `/editor/accounts?said=${said}`, cookies);
    const withLink = (made: MadeLink, said: string) =>
      'refused' in made
        ? back(made.refused)
        : back(said, [showOnce('link', made.token, publicUrl().startsWith('https:'))]);
    switch (field('do')) {
      case 'invite': {
        const days = field('days') === '' ? invitationDays[0] : Number(field('days'));
        const wanted = { email: field('email'), role: field('role'), days };
        return withLink(await invite(current, person.id, wanted, address), 'invited');
      }
      case 'reset':
        return withLink(await makeResetLink(current, person.id, id, address), 'reset');
      case 'revoke':
        return back((await revokeLink(current, person.id, id, address)) ? 'revoked' : 'no-link');
      case 'role':
        return back(await changeRole(current, person.id, id, field('role'), address));
      case 'remove': {
        if (id === person.id) return back('own');
        const account = await endsWithAccount(current, id);
        if (account === null) return back('missing');
        if (field('sure') !== account.email) return sentOn(lang, `/editor/accounts/remove?id=${id}`);
        return back(await removeAccount(current, person.id, id, address));
      }
    }
    const wanted = {
      email: field('email'),
      name: field('name'),
      password: field('password'),
      role: field('role'),
    };
    const made = await createAccount(current, wanted, { id: person.id, address });
    return back(made.outcome === 'created' ? 'made' : saidOf(made));
  });
}
