import { redeemSetUpToken } from '@/accounts/set-up-link';
import { clients } from '@/database/client';
import { answerForm, clientOf, sentOn } from '../../form-request';
import { saidOf } from '../accounts/said';

/** Makes the first admin with the link that the first start printed. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang, field }) => {
    const token = field('token');
    const wanted = { email: field('email'), name: field('name'), password: field('password') };
    const made = await redeemSetUpToken(clients().current, token, wanted, clientOf(request));
    if (made?.outcome === 'created') return sentOn(lang, '/sign-in?said=made');
    const said = made === null ? '' : `&said=${saidOf(made)}`;
    return sentOn(lang, `/set-up?token=${encodeURIComponent(token)}${said}`);
  });
}
