import { goodLink } from '@/accounts/account-links';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { clients } from '@/database/client';
import { longestPassword, shortestPassword } from '@/domain/password';
import { accountOutcomes, accountWords, roleNames } from '@/i18n/accounts';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { searchOf } from '../../page-query';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { chooseTitle, signInTo } = accountWords[lang];
  return pageMetadata({
    lang,
    path: '/set-password',
    title: chooseTitle,
    description: signInTo,
    hidden: true,
  });
});

/** The page of a link that works once: makes the account that it invites to, or gives one another password. */
export default pageInLanguage(async function SetPasswordPage({ lang, searchParams }) {
  const search = searchOf(await searchParams);
  const token = search.get('token') ?? '';
  const words = accountWords[lang];
  const link = await goodLink(clients().current, token);
  const description =
    link === null
      ? words.linkUsed
      : link.purpose === 'reset'
        ? words.chooseReset(link.email)
        : words.chooseInvited(link.email, roleNames[link.role][lang]);
  return (
    <Page lang={lang} path="/set-password" title={words.chooseTitle} description={description} steps={[]}>
      {link === null ? null : (
        <>
          <Said>{accountOutcomes[search.get('said') ?? '']?.[lang]}</Said>
          <form className="form" method="post" action="/api/set-password">
            <input type="hidden" name="lang" value={lang} />
            <input type="hidden" name="token" value={token} />
            {/* For the browser's own keeper of passwords. */}
            <input type="email" name="email" value={link.email} autoComplete="username" readOnly hidden />
            {link.purpose === 'invitation' ? (
              <Field id="name" label={words.name}>
                <input id="name" name="name" required autoComplete="name" maxLength={100} />
              </Field>
            ) : null}
            <Field id="password" label={words.newPassword} hint={words.passwordHint(shortestPassword)}>
              <input
                id="password"
                name="password"
                type="password"
                required
                autoComplete="new-password"
                minLength={shortestPassword}
                maxLength={longestPassword}
                aria-describedby="password-hint"
              />
            </Field>
            <div className="form-do">
              <button type="submit" className="button">
                {words.chooseDo}
              </button>
            </div>
          </form>
        </>
      )}
    </Page>
  );
});
