import { changeRole, removeAccount } from '@/accounts/account-changes';
import { createAccount } from '@/accounts/new-account';
import { clients } from '@/database/client';
import { answerFormOf, sentOn } from '../../form-request';

/** Makes an account (`do=create`), gives one another role (`do=role`), or removes one (`do=remove`). */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'administer', async ({ lang, field }, person) => {
    const { current } = clients();
    const back = (said: string) => sentOn(lang, `/editor/accounts?said=${said}`);
    const id = Number(field('id')) || 0;
    if (field('do') === 'role') return back(await changeRole(current, person.id, id, field('role')));
    if (field('do') === 'remove') return back(await removeAccount(current, person.id, id));
    const made = await createAccount(current, {
      email: field('email'),
      name: field('name'),
      password: field('password'),
      role: field('role'),
    });
    return back(made.outcome === 'created' ? 'made' : made.field);
  });
}
