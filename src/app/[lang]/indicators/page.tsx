import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import {
  everyIndicator,
  type IndicatorWithObservations,
} from '@/database/queries/indicators-with-observations';
import { isLang, type Lang } from '@/domain/bilingual';
import { surestKind } from '@/domain/evidence';
import { href } from '@/i18n/href';
import { indicatorWords } from '@/i18n/indicators';
import { listWords } from '@/i18n/lists';
import { FindingLine } from '@/ui/finding-line';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../asking';
import { ThemeList } from './theme-list';
import { byTheme } from './themes';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = indicatorWords[lang];
  return pageMetadata({ lang, path: '/indicators', title, description });
}

/** Every indicator by theme, with its newest value; each leads to the page with all of its values. */
export default async function IndicatorsPage({ params }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const words = indicatorWords[lang];
  const indicators = await ask(everyIndicator);
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
      <nav className="small-links mt-4" aria-label={words.contents}>
        {themes.map(({ key, name, indicators: own }) => (
          <a key={key} href={`#theme-${key}`}>
            {name[lang]} <span className="tabular text-muted">{own.length}</span>
          </a>
        ))}
      </nav>
      {themes.map(({ key, name, indicators: own }) => (
        <Section key={key} id={`theme-${key}`} title={name[lang]}>
          <ThemeList lang={lang} caption={name[lang]} indicators={own} />
        </Section>
      ))}
      <p className="link-line mt-6 text-muted text-small print:hidden">
        {listWords[lang].download}
        {['csv', 'xlsx', 'json'].map((format) => (
          <a key={format} href={href(lang, `/indicators.${format}`)}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
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
