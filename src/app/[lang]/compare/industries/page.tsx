import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { ComparisonPage, comparisonMetadata } from '../comparison-page';

export const generateMetadata = metadataInLanguage(async ({ lang, searchParams }) => {
  return comparisonMetadata('industries', lang, await searchParams);
});

/** Industries side by side. */
export default pageInLanguage(async function CompareIndustries({ lang, searchParams }) {
  return <ComparisonPage kind="industries" lang={lang} query={await searchParams} />;
});
