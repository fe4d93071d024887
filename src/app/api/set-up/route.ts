import { redeemSetUpToken } from '@/accounts/set-up-link';
import { clients } from '@/database/client';
import { answerForm, sentOn } from '../../form-request';

/** Makes the first admin with the link that the first start printed. */
export function POST(request: Request): Promise<Response> {
  return answerForm(request, async ({ lang, field }) => {
    const token = field('token');
    const made = await redeemSetUpToken(clients().current, token, {
      email: field('email'),
      name: field('name'),
      password: field('password'),
    });
    if (made?.outcome === 'created') return sentOn(lang, '/sign-in?said=made');
    const said = made === null ? '' : `&said=${made.field}`;
    return sentOn(lang, `/set-up?token=${encodeURIComponent(token)}${said}`);
  });
}
