import { cookies } from 'next/headers';
import { openLinks } from '@/accounts/account-links';
import { isRemoved } from '@/accounts/removed-account';
import { idOf } from '@/app/form-request';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { shownOnce } from '@/app/shown-once';
import { clients } from '@/database/client';
import { allAccounts } from '@/database/queries/accounts';
import { longestPassword, shortestPassword } from '@/domain/password';
import { isRole, roles } from '@/domain/role';
import { accountOutcomes, accountWords, roleNames } from '@/i18n/accounts';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';
import { Disclosure } from '@/ui/disclosure';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { shownTime } from '../shown-time';
import { Links } from './links';
import { SecurityLog } from './security-log';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { accounts, accountsNote } = accountWords[lang];
  return pageMetadata({
    lang,
    path: '/editor/accounts',
    title: accounts,
    description: accountsNote,
    hidden: true,
  });
});

/** The admin's page: who has an account, and with which role; whom to invite; what happened to accounts. */
export default pageInLanguage(async function AccountsPage({ lang, searchParams }) {
  const person = await personWho('administer', lang, '/editor/accounts');
  const { current } = clients();
  const [accounts, links] = await Promise.all([allAccounts(current), openLinks(current)]);
  const words = accountWords[lang];
  const search = searchOf(await searchParams);
  const said = search.get('said') ?? '';
  const made =
    said === 'invited' || said === 'reset' ? (await cookies()).get(shownOnce.link)?.value : undefined;
  return (
    <Page
      lang={lang}
      path="/editor/accounts"
      title={words.accounts}
      description={words.accountsNote}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
    >
      <Said>{accountOutcomes[said]?.[lang]}</Said>
      {made === undefined ? null : (
        <p className="mb-6">
          {words.newLink}{' '}
          <code className="break-all">
            {`${publicUrl()}${href(lang, `/set-password?token=${encodeURIComponent(made)}`)}`}
          </code>
        </p>
      )}
      <ul className="mb-10 max-w-text">
        {accounts.map((account) => {
          const gone = isRemoved(account);
          return (
            <li
              key={account.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-2"
            >
              <span className="grow">
                {account.name}
                <span className="block text-muted text-small">
                  {gone ? words.removed : account.email} · {words.created}{' '}
                  {shownTime(account.createdAt, lang)}
                </span>
              </span>
              {gone || account.id === person.id || !isRole(account.role) ? (
                <span>{gone || !isRole(account.role) ? '' : roleNames[account.role][lang]}</span>
              ) : (
                <form method="post" action="/api/accounts" className="flex flex-wrap items-center gap-2">
                  <input type="hidden" name="lang" value={lang} />
                  <input type="hidden" name="id" value={account.id} />
                  <select
                    name="role"
                    defaultValue={account.role}
                    aria-label={`${words.role}: ${account.name}`}
                  >
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {roleNames[role][lang]}
                      </option>
                    ))}
                  </select>
                  <button type="submit" className="button" name="do" value="role">
                    {words.changeRole}
                  </button>
                  <button type="submit" className="button" name="do" value="reset">
                    {words.resetDo}
                  </button>
                  <a
                    className="button"
                    href={href(lang, `/editor/accounts/remove?id=${account.id}`)}
                    aria-label={`${words.remove}: ${account.name}`}
                  >
                    {words.remove}
                  </a>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      <Links lang={lang} links={links} />
      <div className="mt-6 mb-10">
        <Disclosure summary={words.createHere}>
          <form className="form" method="post" action="/api/accounts">
            <input type="hidden" name="lang" value={lang} />
            <input type="hidden" name="do" value="create" />
            <Field id="name" label={words.name}>
              <input id="name" name="name" required maxLength={100} autoComplete="off" />
            </Field>
            <Field id="email" label={words.email}>
              <input id="email" name="email" type="email" required maxLength={200} autoComplete="off" />
            </Field>
            <Field id="password" label={words.password} hint={words.passwordHint(shortestPassword)}>
              <input
                id="password"
                name="password"
                type="password"
                required
                minLength={shortestPassword}
                maxLength={longestPassword}
                autoComplete="new-password"
                aria-describedby="password-hint"
              />
            </Field>
            <Field id="role" label={words.role}>
              <select id="role" name="role" defaultValue="editor">
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {roleNames[role][lang]}
                  </option>
                ))}
              </select>
            </Field>
            <div className="form-do">
              <button type="submit" className="button">
                {words.create}
              </button>
            </div>
          </form>
        </Disclosure>
      </div>
      <SecurityLog lang={lang} before={idOf(search.get('before') ?? '') || null} />
    </Page>
  );
});
