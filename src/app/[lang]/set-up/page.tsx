import { setUpTokenIsGood } from '@/accounts/set-up-link';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { clients } from '@/database/client';
import { longestPassword, shortestPassword } from '@/domain/password';
import { accountOutcomes, accountWords } from '@/i18n/accounts';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { searchOf } from '../../page-query';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { setUp, setUpFor } = accountWords[lang];
  return pageMetadata({ lang, path: '/set-up', title: setUp, description: setUpFor, hidden: true });
});

/** The page of the link that the first start prints: makes the first admin. */
export default pageInLanguage(async function SetUpPage({ lang, searchParams }) {
  const search = searchOf(await searchParams);
  const token = search.get('token') ?? '';
  const words = accountWords[lang];
  const good = await setUpTokenIsGood(clients().current, token);
  return (
    <Page
      lang={lang}
      path="/set-up"
      title={words.setUp}
      description={good ? words.setUpFor : words.setUpUsed}
      steps={[]}
    >
      <Said>{accountOutcomes[search.get('said') ?? '']?.[lang]}</Said>
      {good ? (
        <form className="form" method="post" action="/api/set-up">
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="token" value={token} />
          <Field id="name" label={words.name}>
            <input id="name" name="name" required autoComplete="name" maxLength={100} />
          </Field>
          <Field id="email" label={words.email}>
            <input id="email" name="email" type="email" required autoComplete="username" maxLength={200} />
          </Field>
          <Field id="password" label={words.password} hint={words.passwordHint(shortestPassword)}>
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
              {words.create}
            </button>
          </div>
        </form>
      ) : null}
    </Page>
  );
});
