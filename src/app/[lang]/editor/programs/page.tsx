import { cookies } from 'next/headers';
import { tokenDays, tokenScopes, tokensInUse } from '@/accounts/api-tokens';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { shownOnce } from '@/app/shown-once';
import { clients } from '@/database/client';
import type { Lang } from '@/domain/bilingual';
import { newestDeliveries, webhooks } from '@/editorial/webhooks';
import { deskWords } from '@/i18n/desk';
import { deliveryStates, programOutcomes, programWords, scopeNames } from '@/i18n/programs';
import { DataTable } from '@/ui/data-table';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { Section } from '@/ui/section';
import { shownTime } from '../shown-time';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = programWords[lang];
  return pageMetadata({ lang, path: '/editor/programs', title, description, hidden: true });
});

function Act({ lang, id, act, label }: { lang: Lang; id: number; act: string; label: string }) {
  return (
    <form method="post" action="/api/programs">
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button" name="do" value={act}>
        {label}
      </button>
    </form>
  );
}

/** The admin's page: tokens with which programs write, and addresses that are told of publications. */
export default pageInLanguage(async function ProgramsPage({ lang, searchParams }) {
  await personWho('administer', lang, '/editor/programs');
  const said = searchOf(await searchParams).get('said') ?? '';
  const words = programWords[lang];
  const made = said === 'made' ? (await cookies()).get(shownOnce.token)?.value : undefined;
  return (
    <Page
      lang={lang}
      path="/editor/programs"
      title={words.title}
      description={words.description}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
    >
      <Said>{programOutcomes[said]?.[lang]}</Said>
      {made === undefined ? null : (
        <p className="mb-6">
          {words.made} <code className="break-all">{made}</code>
        </p>
      )}
      <Tokens lang={lang} />
      <Webhooks lang={lang} />
    </Page>
  );
});

async function Tokens({ lang }: { lang: Lang }) {
  const words = programWords[lang];
  const tokens = await tokensInUse(clients().current);
  return (
    <Section id="tokens" title={words.tokens}>
      <p className="mb-4 max-w-text text-muted">{words.tokensNote}</p>
      {tokens.length === 0 ? <p>{words.none}</p> : null}
      <ul className="mb-6 max-w-text">
        {tokens.map(({ id, name, scope, created, lastUsed, expires, owner }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-2">
            <span className="grow">
              {name}
              <span className="block text-muted text-small">
                {words.owner} {owner.name} ({owner.email})
              </span>
              <span className="block text-muted text-small">
                {scopeNames[scope as keyof typeof scopeNames]?.[lang]} · {words.created}{' '}
                {shownTime(created, lang)} ·{' '}
                {lastUsed === null ? words.never : `${words.lastUsed} ${shownTime(lastUsed, lang)}`} ·{' '}
                {words.expires} {shownTime(expires, lang)}
              </span>
            </span>
            <Act lang={lang} id={id} act="revoke" label={`${words.revoke} ${name}`} />
          </li>
        ))}
      </ul>
      <form className="form" method="post" action="/api/programs">
        <input type="hidden" name="lang" value={lang} />
        <Field id="name" label={words.name}>
          <input id="name" name="name" required maxLength={80} autoComplete="off" />
        </Field>
        <Field id="scope" label={words.scope}>
          <select id="scope" name="scope">
            {tokenScopes.map((scope) => (
              <option key={scope} value={scope}>
                {scopeNames[scope][lang]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="days" label={words.days}>
          <select id="days" name="days">
            {tokenDays.map((days) => (
              <option key={days} value={days}>
                {words.day(days)}
              </option>
            ))}
          </select>
        </Field>
        <div className="form-do">
          <button type="submit" className="button" name="do" value="make">
            {words.make}
          </button>
        </div>
      </form>
    </Section>
  );
}

async function Webhooks({ lang }: { lang: Lang }) {
  const words = programWords[lang];
  const { current } = clients();
  const [addresses, deliveries] = [await webhooks(current), await newestDeliveries(current)];
  return (
    <>
      <Section id="webhooks" title={words.webhooks}>
        <p className="mb-4 max-w-text text-muted">{words.webhooksNote}</p>
        {addresses.length === 0 ? <p>{words.none}</p> : null}
        <ul className="mb-6 max-w-text">
          {addresses.map(({ id, url, secret, created }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b py-2">
              <span className="min-w-0 grow break-all">
                {url}
                <span className="block text-muted text-small">
                  {words.secret} <code>{secret}</code> · {words.created} {shownTime(created, lang)}
                </span>
              </span>
              <Act lang={lang} id={id} act="remove" label={words.remove} />
            </li>
          ))}
        </ul>
        <form className="form" method="post" action="/api/programs">
          <input type="hidden" name="lang" value={lang} />
          <Field id="url" label={words.address}>
            <input id="url" name="url" type="url" required maxLength={2000} autoComplete="off" />
          </Field>
          <div className="form-do">
            <button type="submit" className="button" name="do" value="add">
              {words.add}
            </button>
          </div>
        </form>
      </Section>
      {deliveries.length === 0 ? null : (
        <Section id="deliveries" title={words.deliveries}>
          <DataTable
            caption={words.deliveries}
            captionHidden
            rows={deliveries}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                key: 'edition',
                header: words.edition,
                align: 'end',
                width: '5rem',
                cell: ({ edition }) => edition,
              },
              { key: 'url', header: words.address, cell: ({ url }) => url },
              {
                key: 'state',
                header: words.state,
                width: '7rem',
                cell: ({ state }) => deliveryStates[state]?.[lang] ?? state,
              },
              {
                key: 'attempts',
                header: words.attempts,
                align: 'end',
                width: '5rem',
                cell: ({ attempts }) => attempts,
              },
              {
                key: 'answer',
                header: words.answer,
                cell: ({ status, error }) => error ?? (status === null ? '' : `HTTP ${status}`),
              },
              {
                key: 'next',
                header: words.next,
                cell: ({ id, state, next }) =>
                  state === 'delivered' ? null : (
                    <>
                      {state === 'waiting' ? shownTime(next, lang) : null}
                      <Act lang={lang} id={id} act="retry" label={words.retry} />
                    </>
                  ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
