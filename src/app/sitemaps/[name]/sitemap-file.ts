import { languages } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';
import { escapeXml } from '@/pictures/markup';

export const sitemapHeaders = (edition: number) => ({
  'Content-Type': 'application/xml; charset=utf-8',
  'Cache-Control': 'public, max-age=0, must-revalidate',
  'X-Edition': String(edition),
});

const codes = { zh: 'zh-CN', en: 'en' } as const;

/** A sitemap of addresses without language: each in both, and each of the two names the other. */
export function sitemapFile(addresses: readonly string[]): string {
  const entries = addresses.flatMap((address) => {
    const full = (lang: (typeof languages)[number]) => escapeXml(publicUrl() + href(lang, address));
    const alternates = [
      ...languages.map(
        (lang) => `<xhtml:link rel="alternate" hreflang="${codes[lang]}" href="${full(lang)}"/>`,
      ),
      `<xhtml:link rel="alternate" hreflang="x-default" href="${full('zh')}"/>`,
    ].join('');
    return languages.map((lang) => `<url><loc>${full(lang)}</loc>${alternates}</url>`);
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}
