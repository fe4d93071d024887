import { redeemLink } from '@/accounts/account-links';
import { clients } from '@/database/client';
import { answerForm, clientOf, sentOn } from '../../form-request';
import { saidOf } from '../accounts/said';

/** Uses up a link that works once: makes the account that it invites to, or gives one another password. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang, field }) => {
    const token = field('token');
    const chosen = { name: field('name'), password: field('password') };
    const done = await redeemLink(clients().current, token, chosen, clientOf(request));
    if (done?.outcome === 'created') return sentOn(lang, '/sign-in?said=set');
    const said = done === null ? '' : `&said=${saidOf(done)}`;
    return sentOn(lang, `/set-password?token=${encodeURIComponent(token)}${said}`);
  });
}
