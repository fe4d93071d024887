import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { clients } from '@/database/client';
import { newestEditions } from '@/database/queries/newest-editions';
import { isLang } from '@/domain/bilingual';
import { may } from '@/domain/role';
import { accountWords, roleNames } from '@/i18n/accounts';
import { deskWords, undoOutcomes } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { newsWords } from '@/i18n/news';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { Said } from '@/ui/said';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../asking';
import { type PageQuery, searchOf } from '../../page-query';
import { personWho } from '../../session';
import { shownTime } from './shown-time';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

/** Publications shown on the desk. */
const shown = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, recent } = deskWords[lang];
  return pageMetadata({ lang, path: '/editor', title, description: recent, hidden: true });
}

/** The editors' desk: what waits, and what was published lately. */
export default async function DeskPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const person = await personWho('propose', lang, '/editor');
  const search = searchOf(await searchParams);
  const words = deskWords[lang];
  const [editions, waiting] = await Promise.all([
    ask((facts) => newestEditions(facts, shown)),
    clients().current.proposal.count({ where: { state: 'open' } }),
  ]);
  return (
    <Page
      lang={lang}
      path="/editor"
      title={words.title}
      description={words.greeting(person.name, roleNames[person.role][lang])}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Said>{undoOutcomes[search.get('said') ?? '']?.(Number(search.get('edition')))[lang]}</Said>
      <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-2">
        <a href={href(lang, '/editor/news')}>
          <strong>{newsWords[lang].title}</strong>
        </a>
        <a href={href(lang, '/editor/account')}>{accountWords[lang].account}</a>
        {may(person.role, 'administer') ? (
          <a href={href(lang, '/editor/accounts')}>{accountWords[lang].accounts}</a>
        ) : null}
        <form method="post" action="/api/sign-out">
          <input type="hidden" name="lang" value={lang} />
          <button type="submit" className="button">
            {accountWords[lang].signOut}
          </button>
        </form>
      </div>
      <Section id="waiting" title={words.waiting}>
        <p>{waiting === 0 ? words.waitingNone : words.waitingCount(waiting)}</p>
      </Section>
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
              {may(person.role, 'publish') && edition.number > 1 ? (
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
}
