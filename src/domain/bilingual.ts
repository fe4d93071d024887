import * as z from 'zod';

/** The languages of the interface. Chinese is the default and has no prefix in URLs. */
export const languages = ['zh', 'en'] as const;
export type Lang = (typeof languages)[number];

/** A text in both languages of the interface; neither is a translation of the other. */
export const bilingual = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** The language after the zh part of a path: `/en/vendors` is English, everything else Chinese. */
export function isLang(text: string): text is Lang {
  return text === 'zh' || text === 'en';
}
