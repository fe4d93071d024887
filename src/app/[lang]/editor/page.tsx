import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { clients } from '@/database/client';
import { type DeskLists, deskLists } from '@/database/queries/desk-lists';
import { newestEditions } from '@/database/queries/newest-editions';
import { openProposals } from '@/database/queries/open-proposals';
import { recordsToConfirm } from '@/database/queries/records-to-confirm';
import type { Lang } from '@/domain/bilingual';
import { may } from '@/domain/role';
import { factsOnFile } from '@/editorial/facts-on-file';
import { formDraftsOf } from '@/editorial/form-drafts';
import { newsDraftsOf } from '@/editorial/news-drafts';
import { accountWords, roleNames } from '@/i18n/accounts';
import { deskWords, undoOutcomes } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { importWords } from '@/i18n/import';
import { newsWords } from '@/i18n/news';
import { kindName } from '@/i18n/overview';
import { programWords } from '@/i18n/programs';
import { formOutcomes } from '@/i18n/record-form';
import { DataTable } from '@/ui/data-table';
import { Disclosure } from '@/ui/disclosure';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../asking';
import { searchOf } from '../../page-query';
import { personWho } from '../../session';
import { shownTime } from './shown-time';
import { ConfirmTable } from './to-confirm/confirm-table';

/** Publications shown on the desk. */
const shown = 20;

/** Records to confirm that stand on the desk itself. */
const confirmShown = 10;

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, recent } = deskWords[lang];
  return pageMetadata({ lang, path: '/editor', title, description: recent, hidden: true });
});

const whyKept = { edited: 'onFileEdited', refers: 'onFileRefers', needed: 'onFileNeeded' } as const;

