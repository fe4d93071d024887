import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { Pager } from '@/ui/pager';
import { ask } from '../../asking';
import { OrderLinks } from '../../order-links';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { ModelFacets } from './model-facets';
import { modelsFinding } from './model-finding';
import { listModels, type ModelList } from './model-list';
import { type ModelState, modelParameters, modelsPath, pageSize } from './model-state';
import { ModelTable } from './model-table';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = modelWords[lang];
  return pageMetadata({ lang, path: '/models', title, description });
}

/** All models on record, filtered by links. */
export default async function ModelsPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const list = await ask((facts) => listModels(facts, searchOf(query), lang));
  const path = modelsPath(list.state);
  if (list.problems.length === 0 && madeByForm(query)) redirect(href(lang, path));
  const words = modelWords[lang];
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
      <ModelFacets lang={lang} list={list} />
      {list.matching.length === 0 ? (
        <p className="table-empty">{words.none}</p>
      ) : (
        <>
          <FindingLine>{modelsFinding(list.matching, lang)}</FindingLine>
          <Orders lang={lang} list={list} />
          <div className="mt-4">
            <ModelTable lang={lang} models={list.rows} state={list.state} />
          </div>
        </>
      )}
      <Pager
        lang={lang}
        page={list.state.page}
        pages={list.pages}
        size={pageSize}
        all={list.matching.length}
        path={(page) => modelsPath({ ...list.state, page })}
      />
    </Page>
  );
}

function Orders({ lang, list: { state, matching } }: { lang: Lang; list: ModelList }) {
  const tells = (sort: ModelState['sort']) =>
    sort === 'vendor' || sort === 'name' || matching.some((model) => model[sort] !== null);
  return (
    <OrderLinks
      label={modelWords[lang].sort}
      orders={modelParameters.sort.options
        .filter(({ value }) => tells(value))
        .map(({ value, label }) => ({
          key: value,
          label: label[lang],
          href: href(lang, modelsPath({ ...state, sort: value, page: 1 })),
          active: state.sort === value,
        }))}
    />
  );
}
