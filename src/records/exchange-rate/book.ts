import { currencyNames } from '@/domain/currency';
import { type Book, shared } from '../book';
import type { ExchangeRate } from './schema';

/** The fields of an exchange rate. */
export const exchangeRateBook = {
  slug: shared.slug,
  currency: { as: 'choice', names: currencyNames, label: { zh: '币种', en: 'Currency' } },
  period: { as: 'line', label: { zh: '时期', en: 'Period' } },
  perUsd: { as: 'number', unit: null, label: { zh: '每美元', en: 'Per US dollar' } },
  source: { as: 'reference', of: 'source', label: { zh: '来源', en: 'Source' } },
} as const satisfies Book<ExchangeRate>;
