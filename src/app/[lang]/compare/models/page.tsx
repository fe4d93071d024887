import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { PageQuery } from '@/app/page-query';
import { isLang } from '@/domain/bilingual';
import { ComparisonPage, comparisonMetadata } from '../comparison-page';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  return isLang(lang) ? comparisonMetadata('models', lang, await searchParams) : {};
}

/** Models side by side. */
export default async function CompareModels({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  return <ComparisonPage kind="models" lang={lang} query={await searchParams} />;
}
