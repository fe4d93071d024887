import type { Metadata } from 'next';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { previewSize } from '@/pictures/title-card';
import { editionOfRequest } from './asking';
import { previewLink } from './preview-link';

type Described = {
  lang: Lang;
  /** Canonical address without the language prefix; leave out a query that is not part of the page's identity. */
  path: string;
  title: string;
  description: string;
  /** For pages that are not for search engines. */
  hidden?: boolean;
  /** The page's own picture, without the language, 1200 × 630; what it is of goes into its address by `ofEdition`. */
  picture?: string;
};

/** The address of a picture as it was at an edition: when facts change, chats are given another address. */
export function ofEdition(picture: string, edition: number): string {
  const [path = '', query = ''] = picture.split('?');
  const search = new URLSearchParams(query);
  if (!search.has('edition') && !search.has('known')) search.set('edition', String(edition));
  search.sort();
  return `${path}?${search}`;
}

/**
 * Title, description, preview picture, and for search engines the canonical address and the same page in the other
 * language. The addresses are relative: the layout's `metadataBase` makes them absolute.
 */
export async function pageMetadata({
  lang,
  path,
  title,
  description,
  hidden = false,
  picture,
}: Described): Promise<Metadata> {
  const full = path === '/' ? title : `${title} · ${site[lang].name}`;
  const url = href(lang, path);
  const address = hidden
    ? null
    : picture === undefined
      ? await previewLink({ lang, title, text: description, edition: await editionOfRequest() })
      : href(lang, picture);
  const images = address === null ? [] : [{ url: address, ...previewSize, alt: title }];
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
      images,
    },
    ...(images.length > 0 ? { twitter: { card: 'summary_large_image', images } } : {}),
  };
}
