import type { Lang } from '@/domain/bilingual';

/** A message: a text, a function of what stands in it, or texts in order: paragraphs, rows of a table. */
type Message = string | ((...values: never[]) => string) | readonly string[] | readonly (readonly string[])[];

/**
 * The interface's words for one area, in both languages. One file an area (`site.ts`, `vendors.ts`, …):
 *
 *     export const vendors = messages({
 *       zh: { title: '厂商', count: (n: number) => `${n} 家` },
 *       en: { title: 'Vendors', count: (n) => (n === 1 ? '1 vendor' : `${n} vendors`) },
 *     });
 *
 * and in a page: `vendors[lang].title`. The types refuse a key that stands in one language only.
 */
export function messages<Texts extends Record<string, Message>>(both: {
  zh: Texts;
  en: NoInfer<Texts>;
}): Readonly<Record<Lang, Texts>> {
  return both;
}
