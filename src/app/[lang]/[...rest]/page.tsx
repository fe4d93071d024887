import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { isLang } from '@/domain/bilingual';
import { parts } from '@/i18n/parts';
import { MissingPage } from '../../missing-page';

type Props = { params: Promise<{ lang: string; rest: string[] }> };

/** The words of an address, decoded where that is possible. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { missingTitle } = parts[lang];
  return pageMetadata({ lang, path: '/', title: missingTitle, description: missingTitle, hidden: true });
}

/** Every address that no page has: close matches for its last part, and a search. */
export default async function UnknownAddress({ params }: Props) {
  const { lang, rest } = await params;
  if (!isLang(lang)) notFound();
  const path = `/${rest.map((part) => encodeURIComponent(decoded(part))).join('/')}`;
  return <MissingPage lang={lang} path={path} asked={decoded(rest.at(-1) ?? '')} />;
}
