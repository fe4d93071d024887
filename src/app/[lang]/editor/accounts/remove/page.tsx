import { endsWithAccount } from '@/accounts/account-changes';
import { idOf } from '@/app/form-request';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { isRole } from '@/domain/role';
import { accountOutcomes, accountWords, roleNames } from '@/i18n/accounts';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { Page } from '@/ui/page';

const path = '/editor/accounts/remove';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { removeSure, removeNote } = accountWords[lang];
  return pageMetadata({ lang, path, title: removeSure, description: removeNote, hidden: true });
});

/** Asks whether an account is to be removed, and says what ends with it. */
export default pageInLanguage(async function RemoveAccountPage({ lang, searchParams }) {
  const id = idOf(searchOf(await searchParams).get('id') ?? '');
  const asked = `${path}?id=${id}`;
  const person = await personWho('administer', lang, asked);
  const account = id === person.id ? null : await endsWithAccount(clients().current, id);
  const words = accountWords[lang];
  const steps = [
    { label: deskWords[lang].title, path: '/editor' },
    { label: words.accounts, path: '/editor/accounts' },
  ];
  if (account === null)
    return (
      <Page
        lang={lang}
        path={asked}
        title={words.removeSure}
        description={accountOutcomes[id === person.id ? 'own' : 'missing']?.[lang] ?? ''}
        steps={steps}
      >
        <p>
          <a href={href(lang, '/editor/accounts')}>{words.accounts}</a>
        </p>
      </Page>
    );
  const { name, email, role, ends } = account;
  const ending = [
    [ends.sessions, words.sessionsEnd],
    [ends.passkeys, words.passkeysEnd],
    [ends.tokens, words.tokensEnd],
    [ends.drafts, words.draftsEnd],
    [ends.links, words.linksEnd],
  ] as const;
  return (
    <Page
      lang={lang}
      path={asked}
      title={words.removeTitle(name)}
      description={`${email}${isRole(role) ? ` · ${roleNames[role][lang]}` : ''}`}
      steps={steps}
    >
      <p className="max-w-text">{words.removeNote}</p>
      <p className="mt-4">{words.removeEnds}</p>
      <ul className="mb-6 list-disc ps-6">
        {ending.map(([count, say]) => (
          <li key={say(0)}>{say(count)}</li>
        ))}
      </ul>
      <form method="post" action="/api/accounts" className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="sure" value={email} />
        <button type="submit" className="button" name="do" value="remove">
          {words.removeSure}
        </button>
        <a href={href(lang, '/editor/accounts')}>{words.keep}</a>
      </form>
    </Page>
  );
});
