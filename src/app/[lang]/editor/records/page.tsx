import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ask, editionOfRequest } from '@/app/asking';
import { pageMetadata } from '@/app/page-metadata';
import { type PageQuery, searchOf } from '@/app/page-query';
import { searchResults } from '@/app/search-results';
import { personWho } from '@/app/session';
import { isLang } from '@/domain/bilingual';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { recordKindNames } from '@/i18n/overview';
import { formWords } from '@/i18n/record-form';
import { searchKindNames } from '@/i18n/search';
import { searchText } from '@/linking/search-text';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { formKinds, isFormKind } from './form-kinds';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { all, allDescription } = formWords[lang];
  return pageMetadata({
    lang,
    path: '/editor/records',
    title: all,
    description: allDescription,
    hidden: true,
  });
}

/** Every kind of record that can be entered, and a search for one to edit. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  await personWho('propose', lang, '/editor/records');
  const text = searchText(searchOf(await searchParams).get('q') ?? '', 100);
  const groups = await ask((facts) => searchResults(facts, text));
  const words = formWords[lang];
  return (
    <Page
      lang={lang}
      path="/editor/records"
      title={words.all}
      description={words.allDescription}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
      edition={await editionOfRequest()}
    >
      <ul className="mb-8 flex flex-wrap gap-x-6 gap-y-2">
        {formKinds.map((kind) => (
          <li key={kind}>
            <a href={href(lang, `/editor/records/${kind}`)}>
              {words.newRecord(lang === 'zh' ? recordKindNames[kind].zh : recordKindNames[kind].one)}
            </a>
          </li>
        ))}
      </ul>
      <Section id="find" title={words.find}>
        <form className="form" method="get" action={href(lang, '/editor/records')}>
          <Field id="q" label={words.findHint}>
            <input id="q" name="q" type="search" defaultValue={text} />
          </Field>
          <div className="form-do">
            <button type="submit" className="button">
              {words.findButton}
            </button>
          </div>
        </form>
        <ul className="mt-4 max-w-text">
          {groups.flatMap(({ kind, results }) =>
            isFormKind(kind)
              ? results.map(({ slug, name }) => (
                  <li key={`${kind}/${slug}`} className="border-rule border-b py-1.5">
                    <span className="text-muted text-small">
                      {searchKindNames[kind as keyof typeof searchKindNames][lang]}
                    </span>{' '}
                    <a href={href(lang, `/editor/records/${kind}/${slug}`)}>{name[lang]}</a>
                  </li>
                ))
              : [],
          )}
        </ul>
        {text !== '' && groups.length === 0 ? <p>{words.none}</p> : null}
      </Section>
    </Page>
  );
}
