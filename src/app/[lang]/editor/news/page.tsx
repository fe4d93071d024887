import { ask } from '@/app/asking';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { type Person, personWho } from '@/app/session';
import { clients } from '@/database/client';
import { namesOfOrganizations } from '@/database/queries/names-of-organizations';
import type { Lang } from '@/domain/bilingual';
import { tookPlace } from '@/domain/funding-outcome';
import { may } from '@/domain/role';
import { NotDone } from '@/domain/worker-pool';
import { findNewsDraft, type NewsDraft, newsDraftsOf } from '@/editorial/news-drafts';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { newsOutcomes, newsWords } from '@/i18n/news';
import { longestNews } from '@/newswire/read-news';
import { readNewsAside } from '@/newswire/read-news-aside';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { Section } from '@/ui/section';
import { EventForm } from './event-form';
import { MarkedText } from './marked-text';
import './news.css';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = newsWords[lang];
  return pageMetadata({ lang, path: '/editor/news', title, description, hidden: true });
});

/** Paste news, check what was read, publish. The text is kept as a draft until all of it is dealt with. */
export default pageInLanguage(async function NewsPage({ lang, searchParams }) {
  const person = await personWho('propose', lang, '/editor/news');
  const search = searchOf(await searchParams);
  const words = newsWords[lang];
  const asked = search.get('draft');
  const draft = asked === null ? null : await findNewsDraft(clients().current, person.id, Number(asked));
  const said = asked !== null && !draft ? 'gone' : (search.get('said') ?? '');
  const outcome = Object.hasOwn(newsOutcomes, said) ? newsOutcomes[said]?.[lang] : undefined;
  const why = said === 'refused' ? (search.get('why') ?? '').slice(0, 300) : '';
  return (
    <Page
      lang={lang}
      path="/editor/news"
      title={words.title}
      description={words.description}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
    >
      <Said>{outcome === undefined ? undefined : `${outcome}${why}`}</Said>
      {draft ? (
        <Drafted lang={lang} draft={draft} person={person} />
      ) : (
        <Pasting lang={lang} drafts={await newsDraftsOf(clients().current, person.id)} />
      )}
    </Page>
  );
});

function Pasting({ lang, drafts }: { lang: Lang; drafts: readonly NewsDraft[] }) {
  const words = newsWords[lang];
  return (
    <>
      <form className="form news-paste" method="post" action="/api/news">
        <input type="hidden" name="lang" value={lang} />
        <Field id="text" label={words.text} hint={words.textHint}>
          <textarea
            id="text"
            name="text"
            rows={10}
            required
            maxLength={longestNews}
            aria-describedby="text-hint"
          />
        </Field>
        <div className="form-do">
          <button type="submit" className="button">
            {words.read}
          </button>
        </div>
      </form>
      {drafts.length === 0 ? null : (
        <Section id="drafts" title={words.drafts}>
          <ul className="max-w-text">
            {drafts.map(({ id, text, created }) => (
              <li key={id} className="border-rule border-b py-1.5">
                <a href={href(lang, `/editor/news?draft=${id}`)}>{text.slice(0, 60)}</a>{' '}
                <span className="text-muted text-small">{created.toISOString().slice(0, 10)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

async function Drafted({ lang, draft, person }: { lang: Lang; draft: NewsDraft; person: Person }) {
  const words = newsWords[lang];
  const publishes = may(person.role, 'publish');
  const { names, sources } = await ask(async (facts) => ({
    names: await namesOfOrganizations(facts),
    sources: await facts.db.$queryRaw<{ slug: string; title: string }[]>`
      SELECT slug, title FROM source ORDER BY id DESC LIMIT 200`,
  }));
  const slugs = new Map([...names].reverse().map(({ name, slug }) => [name.toLowerCase(), slug]));
  const read = await readNewsAside(
    [draft.text],
    names.map(({ name }) => name),
  ).catch((error: unknown) => {
    if (error instanceof NotDone) return null;
    throw error;
  });
  // Talks and denials are no rounds: nothing to publish is made of them.
  const events = (read?.[0] ?? []).filter(({ outcome }) => tookPlace(outcome));
  const forms = events.length === 0 ? [null] : events;
  return (
    <>
      <Section id="original" title={words.original}>
        <MarkedText lang={lang} text={draft.text} events={events} />
        <p className="mt-2 text-muted text-small">
          {read === null ? words.notRead : events.length === 0 ? words.nothing : words.events(events.length)}
        </p>
      </Section>
      <form id="events" method="post" action="/api/news/confirm" autoComplete="off" data-news="">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="draft" value={draft.id} />
        {/* Enter in a field keeps what was typed; it must not publish the first event of the page. */}
        <button
          type="submit"
          name="only"
          value="none"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          {words.keep}
        </button>
        {forms.map((event, at) => (
          <Section
            key={event ? `${event.company.start} ${event.round?.start ?? ''}` : 'by-hand'}
            id={`event-${at}`}
            title={event ? [event.company.value, event.round?.value ?? ''].join(' ').trim() : words.company}
          >
            {draft.done.includes(at) ? (
              <p>✓ {words.done}</p>
            ) : (
              <EventForm
                lang={lang}
                at={at}
                event={event}
                organization={event ? (slugs.get(event.company.value.toLowerCase()) ?? null) : null}
                sources={sources}
                mayPublish={publishes}
                entries={draft.entries}
                headline={headlineOf(draft.text, event?.company.start ?? 0)}
                problem={newsOutcomes[draft.entries[`${at}.problem`] ?? '']?.[lang].concat(
                  draft.entries[`${at}.why`] ?? '',
                )}
              />
            )}
          </Section>
        ))}
        {forms.length - draft.done.length > 1 ? (
          <div className="form-do my-6">
            <button type="submit" className="button" name="only" value="all">
              {publishes ? words.publishAll : words.proposeAll}
            </button>
          </div>
        ) : null}
      </form>
      <form className="form-do" method="post" action="/api/news">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="draft" value={draft.id} />
        <button type="submit" name="do" value="discard" className="button">
          {words.discard}
        </button>
        <a href={href(lang, '/editor/news')}>{words.again}</a>
      </form>
    </>
  );
}

/** The line of the text that an event stands in: what its source is called, and the link in it. */
function headlineOf(text: string, at: number): { title: string; url: string } {
  const from = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, end === -1 ? undefined : end).trim();
  const [url = ''] = /https?:\/\/[^\s，。；）)]+/.exec(line) ?? [];
  return { title: line.replace(url, '').trim().slice(0, 160), url };
}
