import { invitationDays, type OpenLink } from '@/accounts/account-links';
import type { Lang } from '@/domain/bilingual';
import { roles } from '@/domain/role';
import { accountWords, roleNames } from '@/i18n/accounts';
import { Field } from '@/ui/field';
import { Section } from '@/ui/section';
import { shownTime } from '../shown-time';

/** The form that makes an invitation, and the links that nobody has used yet. */
export function Links({ lang, links }: { lang: Lang; links: readonly OpenLink[] }) {
  const words = accountWords[lang];
  return (
    <>
      <Section id="invite" title={words.invite}>
        <p className="mb-4 max-w-text text-muted text-small">{words.inviteNote}</p>
        <form className="form" method="post" action="/api/accounts">
          <input type="hidden" name="lang" value={lang} />
          <Field id="invited" label={words.email}>
            <input id="invited" name="email" type="email" required maxLength={200} autoComplete="off" />
          </Field>
          <Field id="invited-role" label={words.role}>
            <select id="invited-role" name="role" defaultValue="editor">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleNames[role][lang]}
                </option>
              ))}
            </select>
          </Field>
          <Field id="invited-days" label={words.days}>
            <select id="invited-days" name="days">
              {invitationDays.map((days) => (
                <option key={days} value={days}>
                  {words.day(days)}
                </option>
              ))}
            </select>
          </Field>
          <div className="form-do">
            <button type="submit" className="button" name="do" value="invite">
              {words.inviteDo}
            </button>
          </div>
        </form>
      </Section>
      {links.length === 0 ? null : (
        <Section id="links" title={words.links}>
          <ul className="max-w-text">
            {links.map(({ id, purpose, email, role, maker, expires }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-2">
                <span className="min-w-0 grow break-words">
                  {email}
                  <span className="block text-muted text-small">
                    {words[purpose]}
                    {role === null ? '' : ` · ${roleNames[role][lang]}`} · {words.madeBy} {maker} ·{' '}
                    {words.expires} {shownTime(expires, lang)}
                  </span>
                </span>
                <form method="post" action="/api/accounts">
                  <input type="hidden" name="lang" value={lang} />
                  <input type="hidden" name="id" value={id} />
                  <button
                    type="submit"
                    className="button"
                    name="do"
                    value="revoke"
                    aria-label={`${words.revoke}: ${words[purpose]}, ${email}`}
                  >
                    {words.revoke}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
