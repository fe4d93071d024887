import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import {
  type IndicatorWithObservations,
  indicatorsWithObservations,
} from '@/database/queries/indicators-with-observations';
import { isLang, type Lang } from '@/domain/bilingual';
import { surestKind } from '@/domain/evidence';
import { indicatorWords } from '@/i18n/indicators';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../asking';
import { ThemeTable } from './theme-table';
import { byTheme } from './themes';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = indicatorWords[lang];
  return pageMetadata({ lang, path: '/indicators', title, description });
}

/** Every indicator with every value, by theme. */
export default async function IndicatorsPage({ params }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const words = indicatorWords[lang];
  const indicators = await ask((facts) => indicatorsWithObservations(facts));
  const themes = byTheme(indicators);
  return (
    <Page
      lang={lang}
      path="/indicators"
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <FindingLine>{findingOf(indicators, lang)}</FindingLine>
      <nav className="mt-6 mb-10 gap-10 text-table sm:columns-2 lg:columns-3" aria-label={words.contents}>
        {themes.map((theme) => (
          <ul key={theme.key} className="mb-3 break-inside-avoid">
            <li className="border-ink border-b py-0.5 font-semibold">
              <a href={`#theme-${theme.key}`}>{theme.name[lang]}</a>
            </li>
            {theme.indicators.map(({ slug, name, observations }) => (
              <li key={slug} className="flex justify-between gap-3 border-rule border-b py-0.5">
                <a href={`#${slug}`}>{name[lang]}</a>
                <span className="tabular text-muted">{observations.length}</span>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      {themes.map(({ key, name, indicators: own }) => (
        <Section key={key} id={`theme-${key}`} title={name[lang]}>
          <ThemeTable lang={lang} caption={name[lang]} indicators={own} />
        </Section>
      ))}
    </Page>
  );
}

function findingOf(indicators: readonly IndicatorWithObservations[], lang: Lang): string {
  const words = indicatorWords[lang];
  const all = indicators.flatMap(({ observations }) => observations);
  const sure = (kind: 'measured' | 'claimed' | 'estimated') =>
    all.filter(({ evidence }) => surestKind(evidence) === kind).length;
  const doubted = all.filter(({ evidence }) => evidence.some(({ doubt }) => doubt !== null)).length;
  const projections = all.filter(({ projection }) => projection).length;
  return (
    words.finding(all.length, indicators.length, sure('measured'), sure('claimed'), sure('estimated')) +
    words.doubted(doubted) +
    words.projections(projections)
  );
}
