import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLang } from '@/domain/bilingual';
import { surface } from '@/domain/palette';
import { languageTag } from '@/i18n/marks';
import { site } from '@/i18n/site';
import { publicUrl } from '@/linking/public-url';
import { headScript } from '@/ui/head-script';
import { editionOfRequest } from '../asking';
import '../globals.css';
import './search/search-palette.css';

type Props = { children: ReactNode; params: Promise<{ lang: string }> };

// Not a constant: the address is known when the server runs, not when it is built.
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(publicUrl()),
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
    manifest: '/manifest.webmanifest',
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: surface.paper.light },
    { media: '(prefers-color-scheme: dark)', color: surface.paper.dark },
  ],
};

/** The document: language, edition, theme. Header and footer belong to `Page`, so that embeds can do without. */
export default async function Document({ children, params }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const edition = await editionOfRequest();
  // The theme script changes attributes of <html>; in development React looks at them.
  return (
    <html lang={languageTag[lang]} data-edition={edition} suppressHydrationWarning>
      <head>
        <script>{headScript}</script>
      </head>
      <body>
        <a className="skip-link" href="#content">
          {site[lang].skip}
        </a>
        {children}
      </body>
    </html>
  );
}
