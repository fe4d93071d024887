import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { isLang, type Lang } from '@/domain/bilingual';
import type { PageQuery } from './page-query';

/** What Next gives a page; `Parts` are those of its address besides the language. */
interface Given<Parts> {
  params: Promise<Parts & { lang: string }>;
  searchParams: Promise<PageQuery>;
}

/** What a page is asked: its language, the parts of its address, and its query. */
type Asked<Parts> = Omit<Parts, 'lang'> & { lang: Lang; searchParams: Promise<PageQuery> };

async function asked<Parts>({ params, searchParams }: Given<Parts>): Promise<Asked<Parts> | null> {
  const { lang, ...parts } = await params;
  return isLang(lang) ? { ...parts, lang, searchParams } : null;
}

/** A page in the language that its address begins with; in another there is none. */
export const pageInLanguage =
  <Parts = object>(show: (asked: Asked<Parts>) => Promise<ReactNode>) =>
  async (given: Given<Parts>): Promise<ReactNode> =>
    show((await asked(given)) ?? notFound());

/** Metadata of such a page. */
export const metadataInLanguage =
  <Parts = object>(describe: (asked: Asked<Parts>) => Promise<Metadata>) =>
  async (given: Given<Parts>): Promise<Metadata> => {
    const known = await asked(given);
    return known ? describe(known) : {};
  };
