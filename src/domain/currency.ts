import * as z from 'zod';
import type { Bilingual, Lang } from './bilingual';

/** Currencies that amounts are stated in (ISO 4217). */
export const currencies = ['CNY', 'USD', 'HKD', 'EUR', 'GBP', 'JPY', 'SGD'] as const;
export const currency = z.enum(currencies);
export type Currency = (typeof currencies)[number];

/** What currencies are called. */
export const currencyNames: Readonly<Record<Currency, Bilingual>> = {
  CNY: { zh: '人民币', en: 'Chinese yuan' },
  USD: { zh: '美元', en: 'US dollar' },
  HKD: { zh: '港元', en: 'Hong Kong dollar' },
  EUR: { zh: '欧元', en: 'Euro' },
  GBP: { zh: '英镑', en: 'Pound sterling' },
  JPY: { zh: '日元', en: 'Japanese yen' },
  SGD: { zh: '新加坡元', en: 'Singapore dollar' },
};

/** The name of a currency. */
export function currencyName(code: Currency, lang: Lang): string {
  return currencyNames[code][lang];
}
