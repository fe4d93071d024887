import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLang } from '@/domain/bilingual';
import type { PageQuery } from '../../page-query';
import { ComparisonPage, comparisonMetadata } from './comparison-page';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLang(lang) ? comparisonMetadata('vendors', lang, await searchParams) : {};
}

/** Vendors side by side. */
export default async function CompareVendors({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  return <ComparisonPage kind="vendors" lang={lang} query={await searchParams} />;
}
