import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ask } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { type PageQuery, searchOf } from '@/app/page-query';
import { writtenSlug } from '@/app/written-slug';
import { chartPath } from '@/charts/engine/answer';
import { everyIndicator } from '@/database/queries/indicators-with-observations';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { indicatorWords, noTheme } from '@/i18n/indicators';
import { marks } from '@/i18n/marks';
import { unitInWords } from '@/i18n/observed-value';
import { indicatorThemeNames } from '@/records/indicator/book';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Section } from '@/ui/section';
import { answerFor, chartMetadata, pageOf, sorted } from '../../charts/[slug]/chart-answer';
import { ChartContent } from '../../charts/[slug]/chart-content';

type Props = { params: Promise<{ lang: string; slug: string }>; searchParams: Promise<PageQuery> };

/** The query of the chart that shows the indicator. */
async function searchFor({ params, searchParams }: Props): Promise<URLSearchParams> {
  const search = searchOf(await searchParams);
  search.set('of', writtenSlug((await params).slug));
  return search;
}

/** What the chart answers; null where there is no such indicator. */
async function answerOf(props: Props) {
  const search = await searchFor(props);
  const answer = await answerFor('indicator', search.toString());
  return answer?.options.of?.some(({ value }) => value === search.get('of')) ? answer : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang } = await props.params;
  if (!isLang(lang)) return {};
  const answer = await answerOf(props);
  return answer ? chartMetadata(answer, lang) : {};
}

/** One indicator: its values over time, by subject, each with its evidence. */
export default async function IndicatorPage(props: Props) {
  const { lang, slug: given } = await props.params;
  if (!isLang(lang)) notFound();
  const slug = writtenSlug(given);
  const answer = await answerOf(props);
  if (!answer) return <MissingPage lang={lang} path={`/indicators/${given}`} asked={slug} kind="indicator" />;
  const canonical = new URLSearchParams(answer.query).toString();
  if (answer.problems.length === 0 && sorted(await searchFor(props)) !== canonical) {
    redirect(href(lang, chartPath(answer)));
  }
  const indicators = await ask(everyIndicator);
  const own = indicators.find((each) => each.slug === slug);
  const theme = own?.theme ?? null;
  const name = theme === null ? noTheme[lang] : indicatorThemeNames[theme][lang];
  const words = indicatorWords[lang];
  return (
    <ChartContent
      lang={lang}
      answer={answer}
      page={pageOf(await searchFor(props))}
      steps={[
        { label: words.title, path: '/indicators' },
        { label: name, path: `/indicators#theme-${theme ?? 'other'}` },
      ]}
      description={
        own ? (
          <>
            {words.counted(unitInWords(own, lang))}
            {own.note === null ? '' : `${marks[lang].stop}${own.note[lang]}`}
            <EvidenceMark lang={lang} id={`indicator-${own.id}`} evidence={own.evidence} />
          </>
        ) : undefined
      }
    >
      <Section id="more" title={words.sameTheme(name)}>
        <OfTheme lang={lang} indicators={indicators.filter((each) => each.theme === theme)} here={slug} />
      </Section>
    </ChartContent>
  );
}

type OfThemeProps = {
  lang: Lang;
  indicators: readonly { slug: string; name: Readonly<Record<Lang, string>> }[];
  here: string;
};

function OfTheme({ lang, indicators, here }: OfThemeProps) {
  return (
    <ul className="gap-10 text-table sm:columns-2 lg:columns-3">
      {indicators.map(({ slug, name }) => (
        <li key={slug} className="break-inside-avoid py-0.5">
          {slug === here ? (
            <b aria-current="page">{name[lang]}</b>
          ) : (
            <a href={href(lang, `/indicators/${slug}`)}>{name[lang]}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
