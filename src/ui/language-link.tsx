import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { languageTag, otherLang } from '@/i18n/marks';
import { site } from '@/i18n/site';

/** A link to the same page in the other language. `path` has no language prefix: `/vendors?layer=model`. */
export function LanguageLink({ lang, path }: { lang: Lang; path: string }) {
  const other = otherLang(lang);
  const words = site[lang];
  return (
    <a
      className="masthead-action masthead-language"
      href={href(other, path)}
      hrefLang={languageTag[other]}
      lang={languageTag[other]}
      title={words.otherLanguageLabel}
    >
      {words.otherLanguage}
    </a>
  );
}