/** The editors' desk: what waits, and what was published lately. */
export default pageInLanguage(async function DeskPage({ lang, searchParams }) {
  const person = await personWho('propose', lang, '/editor');
  const search = searchOf(await searchParams);
  const words = deskWords[lang];
  const { current } = clients();
  const publishes = may(person.role, 'publish');
  const editions = await ask((facts) => newestEditions(facts, shown));
  const waiting = await current.proposal.count({ where: { state: 'open' } });
  const mine = publishes ? [] : await openProposals(current, 20, person.id);
  const forms = await formDraftsOf(current, person.id);
  const news = await newsDraftsOf(current, person.id);
  const confirm = await ask((facts) => recordsToConfirm(facts, 0, confirmShown));
  const lists = publishes ? await deskLists(current) : null;
  const onFile = await factsOnFile(current);
  return (
    <Page
      lang={lang}
      path="/editor"
      title={words.title}
      description={words.greeting(person.name, roleNames[person.role][lang])}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Said>
        {undoOutcomes[search.get('said') ?? '']?.(Number(search.get('edition')))[lang] ??
          formOutcomes[search.get('said') ?? '']?.[lang]}
      </Said>
      <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-2">
        <a href={href(lang, '/editor/news')}>
          <strong>{newsWords[lang].title}</strong>
        </a>
        <a href={href(lang, '/editor/records')}>
          <strong>{words.enter}</strong>
        </a>
        {publishes ? (
          <a href={href(lang, '/editor/import')}>
            <strong>{importWords[lang].title}</strong>
          </a>
        ) : null}
        <a href={href(lang, '/editor/account')}>{accountWords[lang].account}</a>
        {may(person.role, 'administer') ? (
          <>
            <a href={href(lang, '/editor/accounts')}>{accountWords[lang].accounts}</a>
            <a href={href(lang, '/editor/programs')}>{programWords[lang].title}</a>
          </>
        ) : null}
        <form method="post" action="/api/sign-out">
          <input type="hidden" name="lang" value={lang} />
          <button type="submit" className="button">
            {accountWords[lang].signOut}
          </button>
        </form>
      </div>
      <Section id="waiting" title={words.waiting}>
        <p>
          {waiting === 0 ? words.waitingNone : words.waitingCount(waiting)}{' '}
          {publishes && waiting > 0 ? <a href={href(lang, '/editor/proposals')}>{words.review} →</a> : null}
        </p>
        {mine.length === 0 ? null : (
          <ul className="mt-2 max-w-text">
            {mine.map(({ id, note }) => (
              <li key={id} className="border-rule border-b py-1.5">
                {note.slice(0, 120)} <span className="text-muted text-small">{words.mine}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="drafts" title={words.drafts}>
        {forms.length + news.length === 0 ? <p>{words.draftsNone}</p> : null}
        <ul className="max-w-text">
          {news.map(({ id, text }) => (
            <li key={`news ${id}`} className="border-rule border-b py-1.5">
              <a href={href(lang, `/editor/news?draft=${id}`)}>{text.slice(0, 60)}</a>
            </li>
          ))}
          {forms.map(({ id, kind, slug, entries }) => (
            <li key={`form ${id}`} className="border-rule border-b py-1.5">
              <span className="text-muted text-small">{kindName(kind, lang)}</span>{' '}
              <a href={href(lang, `/editor/records/${kind}${slug === '' ? '' : `/${slug}`}?draft=${id}`)}>
                {entries['name.zh'] || entries.title || entries.organization || slug || '—'}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {onFile === null || onFile.kept.length === 0 ? null : (
        <Section id="on-file" title={words.onFile} note={words.onFileWhy}>
          <Disclosure summary={words.onFileCount(onFile.kept.length)}>
            <ul className="max-w-text text-table">
              {onFile.kept.map(({ kind, slug, why }) => (
                <li key={`${kind} ${slug}`}>
                  <a href={href(lang, `/editor/records/${kind}/${slug}`)}>{`${kind}/${slug}`}</a>{' '}
                  <span className="text-muted text-small">{words[whyKept[why]]}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        </Section>
      )}
      <Section id="to-confirm" title={words.toConfirm} note={words.toConfirmWhy}>
        {confirm.all === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <ConfirmTable lang={lang} records={confirm.records} caption={words.toConfirm} />
            <p className="mt-2 text-small">
              {words.more(confirm.all)} · <a href={href(lang, '/editor/to-confirm')}>{words.toConfirmAll}</a>
            </p>
          </>
        )}
      </Section>
      {lists === null ? null : <Attention lang={lang} lists={lists} />}
      <Section id="recent" title={words.recent}>
        <ul className="max-w-text">
          {editions.map((edition) => (
            <li
              key={edition.number}
              className="flex flex-wrap items-center gap-x-4 border-rule border-b py-2"
            >
              <span className="grow">
                {words.edition(edition.number)} · {edition.note[lang]}
                <span className="block text-muted text-small">
                  {shownTime(edition.published, lang)} · {words.records(edition.records)}
                </span>
              </span>
              {publishes && edition.number > 1 ? (
                <form method="post" action={`/api/editions/${edition.number}/undo`}>
                  <input type="hidden" name="lang" value={lang} />
                  <button type="submit" className="button" title={words.undoHint(edition.number)}>
                    {words.undo}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
});

/** What an editor should look at, and who published how much. */
function Attention({ lang, lists }: { lang: Lang; lists: DeskLists }) {
  const words = deskWords[lang];
  return (
    <>
      <Section id="attention" title={words.attention}>
        {(['unsourced', 'disputed', 'stale'] as const).map((name) => (
          <div key={name} className="mb-3">
            <h3 className="font-semibold">{words[name]}</h3>
            {lists[name].count === 0 ? (
              <p className="text-muted text-small">{words.none}</p>
            ) : (
              <p className="flex flex-wrap gap-x-4 text-small">
                {lists[name].records.map(({ kind, slug }) => (
                  <a key={`${kind}/${slug}`} href={href(lang, `/editor/records/${kind}/${slug}`)}>
                    {slug}
                  </a>
                ))}
                <span className="text-muted">{words.more(lists[name].count)}</span>
              </p>
            )}
          </div>
        ))}
      </Section>
      {lists.editors.length === 0 ? null : (
        <Section id="editors" title={words.byEditor}>
          <DataTable
            caption={words.byEditor}
            captionHidden
            rows={lists.editors}
            rowKey={({ name }) => name}
            columns={[
              { key: 'name', header: words.by, cell: ({ name }) => name },
              {
                key: 'publications',
                header: words.publications,
                align: 'end',
                cell: ({ publications }) => publications,
              },
              { key: 'records', header: words.recordsChanged, align: 'end', cell: ({ records }) => records },
            ]}
          />
        </Section>
      )}
    </>
  );
}
