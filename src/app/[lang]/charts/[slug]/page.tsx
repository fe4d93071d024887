import { redirect } from 'next/navigation';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { searchOf } from '@/app/page-query';
import { chartPath } from '@/charts/engine/answer';
import { chartsNear } from '@/charts/registry';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';
import { Missing } from '@/ui/missing';
import { Page } from '@/ui/page';
import { answerFor, chartMetadata, pageOf, sorted } from './chart-answer';
import { ChartContent } from './chart-content';

export const generateMetadata = metadataInLanguage<{ slug: string }>(async ({ lang, slug, searchParams }) => {
  const answer = await answerFor(slug, searchOf(await searchParams).toString());
  return answer ? chartMetadata(answer, lang) : { title: parts[lang].missingTitle };
});

/** One chart in one state. */
export default pageInLanguage<{ slug: string }>(async function ChartPage({ lang, slug, searchParams }) {
  const search = searchOf(await searchParams);
  const answer = await answerFor(slug, search.toString());
  if (!answer) return <UnknownChart lang={lang} slug={slug} />;
  // Forms send every field, and old links old names: the address a reader sees and copies is the canonical one.
  const canonical = new URLSearchParams(answer.query).toString();
  const elsewhere = !chartPath(answer).startsWith('/charts/');
  if (
    elsewhere ||
    slug !== answer.chart.slug ||
    (answer.problems.length === 0 && sorted(search) !== canonical)
  ) {
    redirect(href(lang, chartPath(answer)));
  }
  const steps = [{ label: chartWords[lang].title, path: '/charts' }];
  return <ChartContent lang={lang} answer={answer} page={pageOf(search)} steps={steps} />;
});

function UnknownChart({ lang, slug }: { lang: Lang; slug: string }) {
  const near = chartsNear(slug).map((chart) => ({ path: `/charts/${chart.slug}`, name: chart.name[lang] }));
  const words = parts[lang];
  return (
    <Page lang={lang} path={`/charts/${slug}`} title={words.missingTitle}>
      <Missing lang={lang} asked={slug} matches={near} />
    </Page>
  );
}
