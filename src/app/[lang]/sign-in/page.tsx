import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { accountOutcomes, accountWords } from '@/i18n/accounts';
import { href } from '@/i18n/href';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { ownPath } from '../../form-request';
import { searchOf } from '../../page-query';
import { PasskeyButton } from './passkey-button';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const words = accountWords[lang];
  return pageMetadata({
    lang,
    path: '/sign-in',
    title: words.signIn,
    description: words.signInTo,
    hidden: true,
  });
});

/** Signing in, with a password or a passkey. */
export default pageInLanguage(async function SignInPage({ lang, searchParams }) {
  const search = searchOf(await searchParams);
  const words = accountWords[lang];
  const next = ownPath(search.get('next') ?? '');
  return (
    <Page lang={lang} path="/sign-in" title={words.signIn} description={words.signInTo} steps={[]}>
      <Said>{accountOutcomes[search.get('said') ?? '']?.[lang]}</Said>
      <form className="form" method="post" action="/api/sign-in">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="next" value={next} />
        <Field id="email" label={words.email}>
          <input
            id="email"
            name="email"
            type="email"
            required
            autoComplete="username webauthn"
            maxLength={200}
          />
        </Field>
        <Field id="password" label={words.password}>
          <input
            id="password"
            name="password"
            type="password"
            required
            autoComplete="current-password"
            maxLength={128}
          />
        </Field>
        <div className="form-do">
          <button type="submit" className="button">
            {words.signIn}
          </button>
          <PasskeyButton lang={lang} next={href(lang, next)} />
        </div>
      </form>
      <p className="mt-6 max-w-text text-muted text-small">{words.forgotten}</p>
    </Page>
  );
});
