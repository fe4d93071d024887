import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { ComparisonPage, comparisonMetadata } from './comparison-page';

export const generateMetadata = metadataInLanguage(async ({ lang, searchParams }) => {
  return comparisonMetadata('vendors', lang, await searchParams);
});

/** Vendors side by side. */
export default pageInLanguage(async function CompareVendors({ lang, searchParams }) {
  return <ComparisonPage kind="vendors" lang={lang} query={await searchParams} />;
});
