import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { type ResultGroup, searchResults } from '@/app/search-results';
import { isLang, type Lang } from '@/domain/bilingual';
import { fundingLimits } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { searchKindNames, searchWords } from '@/i18n/search';
import { site } from '@/i18n/site';
import { searchText } from '@/linking/search-text';
import type { Problem } from '@/linking/state';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { SearchForm } from '@/ui/search-form';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../asking';
import { noticesOf, type PageQuery, searchOf } from '../../page-query';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

/** Of a longer text, only this much is searched for. */
const longestText = 100;

const lists = [
  ['vendors', '/vendors'],
  ['models', '/models'],
  ['industries', '/industries'],
  ['funding', '/funding'],
  ['indicators', '/indicators'],
  ['charts', '/charts'],
  ['sources', '/sources'],
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = searchWords[lang];
  return pageMetadata({ lang, path: '/search', title, description, hidden: true });
}

/** Finds records and charts by name, alias or slug. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const search = searchOf(await searchParams);
  const given = search.getAll('q').join(' ');
  const text = searchText(given, longestText);
  const groups = await ask((facts) => searchResults(facts, text));
  const words = searchWords[lang];
  const problems: Problem[] = [...search.keys()]
    .filter((name) => name !== 'q')
    .map((name) => ({
      parameter: name,
      value: search.get(name) ?? '',
      allowed: fundingLimits.parameters(['q']),
    }));
  const count = groups.reduce((sum, { results, more }) => sum + results.length + more, 0);
  return (
    <Page
      lang={lang}
      path={text === '' ? '/search' : `/search?q=${encodeURIComponent(text)}`}
      title={text === '' ? words.title : words.titleFor(text)}
      description={text === '' ? words.description : undefined}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={noticesOf(lang, problems)} />
      <SearchForm lang={lang} query={text} />
      {[...given].length > longestText ? (
        <p className="mt-2 text-muted text-small">{words.tooLong(longestText)}</p>
      ) : null}
      <p className="mt-2 mb-8 text-muted text-table" role="status">
        {text === '' ? words.hint : count === 0 ? words.none(text) : words.found(count)}
      </p>
      {groups.map((group) => (
        <Group key={group.kind} lang={lang} group={group} />
      ))}
      {count === 0 ? <Lists lang={lang} /> : null}
    </Page>
  );
}

function Group({ lang, group }: { lang: Lang; group: ResultGroup }) {
  const words = searchWords[lang];
  return (
    <Section id={group.kind} title={searchKindNames[group.kind][lang]}>
      <ul className="max-w-text text-table">
        {group.results.map((result) => (
          <li
            key={`${result.path} ${result.name.en}`}
            className="flex flex-wrap items-baseline gap-x-3 border-rule border-b py-1.5"
          >
            <a href={href(lang, result.path)}>{result.name[lang]}</a>
            {result.name.zh === result.name.en ? null : (
              <span className="text-muted text-small">{result.name[lang === 'zh' ? 'en' : 'zh']}</span>
            )}
            <span className="ms-auto text-muted text-small">
              {[result.of?.[lang], result.matched === null ? undefined : words.matched(result.matched)]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {group.more > 0 ? <p className="mt-1.5 text-muted text-small">{words.more(group.more)}</p> : null}
    </Section>
  );
}

function Lists({ lang }: { lang: Lang }) {
  return (
    <nav aria-label={searchWords[lang].entries} className="text-table">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {lists.map(([name, path]) => (
          <li key={path}>
            <a href={href(lang, path)}>{site[lang][name]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
