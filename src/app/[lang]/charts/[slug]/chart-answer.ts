import type { Metadata } from 'next';
import { cache } from 'react';
import { ask } from '@/app/asking';
import { oembedTypes } from '@/app/embed-code';
import { askedKnowledge } from '@/app/known';
import { ofEdition, pageMetadata } from '@/app/page-metadata';
import { type Answer, answerChart, chartPath, filePath } from '@/charts/engine/answer';
import { findingOf } from '@/charts/engine/finding';
import { findChart } from '@/charts/registry';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { wholeNumber } from '@/linking/parameters';
import { publicUrl } from '@/linking/public-url';
import { parseState } from '@/linking/state';

/** What a chart answers to a query; metadata and page ask the same question, and a request asks it once. */
export const answerFor = cache(async (slug: string, query: string): Promise<Answer | null> => {
  const found = findChart(slug);
  if (!found) return null;
  const known = await askedKnowledge(new URLSearchParams(query));
  const answer = await ask((facts) => answerChart(facts, found.chart, known.search, ['page']), known.edition);
  return { ...answer, problems: [...answer.problems, ...known.problems] };
});

/** The metadata of a page that shows a chart in a state. */
export async function chartMetadata(answer: Answer, lang: Lang): Promise<Metadata> {
  const { chart, state } = answer;
  const path = chartPath(answer);
  const described = await pageMetadata({
    lang,
    path,
    title: chart.question(state)[lang],
    description: findingOf(answer, lang),
    picture: ofEdition(filePath(answer, 'png', ['height=630', 'scale=1', 'width=1200']), answer.edition),
  });
  const url = publicUrl() + href(lang, path);
  return { ...described, alternates: { ...described.alternates, types: oembedTypes(url) } };
}

const paging = { page: wholeNumber({ zh: '页', en: 'Page' }, 1, 100_000, 1) };

/** Which page of the table, or of the list of records, a query asks for. */
export function pageOf(search: URLSearchParams): number {
  const own = new URLSearchParams([...search].filter(([name]) => name === 'page'));
  return parseState(paging, own).state.page;
}

/** The query with its parts in order, as canonical addresses have them; the page of the table is no part of a state. */
export function sorted(search: URLSearchParams): string {
  const copy = new URLSearchParams(search);
  copy.delete('page');
  copy.sort();
  return copy.toString();
}
