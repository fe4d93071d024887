import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { PageQuery } from '@/app/page-query';
import { isLang } from '@/domain/bilingual';
import { ComparisonPage, comparisonMetadata } from '../comparison-page';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLang(lang) ? comparisonMetadata('industries', lang, await searchParams) : {};
}

/** Industries side by side. */
export default async function CompareIndustries({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  return <ComparisonPage kind="industries" lang={lang} query={await searchParams} />;
}
