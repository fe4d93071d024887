import { tokensInUse } from '@/accounts/api-tokens';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { openSessions, passkeysOf } from '@/database/queries/accounts';
import type { Lang } from '@/domain/bilingual';
import { longestPassword, shortestPassword } from '@/domain/password';
import { accountOutcomes, accountWords, roleNames } from '@/i18n/accounts';
import { deskWords } from '@/i18n/desk';
import { programWords, scopeNames } from '@/i18n/programs';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { Section } from '@/ui/section';
import { PasskeyButton } from '../../sign-in/passkey-button';
import { shownTime } from '../shown-time';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { account, sessionsNote } = accountWords[lang];
  return pageMetadata({
    lang,
    path: '/editor/account',
    title: account,
    description: sessionsNote,
    hidden: true,
  });
});

/** One's own account: devices that are signed in, passkeys, tokens, password. */
export default pageInLanguage(async function AccountPage({ lang, searchParams }) {
  const person = await personWho('propose', lang, '/editor/account');
  const { current } = clients();
  const [sessions, keys, tokens] = await Promise.all([
    openSessions(current, person.id),
    passkeysOf(current, person.id),
    tokensInUse(current, person.id),
  ]);
  const words = accountWords[lang];
  const said = searchOf(await searchParams).get('said') ?? '';
  return (
    <Page
      lang={lang}
      path="/editor/account"
      title={words.account}
      description={`${person.name} · ${person.email} · ${roleNames[person.role][lang]}`}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
    >
      <Said>{accountOutcomes[said]?.[lang]}</Said>
      <Section id="sessions" title={words.sessions}>
        <p className="text-muted text-small">{words.sessionsNote}</p>
        <ul className="max-w-text">
          {sessions.map((session) => {
            const own = session.token === person.session;
            return (
              <li key={session.id} className="flex flex-wrap items-center gap-x-4 border-rule border-b py-2">
                <span className="grow">
                  {deviceOf(session.userAgent)}
                  {own ? ` (${words.thisOne})` : ''}
                  <span className="block text-muted text-small">
                    {words.seen} {shownTime(session.updatedAt, lang)} · {words.since}{' '}
                    {shownTime(session.createdAt, lang)}
                  </span>
                </span>
                {own ? null : (
                  <PostButton
                    lang={lang}
                    action="/api/account/sessions"
                    name="session"
                    value={String(session.id)}
                  >
                    {words.end}
                  </PostButton>
                )}
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 ? (
          <div className="mt-3">
            <PostButton lang={lang} action="/api/account/sessions" name="session" value="others">
              {words.endOthers}
            </PostButton>
          </div>
        ) : null}
      </Section>
      <Section id="passkeys" title={words.passkeys}>
        <p className="text-muted text-small">{words.passkeysNote}</p>
        {keys.length === 0 ? <p>{words.noPasskeys}</p> : null}
        <ul className="max-w-text">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 border-rule border-b py-2">
              <span className="grow">
                {key.name ?? words.passkeys}
                {key.createdAt ? (
                  <span className="ms-3 text-muted text-small">{shownTime(key.createdAt, lang)}</span>
                ) : null}
              </span>
              <PostButton lang={lang} action="/api/account/passkeys" name="passkey" value={String(key.id)}>
                {words.remove}
              </PostButton>
            </li>
          ))}
        </ul>
        <p className="form-do">
          <PasskeyButton lang={lang} />
        </p>
      </Section>
      {tokens.length === 0 ? null : (
        <Section id="tokens" title={programWords[lang].tokens}>
          <p className="text-muted text-small">{words.tokensNote}</p>
          <ul className="max-w-text">
            {tokens.map(({ id, name, scope, expires }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 border-rule border-b py-2">
                <span className="grow">
                  {name}
                  <span className="block text-muted text-small">
                    {scopeNames[scope as keyof typeof scopeNames]?.[lang]} · {programWords[lang].expires}{' '}
                    {shownTime(expires, lang)}
                  </span>
                </span>
                <PostButton lang={lang} action="/api/account/tokens" name="token" value={String(id)}>
                  {`${programWords[lang].revoke} ${name}`}
                </PostButton>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="password" title={words.changePassword}>
        <form className="form" method="post" action="/api/account/password">
          <input type="hidden" name="lang" value={lang} />
          <Field id="current" label={words.currentPassword}>
            <input id="current" name="current" type="password" required autoComplete="current-password" />
          </Field>
          <Field id="new" label={words.newPassword} hint={words.passwordHint(shortestPassword)}>
            <input
              id="new"
              name="password"
              type="password"
              required
              autoComplete="new-password"
              minLength={shortestPassword}
              maxLength={longestPassword}
              aria-describedby="new-hint"
            />
          </Field>
          <div className="form-do">
            <button type="submit" className="button">
              {words.changePassword}
            </button>
          </div>
        </form>
      </Section>
    </Page>
  );
});

type ButtonProps = { lang: Lang; action: string; name: string; value: string; children: string };

function PostButton({ lang, action, name, value, children }: ButtonProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="lang" value={lang} />
      <button type="submit" className="button" name={name} value={value}>
        {children}
      </button>
    </form>
  );
}

/** Browser and system, as far as the browser says. */
function deviceOf(userAgent: string | null): string {
  const browser = /Edg|Firefox|Chrome|Safari/.exec(userAgent ?? '')?.[0]?.replace('Edg', 'Edge');
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(userAgent ?? '')?.[0];
  return [browser, system].filter(Boolean).join(' · ') || '?';
}
