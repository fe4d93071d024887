import { redirect } from 'next/navigation';
import { ask } from '@/app/asking';
import { askedKnowledge } from '@/app/known';
import { MissingPage } from '@/app/missing-page';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { searchOf } from '@/app/page-query';
import { compare, comparePath } from '@/compare/comparison';
import { findingOf, headingOf } from '@/compare/finding';
import { subjectKeys } from '@/compare/subject-kind';
import { chartWords } from '@/i18n/charts';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { EmbeddedPage } from '../../embedded-page';
import '@/app/[lang]/charts/chart.css';
import { ComparisonTable } from '@/app/[lang]/compare/comparison-table';
import '@/app/[lang]/compare/compare.css';

export const generateMetadata = metadataInLanguage<{ kind?: string[] }>(
  async ({ lang, kind = ['vendors'] }) => {
    const at = (subjectKeys as readonly (string | undefined)[]).indexOf(kind[0]);
    if (at === -1) return { robots: { index: false } };
    const { titles, descriptions } = compareWords[lang];
    return {
      title: `${titles[at]} · ${site[lang].name}`,
      description: descriptions[at] ?? '',
      robots: { index: false },
    };
  },
);

/** A comparison for other sites: its title, table, finding, and the way to its sources. */
export default pageInLanguage<{ kind?: string[] }>(async function EmbeddedComparison({
  lang,
  kind = ['vendors'],
  searchParams,
}) {
  const key = kind.length === 1 ? subjectKeys.find((each) => each === kind[0]) : undefined;
  if (!key)
    return <MissingPage lang={lang} path={`/embed/compare/${kind.join('/')}`} asked={kind.join(' ')} />;
  const known = await askedKnowledge(searchOf(await searchParams));
  const comparison = await ask((facts) => compare(facts, key, known.search), known.edition);
  const page = comparePath(comparison.state);
  if (comparison.moved) redirect(href(lang, `/embed${page}`));
  return (
    <EmbeddedPage>
      <h1 className="embed-title">
        <a href={href(lang, page)} target="_blank" rel="noopener">
          {headingOf(comparison, lang)}
        </a>
      </h1>
      <ComparisonTable lang={lang} comparison={comparison} still />
      <p className="embed-finding">{findingOf(comparison, lang)}</p>
      <p className="embed-foot">
        <span>{chartWords[lang].edition(comparison.edition)}</span>
        <a href={href(lang, page)} target="_blank" rel="noopener">
          {compareWords[lang].seeTable}
        </a>
      </p>
    </EmbeddedPage>
  );
});
