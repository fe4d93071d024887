import { type Answer, chartPath, filePath } from '@/charts/engine/answer';
import { findingOf } from '@/charts/engine/finding';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { languageTag } from '@/i18n/marks';
import { site } from '@/i18n/site';
import { publicUrl } from '@/linking/public-url';

/** The chart's data as schema.org Dataset, for search engines. */
export function DatasetMarkup({ lang, answer }: { lang: Lang; answer: Answer }) {
  const { chart, state, edition, published } = answer;
  const address = (path: string) => publicUrl() + href(lang, path);
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: chart.question(state)[lang],
    description: findingOf(answer, lang),
    url: address(chartPath(answer)),
    inLanguage: languageTag[lang],
    version: String(edition),
    ...(published === null ? {} : { datePublished: published.toISOString().slice(0, 10) }),
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site[lang].name, url: address('/') },
    citation: answer.sources.map(({ title }) => title),
    distribution: [
      ['csv', 'text/csv'],
      ['json', 'application/json'],
    ].map(([format, type]) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: address(filePath(answer, format ?? '')),
    })),
  };
  // A text that would end the element must not; JSON reads \u003c as <.
  return <script type="application/ld+json">{JSON.stringify(dataset).replaceAll('<', '\\u003c')}</script>;
}
