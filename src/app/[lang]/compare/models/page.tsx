import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { ComparisonPage, comparisonMetadata } from '../comparison-page';

export const generateMetadata = metadataInLanguage(async ({ lang, searchParams }) => {
  return comparisonMetadata('models', lang, await searchParams);
});

/** Models side by side. */
export default pageInLanguage(async function CompareModels({ lang, searchParams }) {
  return <ComparisonPage kind="models" lang={lang} query={await searchParams} />;
});
