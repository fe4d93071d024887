import type { Metadata } from 'next';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';

type Described = {
  lang: Lang;
  /** Canonical address without the language prefix; leave out a query that is not part of the page's identity. */
  path: string;
  title: string;
  description: string;
  /** For pages that are not for search engines. */
  hidden?: boolean;
};

/**
 * Title, description, and for search engines the canonical address and the same page in the other language.
 * The addresses are relative: the layout's `metadataBase` makes them absolute.
 */
export function pageMetadata({ lang, path, title, description, hidden = false }: Described): Metadata {
  const full = path === '/' ? title : `${title} · ${site[lang].name}`;
  const url = href(lang, path);
  return {
    title: full,
    description,
    ...(hidden
      ? { robots: { index: false, follow: false } }
      : {
          alternates: {
            canonical: url,
            languages: { 'zh-CN': href('zh', path), en: href('en', path), 'x-default': href('zh', path) },
          },
        }),
    openGraph: {
      type: 'website',
      siteName: site[lang].name,
      locale: lang === 'zh' ? 'zh_CN' : 'en_GB',
      title,
      description,
      url,
    },
  };
}
