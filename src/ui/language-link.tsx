import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';

/** A link to the same page in the other language. `path` has no language prefix: `/vendors?layer=model`. */
export function LanguageLink({ lang, path }: { lang: Lang; path: string }) {
  const other = lang === 'zh' ? 'en' : 'zh';
  const words = site[lang];
  return (
    <a
      className="masthead-action masthead-language"
      href={href(other, path)}
      hrefLang={other === 'zh' ? 'zh-CN' : 'en'}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={words.otherLanguageLabel}
    >
      {words.otherLanguage}
    </a>
  );
}
