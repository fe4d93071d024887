import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { parts } from '@/i18n/parts';
import { MissingPage } from '../../missing-page';

/** The words of an address, decoded where that is possible. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const generateMetadata = metadataInLanguage<{ rest: string[] }>(async ({ lang }) => {
  const { missingTitle } = parts[lang];
  return pageMetadata({ lang, path: '/', title: missingTitle, description: missingTitle, hidden: true });
});

/** Every address that no page has: close matches for its last part, and a search. */
export default pageInLanguage<{ rest: string[] }>(async function UnknownAddress({ lang, rest }) {
  const path = `/${rest.map((part) => encodeURIComponent(decoded(part))).join('/')}`;
  return <MissingPage lang={lang} path={path} asked={decoded(rest.at(-1) ?? '')} />;
});
