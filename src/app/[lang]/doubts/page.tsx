import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { isLang, type Lang } from '@/domain/bilingual';
import { doubtNames, doubtWords } from '@/i18n/doubts';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { CursorPager } from '@/ui/cursor-pager';
import { FindingLine } from '@/ui/finding-line';
import { ListFiles } from '@/ui/list-tools';
import { NothingMatches } from '@/ui/nothing-matches';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { canonicalPage } from '../../cursor';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { DoubtFacets } from './doubt-facets';
import { type DoubtList, listDoubts } from './doubt-list';
import { doubtFilters, doubtKinds, doubtsPath } from './doubt-state';
import { DoubtTable } from './doubt-table';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = doubtWords[lang];
  return pageMetadata({
    lang,
    path: canonicalPage('/doubts', searchOf(await searchParams)),
    title,
    description,
  });
}

/** Every doubt and disagreement on record, filtered by links. */
export default async function DoubtsPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const list = await ask((facts) => listDoubts(facts, searchOf(query)));
  const { page, state } = list;
  const path = doubtsPath(state, list.after);
  if (list.problems.length === 0 && madeByForm(query)) redirect(href(lang, path));
  const words = doubtWords[lang];
  return (
    <Page
      lang={lang}
      path={path}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={list.edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, list.problems)} />
      <DoubtFacets lang={lang} list={list} />
      {list.matching.length === 0 ? (
        <NothingMatches
          lang={lang}
          text={words.none}
          conditions={doubtFilters
            .filter((name) => state[name].length > 0)
            .map((name) => ({ name: words[name], path: doubtsPath({ ...state, [name]: [] }) }))}
        />
      ) : (
        <>
          <div className="mb-4">
            <FindingLine>{findingOf(list, lang)}</FindingLine>
          </div>
          <DoubtTable lang={lang} doubts={page.rows} />
        </>
      )}
      <CursorPager
        lang={lang}
        first={page.first}
        last={page.first + page.rows.length - 1}
        all={page.all}
        previous={page.previous === null ? null : doubtsPath(state, page.previous)}
        next={page.next === null ? null : doubtsPath(state, page.next)}
      />
      <ListFiles lang={lang} file={(extension) => doubtsPath(state, null, extension)} />
    </Page>
  );
}

function findingOf({ matching }: DoubtList, lang: Lang): string {
  const words = doubtWords[lang];
  const kinds = doubtKinds
    .map((kind) => ({ kind, count: matching.filter(({ doubt }) => doubt === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.ofKind(doubtNames[kind][lang], count));
  const records = new Set(matching.map(({ kind, record }) => `${kind} ${record}`)).size;
  return words.finding(matching.length, records, joinList(lang, kinds));
}
